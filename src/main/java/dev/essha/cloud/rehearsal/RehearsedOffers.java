package dev.essha.cloud.rehearsal;

import dev.essha.cloud.Offers;
import dev.essha.inventory.Offer;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DomainName;
import dev.essha.plan.KnownRegions;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A generous region: everything in each of its zones, nothing denied, and the limits of an ordinary account. */
final class RehearsedOffers implements Offers {

    /** @see <a href="https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html">Supported versions</a> */
    private static final List<String> KAFKA = List.of(
            "3.6.0",
            "3.7.x",
            "3.7.x.kraft",
            "3.8.x",
            "3.8.x.kraft",
            "3.9.x",
            "3.9.x.kraft",
            "4.0.x.kraft",
            "4.1.x.kraft");

    /** @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html">Kubernetes versions</a> */
    private static final List<String> KUBERNETES = List.of("1.30", "1.31", "1.32", "1.33", "1.34", "1.35");

    private static final String VERSION = "\\d+(\\.\\d+)?";
    private static final String CLASS = "db\\.[a-z0-9]+\\.[a-z0-9]+";

    /**
     * Clusters write to a disk in the instance first, so their classes are those that have one, which a {@code d} says.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/create-multi-az-db-cluster.html">Creating a Multi-AZ
     *     DB cluster</a>
     */
    private static final String CLASS_OF_CLUSTERS = "db\\.[a-z]+\\d+[a-z]*d[a-z]*\\.[a-z0-9]+";

    private final Account account;

    RehearsedOffers(Account account) {
        this.account = account;
    }

    /** As a new account sees them, which has enabled none. The region that it is used in, it must have. */
    @Override
    public List<Offer.Region> regions() {
        Place place = account.place();
        return Stream.concat(KnownRegions.all().stream(), Stream.of(place.region()))
                .filter(r -> place.in(r).partition().equals(place.partition()))
                .distinct()
                .sorted()
                .map(r -> new Offer.Region(r.value(), KnownRegions.isOpen(r) || r.equals(place.region())))
                .toList();
    }

    @Override
    public List<Offer.Zone> zones() {
        return RegionZones.of(account.place().region());
    }

    @Override
    public SortedSet<String> zonesOffering(String instanceType) {
        return everywhereIf(instanceType.matches("[a-z][a-z0-9-]*\\.[a-z0-9-]+"));
    }

    @Override
    public SortedSet<String> zonesOfferingDatabase(
            String engineVersion, String instanceClass, DatabasePlan.Topology topology) {
        String classes = switch (topology) {
            case MULTI_AZ_INSTANCE -> CLASS;
            case MULTI_AZ_CLUSTER -> CLASS_OF_CLUSTERS;
        };
        return everywhereIf(engineVersion.matches(VERSION) && instanceClass.matches(classes));
    }

    /** Other partitions have no such list, as far as documentation tells. */
    @Override
    public Optional<String> cloudFrontPrefixList() {
        Place place = account.place();
        String id = "pl-" + Hash.of("CloudFront", place.region()).substring(0, 8);
        return Optional.of(id).filter(known -> place.partition().equals("aws"));
    }

    @Override
    public SortedSet<String> kafkaVersions() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(KAFKA));
    }

    @Override
    public SortedSet<String> kubernetesVersions() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(KUBERNETES));
    }

    @Override
    public List<Offer.HostedZone> hostedZones(DomainName domain) {
        return account.settings().names().hostedZones().stream()
                .filter(z -> DnsNames.isAtOrBelow(domain.value(), z.name()))
                .toList();
    }

    @Override
    public Optional<Offer.Quota> quota(Offer.Limit limit) {
        return Optional.of(new RehearsedQuotas(account.snapshot()).of(limit));
    }

    @Override
    public Offer.Permissions permissions(List<String> actions) {
        return Offer.Permissions.ALL;
    }

    private SortedSet<String> everywhereIf(boolean offered) {
        SortedSet<String> names = zones().stream()
                .filter(z -> offered)
                .map(Offer.Zone::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return Collections.unmodifiableSortedSet(names);
    }
}
