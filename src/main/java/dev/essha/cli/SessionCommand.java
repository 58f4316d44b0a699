package dev.essha.cli;

import dev.essha.checklist.report.Report;
import dev.essha.checklist.report.TableReport;
import dev.essha.plan.ValidPlan;
import picocli.CommandLine.Mixin;

/** A command that needs an account, or a rehearsed one. */
abstract class SessionCommand extends PlanCommand {

    @Mixin
    private CloudOptions where;

    SessionCommand(Toolbox tools) {
        super(tools);
    }

    /** Does the command's work in an open place. */
    abstract int run(ValidPlan plan, Places.Session session) throws Exception;

    @Override
    final int run(ValidPlan plan) throws Exception {
        refuseOtherRegion(plan);
        try (Places.Session session = tools().places().open(plan.plan(), where.choice())) {
            return run(plan, session);
        }
    }

    /** The result of a command that judges: JSON for a program, a table for a person. */
    final void print(Report report) {
        Console console = tools().console();
        console.say(json() ? Json.line(report) : TableReport.render(report, console.width()));
    }

    private void refuseOtherRegion(ValidPlan plan) {
        String planned = plan.plan().region().value();
        if (!where.region().orElse(planned).equals(planned)) {
            throw new Refused(
                    "the plan is for region %s, not %s"
                            .formatted(planned, where.region().get()),
                    "Leave --region out, or change the plan.",
                    Exit.USAGE);
        }
    }
}
