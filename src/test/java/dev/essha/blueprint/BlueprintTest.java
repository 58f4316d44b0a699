package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.essha.blueprint.cfn.ServicePrincipal;
import dev.essha.blueprint.cfn.Template;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class BlueprintTest {

    /** What holds data or keys, whatever a stage says of it. */
    private static final Set<String> HOLDS_DATA = Set.of(
            "AWS::ECR::Repository",
            "AWS::KMS::Key",
            "AWS::MSK::Cluster",
            "AWS::RDS::DBCluster",
            "AWS::RDS::DBInstance",
            "AWS::S3::Bucket",
            "AWS::SecretsManager::Secret");

    /** What protects data that a destroy leaves behind stays with it. */
    private static final Set<String> STAYS_WITH_DATA = Set.of("AWS::S3::BucketPolicy");

    @ParameterizedTest
    @EnumSource
    void theSamePlanGivesTheSameBytes(Plans plan) {
        assertThat(plan.blueprint().stages()).isEqualTo(plan.blueprint().stages());
    }

    @ParameterizedTest
    @EnumSource
    void everyTemplateIsBelowTheLimitOfAnInlineBody(Plans plan) {
        assertThat(stacks(plan))
                .allSatisfy(stack -> assertThat(stack.templateBody().getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThan(Template.LARGEST_BODY));
    }

    @ParameterizedTest
    @EnumSource
    void noTemplateNamesAPartitionOrItsDnsSuffix(Plans plan) {
        assertThat(stacks(plan))
                .allSatisfy(stack -> assertThat(withoutServicePrincipals(stack.templateBody()))
                        .doesNotContain("arn:aws")
                        .doesNotContain("amazonaws.com"));
    }

    @ParameterizedTest
    @EnumSource
    void whatHoldsDataSaysWhatBecomesOfIt(Plans plan) {
        for (Work.Stack stack : stacks(plan)) {
            Map<?, ?> resources = resources(stack);
            for (Work.Resource resource : stack.resources()) {
                assertThat(((Map<?, ?>) resources.get(resource.logicalId()))
                                .keySet().stream().map(Object::toString).filter(k -> k.endsWith("Policy")))
                        .as(resource.logicalId())
                        .hasSize(resource.stateful() || STAYS_WITH_DATA.contains(resource.type()) ? 2 : 0);
                assertThat(resource.stateful())
                        .as(resource.logicalId())
                        .isEqualTo(HOLDS_DATA.contains(resource.type()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void resourcesAreListedAsTheTemplateHasThemAndDependOnlyOnTheirOwn(Plans plan) {
        for (Work.Stack stack : stacks(plan)) {
            List<String> ids =
                    stack.resources().stream().map(Work.Resource::logicalId).toList();
            assertThat(resources(stack).keySet().stream().map(Object::toString)).containsExactlyElementsOf(ids);
            assertThat(stack.resources()).allSatisfy(r -> assertThat(ids).containsAll(r.dependsOn()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void stacksWithDataRefuseToBeDeleted(Plans plan) {
        assertThat(plan.blueprint().stages())
                .filteredOn(s -> s.work() instanceof Work.Stack stack && stack.terminationProtection())
                .extracting(Stage::id)
                .containsExactly(
                        StageId.SECURITY, StageId.REGISTRY, StageId.STORAGE, StageId.DATABASE, StageId.MESSAGING);
    }

    @Test
    void everyOutputIsTakenByExactlyItsDeclaredConsumers() {
        Map<Output, Set<StageId>> takers = new EnumMap<>(Output.class);
        Arrays.stream(Output.values()).forEach(o -> takers.put(o, EnumSet.noneOf(StageId.class)));
        everyStage()
                .forEach(stage ->
                        stage.work().inputs().forEach(o -> takers.get(o).add(stage.id())));

        assertThat(takers)
                .allSatisfy((output, by) -> assertThat(by).as(output.name()).isEqualTo(output.consumers()));
    }

    /** Kafka, the slowest, starts as soon as it can, and so do the other slow ones. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        network   |
        security  |
        registry  | security
        storage   | security
        database  | network security
        messaging | network security
        compute   | network security storage
        edge      | network
        nodes     | compute edge
        access    | network
        dns       | edge nodes access
        clean-up  | network security registry storage database messaging compute edge nodes dns access
        hand-over | network security registry storage database messaging compute edge nodes dns access clean-up
        """)
    void aStageWaitsForNoMoreThanItNeeds(String stage, String after) {
        Blueprint blueprint = Plans.PROOF_OF_CONCEPT.blueprint();

        assertThat(blueprint.stages())
                .filteredOn(s -> s.id().label().equals(stage))
                .singleElement()
                .satisfies(
                        s -> assertThat(s.after().stream().map(StageId::label).collect(Collectors.joining(" ")))
                                .isEqualTo(after == null ? "" : after));
    }

    @ParameterizedTest
    @EnumSource
    void whereDnsIsElsewhereAPersonAddsTheRecords(Plans plan) {
        Work dns = plan.blueprint().stage(StageId.DNS).work();

        assertThat(dns).isInstanceOf(plan == Plans.DNS_ELSEWHERE ? Work.AnnounceRecords.class : Work.Stack.class);
    }

    @Test
    void stacksCarryTheDeploymentsTags() {
        Work.Stack network = stacks(Plans.DNS_ELSEWHERE).getFirst();

        assertThat(network.name()).isEqualTo("ess-demo-network");
        assertThat(network.tags())
                .containsEntry("ess-ha:deployment", "demo")
                .containsEntry("ess-ha:stage", "network")
                .containsEntry("ess-ha:version", "0.1")
                .containsEntry("cost-center", "0042");
    }

    @Test
    void aStageWithoutItsProducerIsRefused() {
        Blueprint whole = Plans.PROOF_OF_CONCEPT.blueprint();
        List<Stage> without =
                whole.stages().stream().filter(s -> s.id() != StageId.SECURITY).toList();

        assertThatThrownBy(() -> new Blueprint(whole.plan(), without))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SECURITY");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        1.4.2,          1.4
        0.1.0-SNAPSHOT, 0.1
        2.0-SNAPSHOT,   2.0
        """)
    void aPatchReleaseChangesNoTag(String version, String feature) {
        assertThat(new Version(version).feature()).isEqualTo(feature);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        access-grant,   AccessGrant
        a.b,            ADotB
        a/b,            ASlashB
        a_b,            AUnderscoreB
        a-1,            ADash1
        a1,             A1
        """)
    void namesFromThePlanStayDifferentInLogicalIds(String name, String part) {
        assertThat(LogicalIds.camelCase(name)).isEqualTo(part);
    }

    @Test
    void longNamesFromThePlanStayDifferentAndFitALogicalId() {
        String one = LogicalIds.camelCase("a_".repeat(49) + "a");
        String other = LogicalIds.camelCase("a_".repeat(49) + "b");

        assertThat(one).hasSizeLessThan(200).isNotEqualTo(other);
    }

    private static Stream<Stage> everyStage() {
        return Stream.concat(
                Arrays.stream(OtherGolden.values()).flatMap(other -> other.blueprint().stages().stream()),
                FrontShapes.all().flatMap(shape -> shape.stages().stream()));
    }

    private static List<Work.Stack> stacks(Plans plan) {
        return plan.blueprint().stages().stream()
                .map(Stage::work)
                .filter(Work.Stack.class::isInstance)
                .map(Work.Stack.class::cast)
                .toList();
    }

    private static Map<?, ?> resources(Work.Stack stack) {
        Map<?, ?> template = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(stack.templateBody());
        return (Map<?, ?>) template.get("Resources");
    }

    /** They look like host names and are none. */
    private static String withoutServicePrincipals(String body) {
        String names = Arrays.stream(ServicePrincipal.values())
                .map(p -> Pattern.quote(p.text()))
                .collect(Collectors.joining("|"));
        return body.replaceAll(names, "");
    }
}
