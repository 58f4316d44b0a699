package dev.essha.cli;

import dev.essha.plan.yaml.PlanSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "schema", description = "Print the JSON Schema of a plan, for editors and pipelines.")
final class SchemaCommand implements Callable<Integer> {

    private final Toolbox tools;

    SchemaCommand(Toolbox tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        tools.console().say(PlanSchema.json());
        return Exit.OK;
    }
}
