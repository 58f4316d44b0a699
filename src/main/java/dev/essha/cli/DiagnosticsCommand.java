package dev.essha.cli;

import dev.essha.application.Gathering;
import dev.essha.application.Json;
import dev.essha.application.Places;
import dev.essha.diagnostics.Diagnostics;
import dev.essha.plan.ValidPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "diagnostics",
        description = "Write one zip that tells what happened: plan, runs, log, stacks and their events; no secrets.")
final class DiagnosticsCommand extends PlanCommand {

    @Mixin
    private CloudOptions where;

    @Option(names = "--out", paramLabel = "FILE", description = "The zip to write; it must not exist yet.")
    private Path out;

    DiagnosticsCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan) throws IOException {
        Path file = Optional.ofNullable(out)
                .orElseGet(() -> Path.of("ess-ha-diagnostics-" + plan.plan().name() + ".zip"));
        if (Files.exists(file)) {
            throw new Refused(file + " is there already", "Name a file that does not exist with --out.", Exit.USAGE);
        }
        try (Places.Session session = tools().places().open(plan.plan(), where.choice(plan.plan()))) {
            Diagnostics zip = new Gathering(tools().archive()).of(plan, session.cloud());
            if (zip.names().contains(Gathering.NOT_SEEN)) {
                say("The account cannot be asked; " + Gathering.NOT_SEEN + " in the zip tells why.");
            }
            return write(zip, file, session);
        }
    }

    private int write(Diagnostics zip, Path file, Places.Session session) throws IOException {
        zip.writeTo(file, session.time().now());
        if (json()) {
            tools().console()
                    .say(Json.line(Json.object().put("file", file.toString()).set("parts", Json.tree(zip.names()))));
        }
        zip.names().forEach(name -> say("  " + name));
        say("Wrote " + file + ". Secrets were taken out; look through it before you send it to anybody.");
        return Exit.OK;
    }
}
