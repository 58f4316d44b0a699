package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.cfn.Template;
import dev.essha.plan.AnyPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.ValidPlan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every plan that can be installed. */
class BlueprintPropertiesTest {

    /** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">Quotas</a> */
    private static final int PARAMETERS = 200;

    private static final int OUTPUTS = 200;
    private static final int RESOURCES = 500;
    private static final int LOGICAL_ID = 255;

    @Property(tries = 100)
    void theSamePlanGivesTheSameBytes(@ForAll("plans") Plan plan) {
        assertThat(stages(plan)).isEqualTo(stages(plan));
    }

    @Property(tries = 100)
    void templatesStayBelowTheQuotasOfCloudFormation(@ForAll("plans") Plan plan) {
        assertThat(templates(plan)).allSatisfy(template -> {
            assertThat(template.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(Template.LARGEST_BODY);
            assertThat(template.parameters()).hasSizeLessThan(PARAMETERS);
            assertThat(template.outputs()).hasSizeLessThan(OUTPUTS);
            assertThat(template.resources()).hasSizeLessThan(RESOURCES);
            assertThat(template.resources()).allMatch(id -> id.length() <= LOGICAL_ID && id.matches("[A-Za-z0-9]+"));
        });
    }

    @Property(tries = 100)
    void noReferenceDangles(@ForAll("plans") Plan plan) {
        assertThat(templates(plan)).allSatisfy(template -> {
            Set<String> there = Stream.concat(template.parameters().stream(), template.resources().stream())
                    .collect(Collectors.toSet());
            assertThat(template.references()).isSubsetOf(there);
            assertThat(template.dependencies()).isSubsetOf(template.resources());
        });
    }

    @Property(tries = 100)
    void everyInputIsAParameterThatAnEarlierStageDelivers(@ForAll("plans") Plan plan) {
        Blueprint blueprint = Blueprint.of(ValidPlan.of(plan));

        for (Work.Stack stack : stacks(blueprint)) {
            ReadTemplate template = new ReadTemplate(stack.templateBody());
            Set<String> given = Stream.concat(
                            stack.inputs().stream().map(Output::key),
                            stack.lookups().stream().map(Lookup::key))
                    .collect(Collectors.toSet());
            assertThat(template.parameters()).isEqualTo(given);
            assertThat(template.outputs())
                    .isEqualTo(stack.outputs().stream().map(Output::key).collect(Collectors.toSet()));
        }
    }

    @Property(tries = 100)
    void noTemplateNamesAPartitionOrItsDnsSuffix(@ForAll("plans") Plan plan) {
        assertThat(templates(plan))
                .allSatisfy(template -> assertThat(template.withoutServicePrincipals())
                        .doesNotContain("arn:aws:", "arn:aws-", "amazonaws.com"));
    }

    @Provide
    Arbitrary<Plan> plans() {
        return AnyPlan.valid();
    }

    private static List<Stage> stages(Plan plan) {
        return Blueprint.of(ValidPlan.of(plan)).stages();
    }

    private static List<ReadTemplate> templates(Plan plan) {
        return stacks(Blueprint.of(ValidPlan.of(plan))).stream()
                .map(stack -> new ReadTemplate(stack.templateBody()))
                .toList();
    }

    private static List<Work.Stack> stacks(Blueprint blueprint) {
        return blueprint.stages().stream()
                .map(Stage::work)
                .filter(Work.Stack.class::isInstance)
                .map(Work.Stack.class::cast)
                .toList();
    }
}
