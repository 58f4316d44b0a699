package dev.essha.export;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stacks that are not called after their stage, or not in the plan's region, as lines of a shell's {@code case}. */
final class StackPlaces {

    private final Blueprint blueprint;
    private final Plan plan;
    private final ResourceNames names;

    StackPlaces(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.plan = blueprint.plan().plan();
        this.names = new ResourceNames(plan.name());
    }

    /** What scripts need in order to run {@code aws} and to find the outputs of stacks. */
    String awsFunctions() {
        return TextTemplate.load("aws.sh")
                .with("other-names", cases(this::isNamedOtherwise, Work.Stack::name))
                .with(
                        "other-regions",
                        cases(
                                (_, stack) -> isElsewhere(stack),
                                stack -> stack.region().value()))
                .render();
    }

    private boolean isNamedOtherwise(Stage stage, Work.Stack stack) {
        return !stack.name().equals(names.stack(stage.id().label()));
    }

    boolean isElsewhere(Work.Stack stack) {
        return !stack.region().equals(plan.region());
    }

    private String cases(BiPredicate<Stage, Work.Stack> different, Function<Work.Stack, String> value) {
        return blueprint.stages().stream()
                .filter(s -> s.work() instanceof Work.Stack stack && different.test(s, stack))
                .map(s -> "    %s) printf %%s %s ;;\n".formatted(s.id().label(), value.apply((Work.Stack) s.work())))
                .collect(Collectors.joining());
    }
}
