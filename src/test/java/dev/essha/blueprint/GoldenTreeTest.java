package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class GoldenTreeTest {

    @Test
    void whatHangsOnNothingIsOneTemplate() {
        assertThat(GoldenTree.named(cases(_ -> "same")).keySet()).containsExactly("every-plan");
    }

    @Test
    void onlyWhatDecidesIsInTheName() {
        assertThat(GoldenTree.named(cases(c -> c.get(1) + c.get(5))).keySet())
                .containsExactlyInAnyOrder(
                        "3-zones_route53",
                        "3-zones_apex",
                        "3-zones_elsewhere",
                        "4-zones_route53",
                        "4-zones_apex",
                        "4-zones_elsewhere");
    }

    @Test
    void whatDecidesOnlyWithSomethingElseIsNamedOnlyThere() {
        assertThat(GoldenTree.named(cases(c -> c.get(3).equals("per-zone") ? c.get(3) + c.get(1) : "one"))
                        .keySet())
                .containsExactly("per-zone_3-zones", "per-zone_4-zones", "single-or-fronted");
    }

    @Test
    void whatCannotBeChosenTogetherIsNoObstacle() {
        List<GoldenTree.Case> some = cases(c -> c.get(3), c -> !c.contains("per-zone") || c.contains("route53"));

        assertThat(GoldenTree.named(some).keySet()).containsExactly("fronted", "per-zone", "single");
    }

    @Test
    void oneChoiceWithTwoTemplatesIsAMistake() {
        List<String> same = cases(_ -> "").getFirst().labels();
        List<GoldenTree.Case> cases = List.of(new GoldenTree.Case(same, "a"), new GoldenTree.Case(same, "b"));

        assertThatThrownBy(() -> GoldenTree.named(cases)).isInstanceOf(IllegalStateException.class);
    }

    private static List<GoldenTree.Case> cases(Function<List<String>, String> body) {
        return cases(body, _ -> true);
    }

    private static List<GoldenTree.Case> cases(
            Function<List<String>, String> body, Predicate<List<String>> canBeChosen) {
        return Dimension.cross().stream()
                .map(chosen -> chosen.stream().map(Dimension.Option::label).toList())
                .filter(canBeChosen)
                .map(labels -> new GoldenTree.Case(labels, body.apply(labels)))
                .toList();
    }
}
