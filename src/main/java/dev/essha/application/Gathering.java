package dev.essha.application;

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

/** Gathers what tells what happened to a deployment: plan, versions, runs, log, stacks and their events. */
public final class Gathering {

    /** The newest tell the story; a deployment of years has hundreds. */
    private static final int RUNS = 5;

    /** The part that tells why the account could not be asked. */
    public static final String NOT_SEEN = "account-not-seen.txt";

    private final Archive archive;

    public Gathering(Archive archive) {
        this.archive = archive;
    }

    /**
     * What is kept on this computer and what the account says. An account that cannot be asked is a part of the story, not
     * its end: a part tells why.
     *
     * @throws IOException if a run or the log cannot be read
     */
    public Diagnostics of(ValidPlan plan, Cloud cloud) throws IOException {
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
        account(Blueprint.of(plan), cloud, zip);
        return zip;
    }

    private static void account(Blueprint blueprint, Cloud cloud, Diagnostics zip) {
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
            zip.with(NOT_SEEN, e.failure().call() + ": " + e.failure().message() + "\n");
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
}
