package dev.essha.cli;

import dev.essha.plan.yaml.PlanSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "schema", description = "Print the JSON Schema of a plan, for editors and pipelines.")
final class SchemaCommand implements Callable<Integer> {

    /** The answer is JSON in any case. */
    @Mixin
    private OutputOptions output;

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
