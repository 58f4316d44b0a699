package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Offer;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The limits of an ordinary account, and how much of them is used. */
final class RehearsedQuotas {

    /** For what an account has more of than any deployment needs. */
    private static final int PLENTY = 1_000;

    /**
     * The documented defaults. That of EC2's vCPUs is 5 for an account that never ran anything; EC2 raises it by itself as
     * an account is used, to at least this.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html">VPC</a>
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html">NLB</a>
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html">RDS</a>
     * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html">EKS</a>
     * @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-instance-quotas.html">EC2</a>
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html">CloudFront</a>
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
            Offer.Limit.NETWORK_LOAD_BALANCERS, EdgeView.LOAD_BALANCER,
            Offer.Limit.DATABASES, "AWS::RDS::DBInstance",
            Offer.Limit.KUBERNETES_CLUSTERS, "AWS::EKS::Cluster",
            Offer.Limit.DATABASE_CLUSTERS, DatabaseClusterView.CLUSTER,
            Offer.Limit.DISTRIBUTIONS, FrontView.DISTRIBUTION);

    /** CloudFront has one limit for all regions. */
    private static final Set<String> GLOBAL = Set.of(FrontView.DISTRIBUTION);

    /** The sizes of the common families double from large, which has two. */
    private static final Map<String, Integer> VCPUS = Map.of("large", 2, "xlarge", 4, "2xlarge", 8, "4xlarge", 16);

    private final AccountSnapshot account;

    RehearsedQuotas(AccountSnapshot account) {
        this.account = account;
    }

    Offer.Quota of(Offer.Limit limit) {
        long used = switch (limit) {
            case STANDARD_VCPUS -> vcpus();
            case NAT_GATEWAYS -> natGatewaysOfFullestZone();
            case DATABASES -> count(limit) + DatabaseClusterView.MEMBERS * count(DatabaseClusterView.CLUSTER);
            default -> count(limit);
        };
        return new Offer.Quota(limit, ALLOWED.getOrDefault(limit, PLENTY), used);
    }

    private long count(Offer.Limit limit) {
        return COUNTED.containsKey(limit) ? count(COUNTED.get(limit)) : 0;
    }

    private long count(String type) {
        return account.all(type).stream()
                .filter(live -> GLOBAL.contains(type) || live.isIn(account.place()))
                .count();
    }

    /** A regional one is in no subnet, and so in no zone. */
    private long natGatewaysOfFullestZone() {
        return account.all("AWS::EC2::NatGateway").stream()
                .map(nat -> account.zone(nat.properties().text("SubnetId")))
                .filter(zone -> !zone.isEmpty())
                .collect(Collectors.groupingBy(zone -> zone, Collectors.counting()))
                .values()
                .stream()
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    private long vcpus() {
        ComputeView compute = new ComputeView(account);
        return account.ready("AWS::EKS::Nodegroup").stream()
                .mapToLong(g -> (long) g.properties().number("ScalingConfig.DesiredSize")
                        * VCPUS.getOrDefault(size(compute.instanceType(g)), 2))
                .sum();
    }

    private static String size(String instanceType) {
        return instanceType.substring(instanceType.indexOf('.') + 1);
    }
}
