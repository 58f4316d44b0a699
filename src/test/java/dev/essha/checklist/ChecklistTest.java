package dev.essha.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Network;
import dev.essha.plan.DatabasePlan.Sharing;
import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.Plan;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChecklistTest {

    @Test
    void aHealthyDeploymentPassesEveryCheck() {
        World world = new World(ExamplePlan.inRoute53());

        List<Finding> findings = Checklist.judge(world.plan, world.inventory());

        assertThat(findings)
                .allSatisfy(f ->
                        assertThat(f.verdict()).as(f.id() + " " + f.evidence()).isEqualTo(Verdict.PASS));
    }

    @Test
    void dnsElsewhereNeedsNoRecordsInRoute53() {
        World world = new World(ExamplePlan.elsewhere()).hide("records");

        List<Finding> findings = Checklist.judge(world.plan, world.inventory());

        assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.PASS);
    }

    @Test
    void everyRequirementHasAFindingAndTheyComeInOrder() {
        World world = new World(ExamplePlan.inRoute53());

        List<String> requirements = Checklist.judge(world.plan, world.inventory()).stream()
                .map(Finding::requirement)
                .distinct()
                .toList();

        assertThat(requirements)
                .containsExactlyElementsOf(
                        Stream.concat(IntStream.rangeClosed(1, 15).mapToObj(i -> "R" + i), Stream.of("practice"))
                                .toList());
    }

    @Test
    void everyFindingExplainsItself() {
        World world = new World(ExamplePlan.inRoute53());

        assertThat(Checklist.judge(world.plan, world.inventory())).allSatisfy(f -> {
            assertThat(f.title()).isNotBlank();
            assertThat(f.why()).endsWith(".");
            assertThat(f.evidence()).as(f.id()).isNotEmpty();
        });
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("dev.essha.checklist.Breaks#all")
    void aBreakTurnsExactlyTheRightFindingsRed(Breaks.Break broken) {
        World world = new World(ExamplePlan.inRoute53());
        broken.change().accept(world);

        List<Finding> findings = Checklist.judge(world.plan, world.inventory());

        assertThat(ids(findings, Verdict.FAIL)).isEqualTo(new TreeSet<>(broken.red()));
        assertThat(ids(findings, Verdict.UNKNOWN)).isEqualTo(new TreeSet<>(broken.unknown()));
        assertThat(findings)
                .filteredOn(f -> f.verdict() == Verdict.FAIL)
                .allSatisfy(f -> assertThat(f.remedy()).endsWith("."));
    }

    @Test
    void registrationIsJudgedAndHealthIsOnlyTold() {
        World world = new World(ExamplePlan.inRoute53());

        Finding registered = finding(world, "R6-nodes-registered");

        assertThat(registered.verdict()).isEqualTo(Verdict.PASS);
        assertThat(registered.evidence())
                .contains("ess-demo: healthy: 0 of 3; none is before ESS runs, since its ingress is what answers the"
                        + " health check");
    }

    @Test
    void emptyRepositoriesPassAndSayWhatIsLeftToDo() {
        World world = new World(ExamplePlan.inRoute53());

        assertThat(finding(world, "R14-repositories").evidence())
                .last()
                .asString()
                .startsWith("empty: " + world.repositories.size())
                .contains("have to be copied");
    }

    @Test
    void theAddOnsAreThoseThatTheComputeStageInstalls() throws IOException {
        String template = Files.readString(Path.of("src/test/resources/goldens/compute/production_3-zones.yaml"));

        assertThat(Pattern.compile("AddonName: (\\S+)").matcher(template).results())
                .extracting(m -> m.group(1))
                .containsExactlyInAnyOrderElementsOf(ClusterChecks.ADDONS);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aPartThatCannotBeSeenIsUnknownAndNamesThePermission(String part) {
        Plan plan = part.equals("databaseClusters")
                ? ExamplePlan.withDatabase(Topology.MULTI_AZ_CLUSTER, Sharing.SHARED)
                : ExamplePlan.inRoute53();
        World world = new World(plan).hide(part);

        List<Finding> findings = Checklist.judge(world.plan, world.inventory());

        assertThat(ids(findings, Verdict.FAIL)).isEmpty();
        assertThat(findings)
                .filteredOn(f -> f.source().contains("test:Describe" + part))
                .isNotEmpty()
                .allSatisfy(f -> {
                    assertThat(f.verdict()).as(f.id()).isEqualTo(Verdict.UNKNOWN);
                    assertThat(f.evidence()).contains("missing permission test:Describe" + part);
                });
    }

    @Test
    void whyAPartIsUnseenAndWhatToDoIsSaidInTheReadersLanguage() {
        World world = new World(ExamplePlan.inRoute53()).hide("bucket");

        assertThat(Checklist.judge(world.plan, world.inventory(), Locale.GERMAN))
                .filteredOn(f -> f.id().equals("R10-bucket"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.evidence()).containsExactly("es fehlt die Berechtigung test:Describebucket");
                    assertThat(f.remedy()).startsWith("Geben Sie der angemeldeten Identität die fehlende Berechtigung");
                });
    }

    static Stream<String> parts() {
        return Arrays.stream(Inventory.class.getRecordComponents())
                .filter(c -> c.getType().getSimpleName().equals("Observed"))
                .map(RecordComponent::getName);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        FOUND,        PASS
        NO_DATA,      FAIL
        NO_SUCH_NAME, FAIL
        FAILED,       UNKNOWN
        """)
    void theNameOfTheLoadBalancerIsJudgedByTheAnswer(Status status, Verdict verdict) {
        World world = new World(ExamplePlan.inRoute53());
        World.replace(
                world.lookups,
                world.lookups.size() - 1,
                a -> new DnsAnswer(a.name(), a.type(), status, List.of(), List.of(), 60));

        assertThat(finding(world, "R7-public-name").verdict()).isEqualTo(verdict);
    }

    @Test
    void aNameServerThatDoesNotAnswerLeavesTheDomainUnknown() {
        World world = new World(ExamplePlan.elsewhere());
        world.lookups.replaceAll(a -> new DnsAnswer(a.name(), a.type(), Status.FAILED, List.of(), List.of(), 0));

        assertThat(finding(world, "R8-domain").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding(world, "R8-wildcard").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void anAnswerThatNoCheckForesawIsUnknown() {
        World world = new World(ExamplePlan.inRoute53());
        world.cluster = Optional.of(World.cluster("next", List.of(), true));

        Finding version = finding(world, "practice-cluster-version");

        assertThat(version.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(version.evidence()).singleElement().asString().contains("next");
    }

    @Test
    void aDatabaseWhoseParametersWereNotReadIsUnknown() {
        World world = new World(ExamplePlan.inRoute53());
        world.databases.set(0, World.database(true, true, 14, Map.of()));

        assertThat(finding(world, "practice-database-tls").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void natGatewaysInPublicSubnetsAreNamedAsTheException() {
        World world = new World(ExamplePlan.inRoute53());

        assertThat(finding(world, "R4-public-subnets").evidence())
                .filteredOn(e -> e.startsWith("NAT gateway, the exception"))
                .hasSize(3);
    }

    @Test
    void aSubnetWithoutATableOfItsOwnIsJudgedByTheMainOne() {
        World world = new World(ExamplePlan.inRoute53());
        world.routeTables.removeIf(t -> t.id().equals("rtb-priv-b"));
        world.routeTables.add(new Network.RouteTable(
                "rtb-main", true, List.of(), List.of(new Network.Route("0.0.0.0/0", "igw-1", true))));

        assertThat(finding(world, "R3-subnets").evidence().getFirst())
                .isEqualTo("eu-central-1b: public subnet-pub-b (10.40.16.0/20), subnet-priv-b (10.40.144.0/20),"
                        + " private none");
    }

    private static Finding finding(World world, String id) {
        return Checklist.judge(world.plan, world.inventory()).stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> ids(List<Finding> findings, Verdict verdict) {
        return findings.stream()
                .filter(f -> f.verdict() == verdict)
                .map(Finding::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
