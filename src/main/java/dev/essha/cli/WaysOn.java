package dev.essha.cli;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.pipeline.RunState;
import dev.essha.pipeline.StagePhase;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What a person can do after an install that failed, with the very commands. */
final class WaysOn {

    private static final String LINE = "  %-42s %s";

    private final Blueprint blueprint;
    private final RunState run;
    private final UnaryOperator<String> typed;

    /** @param typed a command with the plan and the options that were typed */
    WaysOn(Blueprint blueprint, RunState run, UnaryOperator<String> typed) {
        this.blueprint = blueprint;
        this.run = run;
        this.typed = typed;
    }

    void print(Consumer<String> line) {
        line.accept("");
        line.accept("What was made is kept. You can");
        line.accept(LINE.formatted("go on from there, once the cause is mended", typed.apply("install")));
        for (StageId stage : failedStacks()) {
            line.accept(
                    LINE.formatted("take back the stage " + stage.label(), typed.apply("roll-back " + stage.label())));
        }
        line.accept(LINE.formatted("save what tells what happened", typed.apply("diagnostics")));
        line.accept(LINE.formatted("take everything down", typed.apply("destroy")));
    }

    private List<StageId> failedStacks() {
        return run.stages().values().stream()
                .filter(s -> s.phase() instanceof StagePhase.Failed)
                .map(s -> s.announced().stage())
                .filter(s -> blueprint.stage(s).work() instanceof Work.Stack)
                .toList();
    }
}
