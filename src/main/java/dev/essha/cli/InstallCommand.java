package dev.essha.cli;

import dev.essha.application.Judgement;
import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.checklist.report.Report;
import dev.essha.checklist.report.TableReport;
import dev.essha.cloud.Cloud;
import dev.essha.pipeline.Guarded;
import dev.essha.pipeline.InstallOptions;
import dev.essha.pipeline.Preview;
import dev.essha.pipeline.RunState;
import dev.essha.plan.ValidPlan;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "install",
        description = "Bring the account to what the plan says, then verify it; run again to go on or to change.")
final class InstallCommand extends SessionCommand {

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--only",
            paramLabel = "STAGE",
            description = "Bring one stage up to date; those it needs must stand.")
    private String only;

    @Option(
            names = "--replace",
            paramLabel = "STAGE/RESOURCE",
            description = "Allow a change to replace or remove this resource although it holds data; may be repeated.")
    private Set<String> replace = Set.of();

    @Option(
            names = "--no-drift",
            description = "Neither look for what was changed by hand nor put it back; takes less time.")
    private boolean noDrift;

    @Mixin
    private PatienceOptions patience;

    InstallCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan, Places.Session session) throws Exception {
        InstallOptions options = options();
        Blueprint blueprint = Blueprint.of(plan);
        sayWhere(session.cloud());
        refuseUnknown(blueprint, session.cloud());
        if (!preflightAllows(blueprint, session)) {
            return Exit.FAILED;
        }
        if (mustAsk(session.cloud())) {
            show(blueprint, session);
            Consent.named(tools().console(), plan.plan().name(), "install");
        }
        HandOver handOver = new HandOver();
        RunState run = new InstallRun(tools(), json()).run(blueprint, session, patience.of(session), options, handOver);
        return switch (run.outcome().orElseThrow()) {
            case COMPLETE, UNCHANGED -> options.only().isPresent() ? Exit.OK : end(blueprint, session, handOver);
            case FAILED -> failed(blueprint, run);
            case CANCELLED -> cancelled();
        };
    }

    private InstallOptions options() {
        replace.forEach(InstallCommand::refuseUnlessNamed);
        return new InstallOptions(Optional.ofNullable(only).map(InstallCommand::stage), replace, !noDrift);
    }

    private static StageId stage(String label) {
        return Stages.find(label)
                .orElseThrow(() ->
                        new Refused("there is no stage " + label, "The stages are " + Stages.all() + ".", Exit.USAGE));
    }

    private static void refuseUnlessNamed(String resource) {
        if (!resource.matches("[a-z-]+/[A-Za-z0-9]+")) {
            throw new Refused(
                    "'" + resource + "' names no resource",
                    "Write it as stage/LogicalId, database/Instance.",
                    Exit.USAGE);
        }
        stage(resource.substring(0, resource.indexOf('/')));
    }

    /** A name with a slip in it would let the run end half-way, at the stage that it was meant for. */
    private void refuseUnknown(Blueprint blueprint, Cloud cloud) {
        if (replace.isEmpty()) {
            return;
        }
        SortedSet<String> guarded = Guarded.names(blueprint, cloud);
        replace.stream().filter(r -> !guarded.contains(r)).findFirst().ifPresent(unknown -> {
            throw new Refused(
                    "there is no " + unknown + " that an install would refuse to replace or remove",
                    "There are " + String.join(", ", guarded) + ".",
                    Exit.USAGE);
        });
    }

    private boolean mustAsk(Cloud cloud) {
        return !yes && cloud.kind() != Cloud.Kind.REHEARSAL;
    }

    /** Quota surprises in the middle of an install are the most frequent complaint: look first. Unknown does not stop. */
    private boolean preflightAllows(Blueprint blueprint, Places.Session session) {
        tools().console().tell("Looking for what would stop it: offers, quotas, names, permissions ...");
        Report report = Judgement.preflight(blueprint, session);
        if (report.summary().failed() == 0) {
            return true;
        }
        tools().console().tell("Nothing was touched: the install would fail.");
        print(Judgement.onlyFailed(report));
        return false;
    }

    private void show(Blueprint blueprint, Places.Session session) throws InterruptedException {
        new Previews(tools().console().width(), tools().console()::tell)
                .print(new Preview(session.time(), !noDrift).preview(blueprint, Optional.of(session.cloud())));
    }

    private int failed(Blueprint blueprint, RunState run) {
        new WaysOn(blueprint, run, this::typed).print(this::say);
        return Exit.of(run);
    }

    private int cancelled() {
        say("What CloudFormation has begun goes on in the account. Run the same command again to take it up.");
        return Exit.INTERRUPTED;
    }

    private int end(Blueprint blueprint, Places.Session session, HandOver handOver) {
        Report report = Judgement.checklist(blueprint, tools().survey(), session);
        say("");
        say(TableReport.render(report, tools().console().width()));
        handOver.print(file(), this::say);
        return report.summary().failed() > 0 ? Exit.FAILED : Exit.OK;
    }
}
