package dev.essha.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.StackView;
import dev.essha.diagnostics.Diagnostics;
import dev.essha.plan.ValidPlan;
import dev.essha.plan.yaml.PlanWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "diagnostics",
        description = "Write one zip that tells what happened: plan, runs, log, stacks and their events; no secrets.")
final class DiagnosticsCommand extends PlanCommand {

    /** The newest tell the story; a deployment of years has hundreds. */
    private static final int RUNS = 5;

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
        Archive archive = tools().archive();
        Diagnostics zip = new Diagnostics(archive.redaction())
                .with("plan.yaml", PlanWriter.write(plan.plan()))
                .with("versions.json", Json.line(archive.versions()));
        for (Path run :
                archive.runs(plan.plan().name().value()).stream().limit(RUNS).toList()) {
            zip.with("runs/" + run.getFileName(), Files.readString(run));
        }
        if (archive.log().isPresent()) {
            zip.with("ess-ha.log", Files.readString(archive.log().get()));
        }
        try (Places.Session session = tools().places().open(plan.plan(), where.choice(plan.plan()))) {
            account(Blueprint.of(plan), session.cloud(), zip);
            return write(zip, file, session);
        }
    }

    /** What the account says; an account that cannot be asked is a part of the story, not its end. */
    private void account(Blueprint blueprint, Cloud cloud, Diagnostics zip) {
        try {
            zip.with(
                    "account.json",
                    Json.line(Json.object()
                            .put("place", Json.hyphenated(cloud.kind().name()))
                            .set("identity", Json.tree(cloud.identity()))));
            for (Stage stage : blueprint.stages()) {
                if (stage.work() instanceof Work.Stack work) {
                    stack(work, cloud, zip);
                }
            }
        } catch (CloudException e) {
            zip.with(
                    "account-not-seen.txt",
                    e.failure().call() + ": " + e.failure().message() + "\n");
            say("The account cannot be asked: " + e.failure().message());
        }
    }

    private static void stack(Work.Stack work, Cloud cloud, Diagnostics zip) {
        Optional<StackView> stack = cloud.stacks(work.region()).find(work.name());
        if (stack.isEmpty()) {
            return;
        }
        zip.with(
                "stacks/" + work.name() + ".json",
                Json.line(Json.object()
                        .<ObjectNode>set("stack", Json.tree(stack.get()))
                        .set(
                                "resources",
                                Json.tree(cloud.stacks(work.region())
                                        .resources(stack.get().id())))));
        zip.with(
                "stack-events/" + work.name() + ".jsonl",
                cloud.stacks(work.region()).events(stack.get().id(), Optional.empty()).stream()
                        .map(Json::line)
                        .collect(Collectors.joining("\n", "", "\n")));
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
