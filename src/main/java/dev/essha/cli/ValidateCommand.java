package dev.essha.cli;

import dev.essha.plan.ValidPlan;
import picocli.CommandLine.Command;

@Command(name = "validate", description = "Say everything that is wrong with a plan, with path and line.")
final class ValidateCommand extends PlanCommand {

    ValidateCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan) {
        if (json()) {
            tools().console()
                    .say(Json.line(Json.object()
                            .put("valid", true)
                            .set("problems", Json.object().putArray("problems"))));
        }
        say("%s: a valid plan for deployment %s in %s"
                .formatted(file(), plan.plan().name(), plan.plan().region()));
        return Exit.OK;
    }
}
