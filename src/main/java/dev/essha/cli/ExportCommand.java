package dev.essha.cli;

import dev.essha.application.Json;
import dev.essha.blueprint.Blueprint;
import dev.essha.export.Bundle;
import dev.essha.plan.ValidPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "Write templates, deploy script, drawing and records: usable without this program.")
final class ExportCommand extends PlanCommand {

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A new or empty folder, or an earlier bundle.")
    private Path directory;

    ExportCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan) throws IOException {
        List<String> written = Bundle.of(Blueprint.of(plan)).writeTo(directory);
        if (json()) {
            tools().console()
                    .say(Json.line(
                            Json.object().put("directory", directory.toString()).set("files", Json.tree(written))));
        }
        written.forEach(f -> say(directory.resolve(f).toString()));
        return Exit.OK;
    }
}
