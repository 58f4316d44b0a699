package dev.essha.cloud.aws;

import dev.essha.cloud.Offers;
import dev.essha.inventory.Offer;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DomainName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;
import software.amazon.awssdk.services.ec2.model.LocationType;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.eks.model.ClusterVersionInformation;
import software.amazon.awssdk.services.eks.model.VersionStatus;
import software.amazon.awssdk.services.kafka.model.KafkaVersion;
import software.amazon.awssdk.services.kafka.model.KafkaVersionStatus;
import software.amazon.awssdk.services.rds.model.OrderableDBInstanceOption;

/** What the account and region offer. */
final class AwsOffers implements Offers {

    /**
     * The name is the same in every region, the id is not.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html">Edge servers</a>
     */
    private static final String CLOUDFRONT_LIST = "com.amazonaws.global.cloudfront.origin-facing";

    private static final String NOT_ENABLED = "not-opted-in";

    private final AwsClients clients;
    private final DnsZones zones;
    private final Quotas quotas;
    private final Permissions permissions;

    AwsOffers(AwsClients clients) {
        this.clients = clients;
        this.zones = new DnsZones(clients);
        this.quotas = new Quotas(clients);
        this.permissions = new Permissions(clients);
    }

    /** @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Region.html">Region</a> */
    @Override
    public List<Offer.Region> regions() {
        return clients.ec2().describeRegions(r -> r.allRegions(true)).regions().stream()
                .map(r -> new Offer.Region(r.regionName(), !NOT_ENABLED.equals(r.optInStatus())))
                .sorted(Comparator.comparing(Offer.Region::name))
                .toList();
    }

    @Override
    public List<Offer.Zone> zones() {
        return clients
                .ec2()
                .describeAvailabilityZones(r -> r.filters(filter("zone-type", "availability-zone")))
                .availabilityZones()
                .stream()
                .map(AwsOffers::zone)
                .sorted(Comparator.comparing(Offer.Zone::name))
                .toList();
    }

    @Override
    public SortedSet<String> zonesOffering(String instanceType) {
        return clients
                .ec2()
                .describeInstanceTypeOfferingsPaginator(r ->
                        r.locationType(LocationType.AVAILABILITY_ZONE).filters(filter("instance-type", instanceType)))
                .instanceTypeOfferings()
                .stream()
                .map(InstanceTypeOffering::location)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Asked for all versions of a class, since a plan may name a major version only. */
    @Override
    public SortedSet<String> zonesOfferingDatabase(
            String engineVersion, String instanceClass, DatabasePlan.Topology topology) {
        return clients
                .rds()
                .describeOrderableDBInstanceOptionsPaginator(
                        r -> r.engine("postgres").dbInstanceClass(instanceClass).vpc(true))
                .orderableDBInstanceOptions()
                .stream()
                .filter(option -> isOfVersion(option.engineVersion(), engineVersion))
                .filter(option -> isFit(option, topology))
                .flatMap(option -> option.availabilityZones().stream())
                .map(zone -> zone.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Optional<String> cloudFrontPrefixList() {
        return clients
                .ec2()
                .describeManagedPrefixListsPaginator(r -> r.filters(filter("prefix-list-name", CLOUDFRONT_LIST)))
                .prefixLists()
                .stream()
                .map(ManagedPrefixList::prefixListId)
                .findFirst();
    }

    @Override
    public SortedSet<String> kafkaVersions() {
        return clients.kafka().listKafkaVersionsPaginator(r -> {}).kafkaVersions().stream()
                .filter(v -> v.status() == KafkaVersionStatus.ACTIVE)
                .map(KafkaVersion::version)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public SortedSet<String> kubernetesVersions() {
        return clients.eks().describeClusterVersionsPaginator(r -> {}).clusterVersions().stream()
                .filter(v -> v.versionStatus() != VersionStatus.UNSUPPORTED)
                .map(ClusterVersionInformation::clusterVersion)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<Offer.HostedZone> hostedZones(DomainName domain) {
        return zones.around(domain);
    }

    @Override
    public Optional<Offer.Quota> quota(Offer.Limit limit) {
        return quotas.quota(limit);
    }

    @Override
    public Offer.Permissions permissions(List<String> actions) {
        return permissions.simulate(actions);
    }

    private static Offer.Zone zone(AvailabilityZone zone) {
        return new Offer.Zone(zone.zoneName(), zone.zoneId(), zone.stateAsString());
    }

    /** {@code 17} stands for every 17.x. */
    private static boolean isOfVersion(String offered, String wanted) {
        return offered.equals(wanted) || offered.startsWith(wanted + ".");
    }

    /**
     * A class may do for one topology and not for the other: clusters need disks of their own.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_OrderableDBInstanceOption.html">OrderableDBInstanceOption</a>
     */
    private static boolean isFit(OrderableDBInstanceOption option, DatabasePlan.Topology topology) {
        boolean offered = switch (topology) {
            case MULTI_AZ_INSTANCE -> Facts.yes(option.multiAZCapable());
            case MULTI_AZ_CLUSTER -> Facts.yes(option.supportsClusters());
        };
        return offered && Facts.yes(option.supportsStorageEncryption());
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }
}
