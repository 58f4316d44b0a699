package dev.essha.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.inventory.Network;
import dev.essha.inventory.Network.Endpoint;
import dev.essha.inventory.Network.NatGateway;
import dev.essha.inventory.Network.Route;
import dev.essha.plan.Cidr;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.PlanChange;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The findings about the network, in every shape. */
class NetworkChecksTest {

    @ParameterizedTest
    @EnumSource
    void everyShapeInPerfectHealthPasses(Egress egress) {
        assertThat(judge(NetworkWorld.of(egress)))
                .allSatisfy(f ->
                        assertThat(f.verdict()).as(f.id() + " " + f.evidence()).isEqualTo(Verdict.PASS));
    }

    record Break(Egress egress, String what, Consumer<World> change, Set<String> red) {
        @Override
        public String toString() {
            return egress + ": " + what + " -> " + red;
        }
    }

    private static Break broken(Egress egress, String what, Consumer<World> change, String... red) {
        return new Break(egress, what, change, new TreeSet<>(List.of(red)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"regional", "secluded", "existing"})
    void aBreakTurnsExactlyTheRightFindingsRed(Break broken) {
        World world = NetworkWorld.of(broken.egress());
        broken.change().accept(world);

        List<Finding> findings = judge(world);

        assertThat(ids(findings, Verdict.FAIL)).isEqualTo(broken.red());
        assertThat(ids(findings, Verdict.UNKNOWN)).isEmpty();
        assertThat(findings)
                .filteredOn(f -> f.verdict() == Verdict.FAIL)
                .allSatisfy(f -> assertThat(f.remedy()).endsWith("."));
    }

    static Stream<Break> regional() {
        Egress egress = Egress.REGIONAL_NAT;
        return Stream.of(
                broken(
                        egress,
                        "a NAT gateway in a public subnet",
                        w -> w.interfaces.add(World.eni(
                                "eni-nat", "subnet-pub-a", "eu-central-1a", "nat_gateway", "NAT gateway nat-a")),
                        "R4-public-subnets"),
                broken(
                        egress,
                        "a zone without an address of its own",
                        w -> nat(w, "available", "eu-central-1a", "eu-central-1b"),
                        "practice-egress"),
                broken(egress, "a gateway that failed", w -> nat(w, "failed", zones(w)), "practice-egress"),
                broken(egress, "the gateway deleted", w -> w.natGateways.clear(), "practice-egress"),
                broken(
                        egress,
                        "a zone that leaves by a gateway in one zone",
                        w -> {
                            w.natGateways.add(new NatGateway("nat-a", "subnet-theirs", "available", "zonal"));
                            NetworkWorld.leaveBy(w, "rtb-priv-a", "nat-a");
                        },
                        "practice-egress"),
                broken(
                        egress,
                        "a zone without a route",
                        w -> NetworkWorld.leaveBy(w, "rtb-priv-b"),
                        "practice-egress"));
    }

    private static void nat(World world, String state, String... zones) {
        world.natGateways.set(0, new NatGateway(NetworkWorld.REGIONAL, "", state, "regional", List.of(zones)));
    }

    private static String[] zones(World world) {
        return Words.zones(world.plan).toArray(String[]::new);
    }

    static Stream<Break> secluded() {
        Egress egress = Egress.NONE;
        return Stream.of(
                broken(
                        egress,
                        "somebody's way out",
                        w -> NetworkWorld.leaveBy(w, "rtb-priv-a", "tgw-1"),
                        "practice-egress"),
                broken(
                        egress,
                        "an endpoint deleted",
                        w -> w.endpoints.removeIf(e -> e.service().endsWith("eks-auth")),
                        "practice-egress"),
                broken(
                        egress,
                        "an endpoint that is not there yet",
                        w -> endpoint(w, "pending", List.of("subnet-priv-a", "subnet-priv-b", "subnet-priv-c"), true),
                        "practice-egress"),
                broken(
                        egress,
                        "an endpoint that lacks a zone",
                        w -> endpoint(w, "available", List.of("subnet-priv-a", "subnet-priv-b"), true),
                        "practice-egress"),
                broken(
                        egress,
                        "an endpoint without private DNS",
                        w -> endpoint(
                                w, "available", List.of("subnet-priv-a", "subnet-priv-b", "subnet-priv-c"), false),
                        "practice-egress"),
                broken(
                        egress,
                        "the endpoint for S3 deleted",
                        w -> w.endpoints.removeIf(e -> e.kind().equals("Gateway")),
                        "practice-s3-endpoint"));
    }

    /** The one for images. */
    private static void endpoint(World world, String state, List<String> subnets, boolean privateDns) {
        world.endpoints.replaceAll(e -> e.service().endsWith("ecr.dkr")
                ? new Endpoint(e.id(), e.service(), e.kind(), state, subnets, privateDns)
                : e);
    }

    static Stream<Break> existing() {
        Egress egress = Egress.EXISTING;
        return Stream.of(
                broken(
                        egress,
                        "a subnet of the plan deleted",
                        w -> w.subnets.removeIf(s -> s.id().equals("subnet-2000000b")),
                        "R3-subnets",
                        "R4-public-subnets",
                        "practice-egress",
                        "practice-node-groups"),
                broken(
                        egress,
                        "a zone's subnets deleted",
                        w -> w.subnets.removeIf(s -> s.zone().equals("eu-central-1c")),
                        "R2-three-zones",
                        "R3-subnets",
                        "practice-egress",
                        "practice-node-groups"),
                broken(
                        egress,
                        "a subnet with other addresses",
                        w -> w.subnets.replaceAll(s -> s.id().equals("subnet-1000000a")
                                ? new Network.Subnet(
                                        s.id(), s.vpcId(), s.zone(), Cidr.parse("10.40.250.0/24"), 9, false, s.tags())
                                : s),
                        "R3-subnets"),
                broken(
                        egress,
                        "a public subnet closed",
                        w -> NetworkWorld.leaveBy(w, "rtb-pub-a", "tgw-1"),
                        "R3-subnets"),
                broken(
                        egress,
                        "a private subnet opened",
                        w -> NetworkWorld.leaveBy(w, "rtb-priv-c", "igw-1"),
                        "R3-subnets",
                        "practice-egress"),
                broken(
                        egress,
                        "a private subnet without a way out",
                        w -> NetworkWorld.leaveBy(w, "rtb-priv-a"),
                        "R4-public-subnets",
                        "practice-egress"),
                broken(
                        egress,
                        "a way out into a black hole",
                        w -> w.routeTables.replaceAll(t -> t.id().equals("rtb-priv-c")
                                ? new Network.RouteTable(
                                        t.id(), false, t.subnetIds(), List.of(new Route("0.0.0.0/0", "tgw-1", false)))
                                : t),
                        "practice-egress"),
                broken(
                        egress,
                        "an instance in a public subnet of the plan",
                        w -> w.interfaces.add(
                                World.eni("eni-x", "subnet-1000000a", "eu-central-1a", "interface", "instance i-x")),
                        "R4-public-subnets"),
                broken(
                        egress,
                        "a NAT gateway that nothing of the plan leaves by",
                        w -> w.interfaces.add(World.eni(
                                "eni-x",
                                "subnet-1000000a",
                                "eu-central-1a",
                                "nat_gateway",
                                "Interface for NAT Gateway nat-x")),
                        "R4-public-subnets"));
    }

    @Test
    void anAcceleratorsInterfaceIsNoLoadBalancersWhereThePlanHasNone() {
        World world = new World(ExamplePlan.inRoute53());
        world.interfaces.add(World.eni(
                "eni-x",
                "subnet-pub-a",
                "eu-central-1a",
                "global_accelerator_managed",
                "GlobalAccelerator managed ENI"));

        Finding finding = finding(world, "R4-public-subnets");

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.evidence().getFirst()).startsWith("an accelerator that the plan does not have: eni-x");
    }

    @Test
    void anAcceleratorsInterfaceBelongsToTheLoadBalancersThatItIsInFrontOf() {
        World world = new World(PlanChange.fronted(ExamplePlan.inRoute53()));
        world.interfaces.add(World.eni(
                "eni-x", "subnet-pub-a", "eu-central-1a", "globalAcceleratorManaged", "GlobalAccelerator managed ENI"));

        assertThat(finding(world, "R4-public-subnets"))
                .returns(Verdict.PASS, Finding::verdict)
                .satisfies(f -> assertThat(f.evidence())
                        .anyMatch(e -> e.startsWith("accelerator in front of the load balancers: eni-x")));
    }

    @Test
    void withoutAWayOutTheFindingSaysWhatEssLoses() {
        assertThat(finding(NetworkWorld.of(Egress.NONE), "practice-egress").evidence())
                .contains("ESS looks up no WebIDs and client identifiers on the internet: the plan gives it no internet"
                        + " access");
    }

    @Test
    void whereAnExistingVpcLeadsIsTold() {
        assertThat(finding(NetworkWorld.of(Egress.EXISTING), "practice-egress").evidence())
                .contains("eu-central-1c: subnet-2000000c leaves by vpce-firewall");
        assertThat(finding(NetworkWorld.of(Egress.EXISTING), "practice-s3-endpoint")
                        .evidence())
                .singleElement()
                .asString()
                .startsWith("not judged: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        NAT_PER_ZONE | R3-subnets           | Each zone has one public and one private subnet
        EXISTING     | R3-subnets           | Each zone has the public and the private subnet of the existing VPC that the plan names
        NAT_PER_ZONE | R4-public-subnets    | Load balancers are the only components in the public subnets, each zone's NAT gateway excepted
        REGIONAL_NAT | R4-public-subnets    | Load balancers are the only components in the public subnets
        EXISTING     | R4-public-subnets    | Load balancers are the only components in the public subnets that the plan names, the existing VPC's own NAT gateways excepted
        NAT_PER_ZONE | practice-egress      | Each zone has its own internet access
        REGIONAL_NAT | practice-egress      | One NAT gateway spans the zones, with an address of its own in each
        NONE         | practice-egress      | Nothing leads out, and every service that the cluster asks has an endpoint in each zone
        EXISTING     | practice-egress      | Each private subnet of the existing VPC has internet access
        NAT_PER_ZONE | practice-s3-endpoint | Traffic to S3 stays inside the network of AWS
        NONE         | practice-s3-endpoint | Traffic to S3 has its endpoint
        EXISTING     | practice-s3-endpoint | How content reaches S3 is left as the existing VPC has it
        """)
    void findingsSpeakOfTheShapeThatWasChosen(Egress egress, String id, String title) {
        assertThat(finding(NetworkWorld.of(egress), id).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({"REGIONAL_NAT, natGateways", "NONE, endpoints", "EXISTING, routeTables"})
    void aPartThatCannotBeSeenIsUnknownAndNamesThePermission(Egress egress, String part) {
        assertThat(finding(NetworkWorld.of(egress).hide(part), "practice-egress"))
                .returns(Verdict.UNKNOWN, Finding::verdict)
                .satisfies(f -> assertThat(f.evidence()).contains("missing permission test:Describe" + part));
    }

    private static List<Finding> judge(World world) {
        return Checklist.judge(world.plan, world.inventory());
    }

    private static Finding finding(World world, String id) {
        return judge(world).stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    private static Set<String> ids(List<Finding> findings, Verdict verdict) {
        return findings.stream()
                .filter(f -> f.verdict() == verdict)
                .map(Finding::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
