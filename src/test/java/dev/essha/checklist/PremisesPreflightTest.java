package dev.essha.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.inventory.Network;
import dev.essha.inventory.Network.Route;
import dev.essha.plan.Cidr;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an installation into a VPC that was there before asks of it. */
class PremisesPreflightTest {

    private static final List<String> CHECKS =
            List.of("preflight-vpc", "preflight-subnets", "preflight-routes", "preflight-public-subnets");
    private static final Plan PLAN = NetworkWorld.plan(Egress.EXISTING);

    /** A VPC as the plan says, before anything of the deployment is in it. */
    private static Prospect ready() {
        World world = NetworkWorld.of(Egress.EXISTING);
        Prospect prospect = new Prospect();
        prospect.vpc = world.vpc;
        prospect.subnets.addAll(world.subnets);
        prospect.routeTables.addAll(world.routeTables);
        prospect.interfaces.addAll(world.interfaces);
        prospect.interfaces.removeIf(i -> i.id().startsWith("eni-node-") || i.id().startsWith("eni-nlb-"));
        return prospect;
    }

    @Test
    void aVpcThatIsAsPlannedPassesEveryCheck() {
        assertThat(PreflightChecks.judge(PLAN, ready().preparation()))
                .allSatisfy(f ->
                        assertThat(f.verdict()).as(f.id() + " " + f.evidence()).isEqualTo(Verdict.PASS));
    }

    @Test
    void ofAPlanThatCreatesItsVpcNothingIsAsked() {
        assertThat(PreflightChecks.judge(ExamplePlan.inRoute53(), new Prospect().preparation()))
                .filteredOn(f -> CHECKS.contains(f.id()))
                .hasSize(CHECKS.size())
                .allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.PASS))
                .allSatisfy(f -> assertThat(f.evidence()).containsExactly("the plan creates its own VPC"));
    }

    record Obstacle(String what, Consumer<Prospect> change, String evidence, Set<String> red) {
        @Override
        public String toString() {
            return what + " -> " + red;
        }
    }

    private static Obstacle obstacle(String what, Consumer<Prospect> change, String evidence, String... red) {
        return new Obstacle(what, change, evidence, new TreeSet<>(List.of(red)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("obstacles")
    void anObstacleTurnsExactlyItsFindingsRed(Obstacle obstacle) {
        Prospect prospect = ready();
        obstacle.change().accept(prospect);

        List<Finding> failed = PreflightChecks.judge(PLAN, prospect.preparation()).stream()
                .filter(f -> f.verdict() != Verdict.PASS)
                .toList();

        assertThat(failed)
                .allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.FAIL))
                .allSatisfy(f -> assertThat(f.remedy()).endsWith("."))
                .anySatisfy(f -> assertThat(f.evidence()).contains(obstacle.evidence()));
        assertThat(failed.stream().map(Finding::id).collect(Collectors.toSet())).isEqualTo(obstacle.red());
    }

    static Stream<Obstacle> obstacles() {
        return Stream.of(
                obstacle(
                        "no such VPC",
                        p -> p.vpc = Optional.empty(),
                        "vpc-0123456789abcdef0 in eu-central-1 was not found",
                        "preflight-vpc"),
                obstacle(
                        "other addresses",
                        p -> vpc(p, "10.48.0.0/16", true, true),
                        "vpc-1 has 10.48.0.0/16, planned with 10.40.0.0/16",
                        "preflight-vpc"),
                obstacle(
                        "no DNS resolution",
                        p -> vpc(p, "10.40.0.0/16", false, true),
                        "DNS resolution is off",
                        "preflight-vpc"),
                obstacle(
                        "no DNS host names",
                        p -> vpc(p, "10.40.0.0/16", true, false),
                        "DNS host names are off",
                        "preflight-vpc"),
                obstacle(
                        "a public subnet that is gone",
                        p -> p.subnets.removeIf(s -> s.id().equals("subnet-1000000b")),
                        "eu-central-1b: public subnet-1000000b was not found in the VPC",
                        "preflight-subnets"),
                obstacle(
                        "a subnet in another zone",
                        p -> subnet(p, "subnet-1000000b", "eu-central-1a", "10.40.16.0/20", 99),
                        "eu-central-1b: public subnet-1000000b is in eu-central-1a with 10.40.16.0/20, "
                                + "planned with 10.40.16.0/20",
                        "preflight-subnets"),
                obstacle(
                        "a subnet with other addresses",
                        p -> subnet(p, "subnet-1000000a", "eu-central-1a", "10.40.250.0/24", 99),
                        "eu-central-1a: public subnet-1000000a is in eu-central-1a with 10.40.250.0/24, "
                                + "planned with 10.40.0.0/20",
                        "preflight-subnets"),
                obstacle(
                        "a public subnet without room",
                        p -> subnet(p, "subnet-1000000a", "eu-central-1a", "10.40.0.0/20", 7),
                        "eu-central-1a: public subnet-1000000a has 7 free addresses, 8 are needed",
                        "preflight-subnets"),
                obstacle(
                        "a private subnet without room",
                        p -> subnet(p, "subnet-2000000a", "eu-central-1a", "10.40.128.0/20", 50),
                        "eu-central-1a: private subnet-2000000a has 50 free addresses, 267 are needed",
                        "preflight-subnets"),
                obstacle(
                        "a public subnet that is closed",
                        p -> leaveBy(p, "rtb-pub-a", new Route("0.0.0.0/0", "tgw-1", true)),
                        "eu-central-1a: public subnet-1000000a has no route to an internet gateway",
                        "preflight-routes"),
                obstacle(
                        "a private subnet that is open",
                        p -> leaveBy(p, "rtb-priv-c", new Route("0.0.0.0/0", "igw-1", true)),
                        "eu-central-1c: private subnet-2000000c has a route to an internet gateway",
                        "preflight-routes"),
                obstacle(
                        "a private subnet without a way out",
                        p -> leaveBy(p, "rtb-priv-c"),
                        "eu-central-1c: subnet-2000000c has no default route",
                        "preflight-routes"),
                obstacle(
                        "a way out into a black hole",
                        p -> leaveBy(p, "rtb-priv-c", new Route("0.0.0.0/0", "tgw-1", false)),
                        "eu-central-1c: subnet-2000000c has a default route into a black hole, tgw-1",
                        "preflight-routes"),
                obstacle(
                        "an instance in a public subnet",
                        p -> p.interfaces.add(
                                World.eni("eni-x", "subnet-1000000a", "eu-central-1a", "interface", "instance i-x")),
                        "not a load balancer: eni-x in eu-central-1a (instance i-x)",
                        "preflight-public-subnets"),
                obstacle(
                        "what only calls itself a load balancer",
                        p -> p.interfaces.add(World.eni(
                                "eni-x", "subnet-1000000a", "eu-central-1a", "interface", "ELB app/theirs/1")),
                        "not a load balancer: eni-x in eu-central-1a (ELB app/theirs/1)",
                        "preflight-public-subnets"),
                obstacle(
                        "everything at once",
                        p -> {
                            vpc(p, "10.48.0.0/16", false, false);
                            p.subnets.removeIf(s -> s.id().equals("subnet-1000000b"));
                            leaveBy(p, "rtb-priv-c");
                            p.interfaces.add(World.eni(
                                    "eni-x", "subnet-1000000a", "eu-central-1a", "interface", "instance i-x"));
                        },
                        "DNS host names are off",
                        CHECKS.toArray(String[]::new)));
    }

    private static void vpc(Prospect prospect, String cidr, boolean dnsSupport, boolean dnsHostnames) {
        prospect.vpc = Optional.of(new Network.Vpc("vpc-1", Cidr.parse(cidr), dnsSupport, dnsHostnames, Map.of()));
    }

    private static void subnet(Prospect prospect, String id, String zone, String cidr, long free) {
        prospect.subnets.replaceAll(s -> s.id().equals(id)
                ? new Network.Subnet(id, s.vpcId(), zone, Cidr.parse(cidr), free, s.mapsPublicIp(), s.tags())
                : s);
    }

    private static void leaveBy(Prospect prospect, String table, Route... routes) {
        prospect.routeTables.replaceAll(t ->
                t.id().equals(table) ? new Network.RouteTable(t.id(), t.main(), t.subnetIds(), List.of(routes)) : t);
    }

    @Test
    void whatStandsAlreadyNeedsNoFurtherAddresses() {
        Prospect prospect = ready();
        prospect.stacks.put("edge", "CREATE_COMPLETE");
        prospect.stacks.put("compute", "UPDATE_COMPLETE");
        subnet(prospect, "subnet-1000000a", "eu-central-1a", "10.40.0.0/20", 0);
        subnet(prospect, "subnet-2000000a", "eu-central-1a", "10.40.128.0/20", 0);

        assertThat(finding(prospect, "preflight-subnets"))
                .returns(Verdict.PASS, Finding::verdict)
                .satisfies(f -> assertThat(f.evidence())
                        .contains("eu-central-1a: private subnet-2000000a has 0 free addresses, "
                                + "and what needs them stands already"));
    }

    @Test
    void aLoadBalancerOfTheOwnersMayBeInAPublicSubnet() {
        Prospect prospect = ready();
        prospect.loadBalancers.add(NetworkWorld.balancer("app/theirs/1"));
        prospect.interfaces.add(
                World.eni("eni-x", "subnet-1000000a", "eu-central-1a", "interface", "ELB app/theirs/1"));

        assertThat(finding(prospect, "preflight-public-subnets").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void itIsToldHowContentReachesS3() {
        Prospect prospect = ready();
        assertThat(finding(prospect, "preflight-routes").evidence())
                .contains("content goes to S3 through the internet access: there is no gateway endpoint");

        prospect.endpoints.add(new Network.Endpoint("vpce-1", "com.amazonaws.eu-central-1.s3", "Gateway", "available"));
        assertThat(finding(prospect, "preflight-routes").evidence()).contains("content goes to S3 by vpce-1");
    }

    @ParameterizedTest
    @CsvSource({
        "vpc, preflight-vpc",
        "subnets, preflight-subnets",
        "routeTables, preflight-routes",
        "interfaces, preflight-public-subnets",
        "loadBalancers, preflight-public-subnets"
    })
    void aPartThatCannotBeSeenIsUnknownAndNamesThePermission(String part, String id) {
        assertThat(finding(ready().hide(part), id))
                .returns(Verdict.UNKNOWN, Finding::verdict)
                .satisfies(f -> assertThat(f.evidence()).contains("missing permission test:" + part));
    }

    private static Finding finding(Prospect prospect, String id) {
        return PreflightChecks.judge(PLAN, prospect.preparation()).stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
