package dev.essha.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Front;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.Plan;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The findings about the way to the cluster, in every shape. */
class FrontChecksTest {

    @Test
    void everyShapeInPerfectHealthPasses() {
        assertThat(FrontPlans.all())
                .hasSizeGreaterThan(20)
                .allSatisfy(plan -> assertThat(judge(new World(plan)))
                        .as(FrontPlans.label(plan))
                        .allSatisfy(f -> assertThat(f.verdict())
                                .as(f.id() + " " + f.evidence())
                                .isEqualTo(Verdict.PASS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.essha.checklist.FrontBreaks#all")
    void aBreakTurnsExactlyTheRightFindingsRed(FrontBreaks.Break broken) {
        World world = new World(broken.plan());
        broken.change().accept(world);

        List<Finding> findings = judge(world);

        assertThat(ids(findings, Verdict.FAIL)).isEqualTo(new TreeSet<>(broken.red()));
        assertThat(ids(findings, Verdict.UNKNOWN)).isEqualTo(new TreeSet<>(broken.unknown()));
        assertThat(findings)
                .filteredOn(f -> f.verdict() == Verdict.FAIL)
                .allSatisfy(f -> assertThat(f.remedy()).endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aPartThatCannotBeSeenIsUnknownAndNamesThePermission(String part) {
        Plan plan = concerned(part);
        List<Finding> findings = judge(new World(plan).hide(part));

        assertThat(ids(findings, Verdict.FAIL)).isEmpty();
        assertThat(findings)
                .filteredOn(f -> List.of(f.source().split(", ")).contains("test:Describe" + part))
                .isNotEmpty()
                .allSatisfy(f -> {
                    assertThat(f.verdict()).as(f.id()).isEqualTo(Verdict.UNKNOWN);
                    assertThat(f.evidence()).contains("missing permission test:Describe" + part);
                });
    }

    static Stream<String> parts() {
        return Arrays.stream(Front.class.getRecordComponents()).map(RecordComponent::getName);
    }

    private static Plan concerned(String part) {
        return switch (part) {
            case "accelerator" -> FrontPlans.fronted();
            case "gateway", "webAcl", "gatewayCertificate", "gatewayAddresses" -> FrontPlans.behindGateway();
            default -> FrontPlans.perZone();
        };
    }

    @Test
    void findingsSpeakOfTheShapeThatWasChosen() {
        assertThat(title(ExamplePlan.inRoute53(), "R6-load-balancer")).startsWith("One load balancer");
        assertThat(title(FrontPlans.perZone(), "R6-load-balancer")).startsWith("Each zone has a load balancer");
        assertThat(title(FrontPlans.perZone(), "R8-domain")).endsWith("the load balancers of the zones");
        assertThat(title(FrontPlans.fronted(), "R8-domain")).endsWith("the accelerator");
        assertThat(title(FrontPlans.behindGateway(), "R8-wildcard")).endsWith("the gateway");
        assertThat(title(FrontPlans.behindGateway(), "R5-gateway")).startsWith("CloudFront");
        assertThat(title(FrontPlans.behindGateway(), "practice-access")).startsWith("The gateway lets");
    }

    @Test
    void whatAPlanDoesNotHaveHasNoFinding() {
        assertThat(judge(new World(ExamplePlan.inRoute53())))
                .extracting(Finding::id)
                .doesNotContain("R5-web-acl", "R6-accelerator", "R8-zone-records", "R8-private-zone");
        assertThat(judge(new World(FrontPlans.perZone())))
                .extracting(Finding::id)
                .contains("R8-zone-records", "R8-private-zone")
                .doesNotContain("R5-web-acl", "R6-accelerator");
    }

    /** Before ESS runs no endpoint is healthy; afterwards one that is not is a zone that is lost. */
    @Test
    void anEndpointIsJudgedByTheOthers() {
        World world = new World(FrontPlans.fronted());
        assertThat(finding(world, "R6-accelerator").evidence())
                .contains("ess-demo-a: weight 128, UNHEALTHY; none is healthy before ESS runs");

        FrontBreaks.health(world, "HEALTHY", "HEALTHY", "UNHEALTHY");
        assertThat(finding(world, "R6-accelerator").evidence().getFirst())
                .isEqualTo("ess-demo-c: weight 128, UNHEALTHY");

        FrontBreaks.health(world, "HEALTHY", "HEALTHY", "HEALTHY");
        assertThat(finding(world, "R6-accelerator").verdict()).isEqualTo(Verdict.PASS);
    }

    /** The provider's own look-up went to another edge location. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        ROUTE53,   203.0.113.1,   PASS
        ROUTE53,   198.18.0.1,    PASS
        ELSEWHERE, 203.0.113.2,   PASS
        ELSEWHERE, 198.18.0.1,    UNKNOWN
        """)
    void addressesOfAGatewayNeedNotAgree(Dns dns, String address, Verdict verdict) {
        World world = new World(FrontPlans.atTheTop(LoadBalancing.SINGLE, Gateway.CLOUDFRONT, dns));
        answer(world, Status.FOUND, address);

        assertThat(finding(world, "R8-domain").verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        SINGLE,  FOUND,        198.18.0.1,   FAIL
        SINGLE,  NO_SUCH_NAME, ,             FAIL
        SINGLE,  FAILED,       ,             UNKNOWN
        FRONTED, FOUND,        198.51.100.2, PASS
        FRONTED, FOUND,        198.18.0.1,   FAIL
        """)
    void aDomainAtTheTopElsewhereIsJudgedByItsAddresses(
            LoadBalancing shape, Status status, String address, Verdict verdict) {
        World world = new World(FrontPlans.atTheTop(shape, Gateway.NONE, Dns.ELSEWHERE));
        answer(world, status, address == null ? new String[0] : new String[] {address});

        assertThat(finding(world, "R8-domain").verdict()).isEqualTo(verdict);
    }

    @Test
    void anAliasMayHaveTheConsolesPrefix() {
        World world = new World(FrontPlans.atTheTop(LoadBalancing.SINGLE, Gateway.NONE, Dns.ROUTE53));
        World.replace(
                world.records,
                0,
                r -> new Edge.HostedRecord(r.name(), r.type(), List.of(), "dualstack." + r.aliasTo()));

        assertThat(finding(world, "R8-domain").verdict()).isEqualTo(Verdict.PASS);
    }

    private static void answer(World world, Status status, String... addresses) {
        world.lookups.replaceAll(
                a -> a.name().equals("ess.example.com") && a.type().equals("A")
                        ? new DnsAnswer(a.name(), "A", status, List.of(addresses), List.of(), 60)
                        : a);
    }

    private static String title(Plan plan, String id) {
        return finding(new World(plan), id).title();
    }

    private static Finding finding(World world, String id) {
        return judge(world).stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<Finding> judge(World world) {
        return Checklist.judge(world.plan, world.inventory());
    }

    private static Set<String> ids(List<Finding> findings, Verdict verdict) {
        return findings.stream()
                .filter(f -> f.verdict() == verdict)
                .map(Finding::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
