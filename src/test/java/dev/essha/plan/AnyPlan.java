package dev.essha.plan;

import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.NetworkPlan.ExistingSubnets;
import dev.essha.plan.NetworkPlan.Zone;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Plans over all settings and their ranges. */
public final class AnyPlan {

    private static final List<RegionName> REGIONS = List.of(
            new RegionName("us-east-1"),
            new RegionName("eu-central-1"),
            new RegionName("ap-northeast-1"),
            new RegionName("us-gov-west-1"),
            new RegionName("cn-northwest-1"));

    private AnyPlan() {}

    /** Each value is one that its setting accepts; whether they fit together is another question. */
    public static Arbitrary<Plan> any() {
        return Arbitraries.of(REGIONS).flatMap(AnyPlan::in);
    }

    /** Those that can be installed, as many in each region: some partitions refuse most of what others offer. */
    public static Arbitrary<Plan> valid() {
        return Arbitraries.of(REGIONS)
                .flatMap(region -> in(region).filter(p -> ValidPlan.problems(p).isEmpty()));
    }

    private static Arbitrary<Plan> in(RegionName region) {
        return Combinators.combine(
                        head(region),
                        network(region),
                        AnyFront.domain(),
                        AnyFront.edge(),
                        AnyStore.database(),
                        AnyStore.messaging(),
                        AnyStore.storage(),
                        rest())
                .as((head, network, domain, edge, database, messaging, storage, rest) -> new Plan(
                        head.name(),
                        head.account(),
                        region,
                        head.tags(),
                        head.ess(),
                        network,
                        domain,
                        edge,
                        database,
                        messaging,
                        storage,
                        rest.compute(),
                        rest.registry()));
    }

    private record Head(
            DeploymentName name, Optional<AccountId> account, SortedMap<String, String> tags, EssPlan ess) {}

    private record Rest(ComputePlan compute, RegistryPlan registry) {}

    private static Arbitrary<Head> head(RegionName region) {
        return Combinators.combine(AnyText.deploymentNames(), AnyText.accounts().optional(), AnyText.tags(), ess())
                .as(Head::new);
    }

    private static Arbitrary<EssPlan> ess() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(flag, flag, flag).as(EssPlan::new);
    }

    private static Arbitrary<Rest> rest() {
        return Combinators.combine(AnyStore.compute(), AnyStore.registry()).as(Rest::new);
    }

    private static Arbitrary<NetworkPlan> network(RegionName region) {
        int most = Partition.of(region).orElseThrow().mostZones();
        Arbitrary<Cidr> vpcs = Arbitraries.of("10.40.0.0/16", "172.20.0.0/16", "192.168.0.0/16", "100.64.0.0/16")
                .map(Cidr::parse);
        return Combinators.combine(
                        vpcs,
                        Arbitraries.integers().between(Limits.ZONES.min(), most),
                        Arbitraries.of(Egress.class),
                        Arbitraries.of(Limits.LOG_DAYS))
                .as((vpc, zones, egress, days) -> network(region, vpc, zones, egress, days));
    }

    /** The egress says whether the VPC exists: of most other pairs, the rules have nothing to say but no. */
    private static NetworkPlan network(RegionName region, Cidr vpc, int count, Egress egress, int days) {
        boolean exists = egress == Egress.EXISTING;
        List<SubnetLayout> layout = SubnetLayout.of(vpc, count).orElseThrow();
        List<Zone> zones = IntStream.range(0, count)
                .mapToObj(i -> new Zone(
                        new ZoneName(region.value() + (char) ('a' + i)),
                        layout.get(i).publicCidr(),
                        layout.get(i).privateCidr(),
                        exists ? Optional.of(subnets(i)) : Optional.empty()))
                .toList();
        Optional<VpcId> id = exists ? Optional.of(new VpcId("vpc-0123456789abcdef0")) : Optional.empty();
        return new NetworkPlan(id, vpc, zones, egress, days);
    }

    private static ExistingSubnets subnets(int zone) {
        return new ExistingSubnets(new SubnetId("subnet-1000000" + zone), new SubnetId("subnet-2000000" + zone));
    }
}
