package dev.essha.cli;

import dev.essha.application.Judgement;
import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.checklist.report.Report;
import dev.essha.checklist.report.TableReport;
import dev.essha.pipeline.InstallOptions;
import dev.essha.pipeline.Patience;
import dev.essha.pipeline.RunState;
import dev.essha.plan.Preset;
import dev.essha.plan.ValidPlan;

/** The program without a command where there is no window: a whole install, rehearsed, with an example plan. */
final class Demonstration {

    private final Toolbox tools;

    Demonstration(Toolbox tools) {
        this.tools = tools;
    }

    int run() throws Exception {
        Console console = tools.console();
        ValidPlan plan = ValidPlan.of(
                Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN));
        Blueprint blueprint = Blueprint.of(plan);
        console.say("REHEARSAL of an example plan in an account in memory: nothing is real. `ess-ha --help` lists the"
                + " commands.");
        try (Places.Session session = tools.places().open(plan.plan(), CloudOptions.demonstration())) {
            RunState run = new InstallRun(tools, false)
                    .run(blueprint, session, Patience.DEFAULT, InstallOptions.DEFAULT, _ -> {});
            int status = Exit.of(run);
            if (status == Exit.INTERRUPTED) {
                return status;
            }
            Report report = Judgement.checklist(blueprint, tools.survey(), session);
            console.say("");
            console.say(TableReport.render(report, console.width()));
            sayNext();
            boolean holds = status == Exit.OK && report.summary().failed() == 0;
            return holds ? Exit.OK : Exit.FAILED;
        }
    }

    private void sayNext() {
        tools.console().say("""

            This was a rehearsal. To do it for real:
              ess-ha new --preset proof-of-concept --region REGION --domain DOMAIN > plan.yaml
              ess-ha plan plan.yaml
              ess-ha install plan.yaml\
            """);
    }
}
