package dev.essha.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.application.Json;
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
            ObjectNode document = Json.object().put("valid", true);
            document.putArray("problems");
            tools().console().say(Json.line(document.set("notes", notes(plan))));
        }
        say("%s: a valid plan for deployment %s in %s"
                .formatted(file(), plan.plan().name(), plan.plan().region()));
        sayNotes(plan);
        return Exit.OK;
    }
}
