package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Observed.Seen;
import dev.essha.inventory.Offer;
import dev.essha.inventory.Preparation;
import dev.essha.plan.ComputePlan;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.InstanceSize;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether the account's limits have room for what is still to come. */
final class QuotaPreflight {

    private static final String CLUSTER = "AWS::RDS::DBCluster";
    private static final String NAT = "AWS::EC2::NatGateway";

    private QuotaPreflight() {}

    static Ruling judge(Offer.Limit limit, Plan plan, Preparation found) {
        OptionalLong wanted = wanted(limit, plan);
        if (wanted.isEmpty()) {
            return Ruling.unknown("quota.size-unknown", plan.compute().instanceType());
        }
        if (wanted.getAsLong() == 0) {
            return Ruling.pass("quota.not-needed", limit.title());
        }
        Observed<Optional<Offer.Quota>> quota =
                found.quotas().getOrDefault(limit, new Seen<>(Optional.empty(), "servicequotas:GetServiceQuota"));
        return Ruling.on(
                quota,
                found.standing(),
                (seen, standing) -> seen.map(
                                q -> judge(q, stillToCome(limit, wanted.getAsLong(), plan, found, standing)))
                        .orElseGet(() -> Ruling.unknown("quota.unknown", limit.code(), limit.title())));
    }

    private static Ruling judge(Offer.Quota quota, long needed) {
        return new Facts()
                .check(
                        needed == 0 || quota.used() + needed <= quota.allowed(),
                        "quota.room",
                        quota.limit().title(),
                        quota.limit().code(),
                        quota.allowed(),
                        quota.used(),
                        needed)
                .ruling();
    }

    /** What a whole installation takes of a limit. */
    private static OptionalLong wanted(Offer.Limit limit, Plan plan) {
        int zones = plan.network().zones().size();
        return switch (limit) {
            case VPCS, INTERNET_GATEWAYS ->
                OptionalLong.of(plan.network().existingVpc().isEmpty() ? 1 : 0);
            case KUBERNETES_CLUSTERS -> OptionalLong.of(1);
            case NETWORK_LOAD_BALANCERS -> OptionalLong.of(loadBalancers(plan, zones));
            case ELASTIC_IPS ->
                switch (plan.network().egress()) {
                    case NAT_PER_ZONE, REGIONAL_NAT -> OptionalLong.of(zones);
                    case NONE, EXISTING -> OptionalLong.of(0);
                };
            case NAT_GATEWAYS -> OptionalLong.of(plan.network().egress() == NetworkPlan.Egress.NAT_PER_ZONE ? 1 : 0);
            case DATABASES -> OptionalLong.of(DatabaseNeed.of(plan).instances());
            case DATABASE_CLUSTERS -> OptionalLong.of(DatabaseNeed.of(plan).clusters());
            case DISTRIBUTIONS -> OptionalLong.of(plan.edge().gateway() == EdgePlan.Gateway.CLOUDFRONT ? 1 : 0);
            case STANDARD_VCPUS -> virtualCpus(plan);
        };
    }

    private static long loadBalancers(Plan plan, int zones) {
        long open = switch (plan.edge().loadBalancing()) {
            case SINGLE -> 1;
            case PER_ZONE, FRONTED -> zones;
        };
        return plan.domain().privateZone() ? open + 1 : open;
    }

    private static OptionalLong virtualCpus(Plan plan) {
        ComputePlan compute = plan.compute();
        OptionalLong each = InstanceSize.virtualCpus(compute.instanceType());
        return each.isEmpty()
                ? each
                : OptionalLong.of(each.getAsLong()
                        * compute.nodesPerZone()
                        * plan.network().zones().size());
    }

    /** What an earlier installation already made is among what is used, and not needed again. */
    private static long stillToCome(
            Offer.Limit limit, long wanted, Plan plan, Preparation found, Map<String, Long> standing) {
        return switch (limit) {
            case VPCS -> rest(wanted, standing, "AWS::EC2::VPC");
            case INTERNET_GATEWAYS -> rest(wanted, standing, "AWS::EC2::InternetGateway");
            case ELASTIC_IPS ->
                leavesOtherwise(plan, found, standing) ? wanted : rest(wanted, standing, "AWS::EC2::EIP");
            // One in each zone: what is missing is missing in some zone.
            case NAT_GATEWAYS -> Math.min(wanted, rest(plan.network().zones().size(), standing, NAT));
            case NETWORK_LOAD_BALANCERS -> rest(wanted, standing, "AWS::ElasticLoadBalancingV2::LoadBalancer");
            case DATABASES -> DatabaseNeed.of(plan).instancesToCome(standing);
            case DATABASE_CLUSTERS -> rest(wanted, standing, CLUSTER);
            case DISTRIBUTIONS -> rest(wanted, standing, "AWS::CloudFront::Distribution");
            case KUBERNETES_CLUSTERS -> rest(wanted, standing, "AWS::EKS::Cluster");
            case STANDARD_VCPUS -> {
                long groups = plan.network().zones().size();
                yield wanted / groups * rest(groups, standing, "AWS::EKS::Nodegroup");
            }
        };
    }

    /** The addresses of one way out are released only after those of the other are in use. */
    private static boolean leavesOtherwise(Plan plan, Preparation found, Map<String, Long> standing) {
        boolean whole = found.stacks() instanceof Seen<Map<String, String>>(Map<String, String> stacks, String _)
                && NetworkChecks.stands(stacks.getOrDefault("network", ""));
        long gateways = standing.getOrDefault(NAT, 0L);
        return switch (plan.network().egress()) {
            case NAT_PER_ZONE -> whole && gateways == 1;
            case REGIONAL_NAT -> gateways > 1;
            case NONE, EXISTING -> false;
        };
    }

    private static long rest(long wanted, Map<String, Long> standing, String type) {
        return Math.max(0, wanted - standing.getOrDefault(type, 0L));
    }
}
