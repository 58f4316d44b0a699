package dev.essha.cli;

import dev.essha.application.Json;
import dev.essha.application.Places;
import dev.essha.checklist.report.Report;
import dev.essha.checklist.report.TableReport;
import dev.essha.cloud.Cloud;
import dev.essha.plan.AccountId;
import dev.essha.plan.Plan;
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
        try (Places.Session session = tools().places().open(plan.plan(), where.choice(plan.plan()))) {
            refuseOtherAccount(plan.plan(), session.cloud());
            return run(plan, session);
        }
    }

    /**
     * How a command is typed for the same plan and place.
     *
     * @param command its name, followed by what stands behind the plan
     */
    final String typed(String command) {
        String[] words = command.split(" ", 2);
        String rest = words.length == 1 ? "" : " " + words[1];
        return "ess-ha %s %s%s%s".formatted(words[0], quoted(file().toString()), rest, where.typed());
    }

    private static String quoted(String path) {
        return path.matches("[\\w./:\\\\~+-]+") ? path : "\"" + path + "\"";
    }

    /** The result of a command that judges: JSON for a program, a table for a person. */
    final void print(Report report) {
        Console console = tools().console();
        console.say(json() ? Json.line(report) : TableReport.render(report, console.width()));
    }

    /** The plan's account is a guard against the wrong sign-in. */
    static void refuseOtherAccount(Plan plan, Cloud cloud) {
        AccountId signedIn = cloud.identity().account();
        if (!plan.account().orElse(signedIn).equals(signedIn)) {
            throw new Refused(
                    "the plan is for account %s, but account %s is signed in"
                            .formatted(plan.account().get(), signedIn),
                    "Sign in to the plan's account, or change the plan.",
                    Exit.NO_ACCESS);
        }
    }
}
