package dev.essha.cloud.rehearsal;

import dev.essha.cloud.Offers;
import dev.essha.inventory.Offer;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DomainName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A generous region: four zones, everything in each of them, nothing denied, and the limits of an ordinary account. */
final class RehearsedOffers implements Offers {

    private static final List<String> LETTERS = List.of("a", "b", "c", "d");

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

    /**
     * The documented defaults. That of EC2's vCPUs is 5 for an account that never ran anything; EC2 raises it by itself as
     * an account is used, to at least this.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html">VPC</a>
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html">NLB</a>
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html">RDS</a>
     * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html">EKS</a>
     * @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-instance-quotas.html">EC2</a>
     */
    private static final Map<Offer.Limit, Integer> ALLOWED = Map.of(
            Offer.Limit.VPCS, 5,
            Offer.Limit.INTERNET_GATEWAYS, 5,
            Offer.Limit.ELASTIC_IPS, 5,
            Offer.Limit.NETWORK_LOAD_BALANCERS, 50,
            Offer.Limit.STANDARD_VCPUS, 64,
            Offer.Limit.DATABASES, 40,
            Offer.Limit.KUBERNETES_CLUSTERS, 100,
            Offer.Limit.NAT_GATEWAYS, 5,
            Offer.Limit.DATABASE_CLUSTERS, 40,
            Offer.Limit.DISTRIBUTIONS, 200);

    private static final Map<Offer.Limit, String> COUNTED = Map.of(
            Offer.Limit.VPCS, "AWS::EC2::VPC",
            Offer.Limit.INTERNET_GATEWAYS, "AWS::EC2::InternetGateway",
            Offer.Limit.ELASTIC_IPS, "AWS::EC2::EIP",
            Offer.Limit.NETWORK_LOAD_BALANCERS, "AWS::ElasticLoadBalancingV2::LoadBalancer",
            Offer.Limit.DATABASES, "AWS::RDS::DBInstance",
            Offer.Limit.KUBERNETES_CLUSTERS, "AWS::EKS::Cluster",
            Offer.Limit.DATABASE_CLUSTERS, "AWS::RDS::DBCluster",
            Offer.Limit.DISTRIBUTIONS, "AWS::CloudFront::Distribution");

    /** The sizes of the common families double from large, which has two. */
    private static final Map<String, Integer> VCPUS = Map.of("large", 2, "xlarge", 4, "2xlarge", 8, "4xlarge", 16);

    private final Account account;

    RehearsedOffers(Account account) {
        this.account = account;
    }

    @Override
    public List<Offer.Zone> zones() {
        String region = account.place().region().value();
        return LETTERS.stream()
                .map(l -> new Offer.Zone(region + l, zoneId(region, LETTERS.indexOf(l) + 1), "available"))
                .toList();
    }

    @Override
    public SortedSet<String> zonesOffering(String instanceType) {
        return everywhereIf(instanceType.matches("[a-z][a-z0-9-]*\\.[a-z0-9-]+"));
    }

    @Override
    public SortedSet<String> zonesOfferingDatabase(
            String engineVersion, String instanceClass, DatabasePlan.Topology topology) {
        return everywhereIf(
                engineVersion.matches("\\d+(\\.\\d+)?") && instanceClass.matches("db\\.[a-z0-9]+\\.[a-z0-9]+"));
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
        return account.settings().hostedZones().stream()
                .filter(z -> DnsNames.isAtOrBelow(domain.value(), z.name()))
                .toList();
    }

    @Override
    public Optional<Offer.Quota> quota(Offer.Limit limit) {
        AccountSnapshot snapshot = account.snapshot();
        long used = switch (limit) {
            case STANDARD_VCPUS -> vcpus(snapshot);
            case NAT_GATEWAYS -> natGatewaysOfFullestZone(snapshot);
            default -> snapshot.all(COUNTED.get(limit)).size();
        };
        return Optional.of(new Offer.Quota(limit, ALLOWED.get(limit), used));
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

    private static long vcpus(AccountSnapshot snapshot) {
        ComputeView compute = new ComputeView(snapshot);
        return snapshot.ready("AWS::EKS::Nodegroup").stream()
                .mapToLong(g -> (long) g.properties().number("ScalingConfig.DesiredSize")
                        * VCPUS.getOrDefault(size(compute.instanceType(g)), 2))
                .sum();
    }

    /** A regional one is in no subnet, and so in no zone. */
    private static long natGatewaysOfFullestZone(AccountSnapshot snapshot) {
        return snapshot.all("AWS::EC2::NatGateway").stream()
                .map(nat -> nat.properties().text("SubnetId"))
                .filter(subnet -> !subnet.isEmpty())
                .flatMap(subnet -> snapshot.find("AWS::EC2::Subnet", subnet).stream())
                .map(subnet -> subnet.properties().text("AvailabilityZone"))
                .collect(Collectors.groupingBy(zone -> zone, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static String size(String instanceType) {
        return instanceType.substring(instanceType.indexOf('.') + 1);
    }

    /** As AWS shortens regions: {@code eu-west-1} has {@code euw1-az1}. */
    private static String zoneId(String region, int number) {
        String[] parts = region.split("-");
        String shortened = Stream.of(parts)
                .skip(1)
                .limit(parts.length - 2L)
                .map(RehearsedOffers::shortened)
                .collect(Collectors.joining());
        return parts[0] + shortened + parts[parts.length - 1] + "-az" + number;
    }

    private static String shortened(String word) {
        return switch (word) {
            case "northeast" -> "ne";
            case "northwest" -> "nw";
            case "southeast" -> "se";
            case "southwest" -> "sw";
            default -> word.substring(0, 1);
        };
    }

    @Override
    public Optional<String> cloudFrontPrefixList() {
        throw new UnsupportedOperationException();
    }
}
