package dev.essha.cli;

import dev.essha.blueprint.Blueprint;
import dev.essha.cloud.StackView;
import dev.essha.pipeline.StageStatus;
import dev.essha.pipeline.StatusReader;
import dev.essha.plan.ValidPlan;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Say how the stages and stacks of a deployment stand.")
final class StatusCommand extends SessionCommand {

    StatusCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan, Places.Session session) throws InterruptedException {
        sayWhere(session.cloud());
        List<StageStatus> stages = new StatusReader(session.time()).read(Blueprint.of(plan), session.cloud());
        if (json()) {
            tools().console().say(Json.line(Json.object().set("stages", Json.tree(stages))));
        } else {
            stages.forEach(s -> say(line(s)));
        }
        return Exit.OK;
    }

    private static String line(StageStatus status) {
        return switch (status) {
            case StageStatus.OfStack s ->
                "%-10s %s"
                        .formatted(
                                s.stage().label(),
                                s.stack().map(v -> stack(s, v)).orElse("does not exist"));
            case StageStatus.OfStep s ->
                "%-10s %s, %s".formatted(s.stage().label(), s.done() ? "done" : "not done", s.detail());
        };
    }

    private static String stack(StageStatus.OfStack stage, StackView stack) {
        String why = stack.reason().isEmpty()
                        || stack.status().succeeded()
                        || stack.status().inProgress()
                ? ""
                : ": " + stack.reason();
        return "%s, %s, %s%s"
                .formatted(stage.stackName(), stack.status(), Spell.count(stage.resources(), "resource"), why);
    }
}
