package dev.essha.cli;

import dev.essha.application.Json;
import dev.essha.application.Places;
import dev.essha.application.Spell;
import dev.essha.blueprint.Blueprint;
import dev.essha.cloud.StackView;
import dev.essha.pipeline.StageStatus;
import dev.essha.pipeline.StatusReader;
import dev.essha.plan.ValidPlan;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Say how the stages and stacks of a deployment stand.")
final class StatusCommand extends SessionCommand {

    @Option(names = "--no-drift", description = "Do not look for what was changed by hand, which takes a while.")
    private boolean noDrift;

    StatusCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan, Places.Session session) throws InterruptedException {
        sayWhere(session.cloud());
        List<StageStatus> stages = new StatusReader(session.time(), !noDrift).read(Blueprint.of(plan), session.cloud());
        if (json()) {
            tools().console().say(Json.line(Json.object().set("stages", Json.tree(stages))));
        } else {
            stages.stream().flatMap(s -> lines(s).stream()).forEach(this::say);
        }
        return Exit.OK;
    }

    private static List<String> lines(StageStatus status) {
        String label = status.stage().label();
        List<String> lines = new ArrayList<>();
        switch (status) {
            case StageStatus.OfStack s -> {
                lines.add(Spell.stage(label, s.stack().map(v -> stack(s, v)).orElse("does not exist")));
                Drifts.lines(s.drift()).forEach(l -> lines.add(Spell.stage("", l)));
            }
            case StageStatus.OfStep s -> {
                lines.add(Spell.stage(label, (s.done() ? "done, " : "not done, ") + s.detail()));
                s.todo().forEach(l -> lines.add(Spell.stage("", l)));
            }
        }
        return lines;
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
