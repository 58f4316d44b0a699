package dev.essha.cli;

import dev.essha.application.Judgement;
import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.checklist.report.Report;
import dev.essha.plan.ValidPlan;
import picocli.CommandLine.Command;

@Command(name = "preflight", description = "Look for what would stop an install, before anything is touched.")
final class PreflightCommand extends SessionCommand {

    PreflightCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan, Places.Session session) {
        Report report = Judgement.preflight(Blueprint.of(plan), session);
        print(report);
        return report.summary().failed() > 0 ? Exit.FAILED : Exit.OK;
    }
}
