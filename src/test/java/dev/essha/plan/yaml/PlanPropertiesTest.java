package dev.essha.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.AnyPlan;
import dev.essha.plan.Note;
import dev.essha.plan.Notes;
import dev.essha.plan.Plan;
import dev.essha.plan.Problem;
import dev.essha.plan.ProblemText;
import dev.essha.plan.ValidPlan;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlanPropertiesTest {

    @Property(tries = 300)
    void whatIsWrittenIsReadBackEqual(@ForAll("plans") Plan plan) {
        String written = PlanWriter.write(plan);

        ReadResult read = PlanReader.read(written);

        assertThat(read.plan()).contains(plan);
        assertThat(PlanWriter.write(read.plan().orElseThrow())).isEqualTo(written);
    }

    @Property(tries = 300)
    void rulesSayTheSameOfAPlanAndOfItsFile(@ForAll("plans") Plan plan) {
        List<Problem> problems = ValidPlan.problems(plan);

        assertThat(PlanReader.read(PlanWriter.write(plan)).problems())
                .extracting(LocatedProblem::problem)
                .containsExactlyInAnyOrderElementsOf(problems);
    }

    @Property(tries = 300)
    void everyProblemIsASentenceAtASetting(@ForAll("plans") Plan plan) {
        assertThat(ValidPlan.problems(plan)).allSatisfy(problem -> {
            assertThat(problem.path()).isNotEmpty();
            assertThat(ProblemText.english().sentence(problem))
                    .isNotEqualTo(problem.key())
                    .doesNotContain("{1}");
        });
    }

    @Property(tries = 100)
    void everyNoteIsASentenceAtASetting(@ForAll("validPlans") Plan plan) {
        assertThat(Notes.of(ValidPlan.of(plan))).allSatisfy((Note note) -> {
            assertThat(note.path()).isNotEmpty();
            assertThat(ProblemText.english().sentence(note)).endsWith(".").doesNotContain("{");
        });
    }

    @Provide
    Arbitrary<Plan> plans() {
        return AnyPlan.any();
    }

    @Provide
    Arbitrary<Plan> validPlans() {
        return AnyPlan.valid();
    }
}
