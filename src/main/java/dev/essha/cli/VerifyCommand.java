package dev.essha.cli;

import dev.essha.application.Judgement;
import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.checklist.report.HtmlReport;
import dev.essha.checklist.report.Report;
import dev.essha.plan.ValidPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "verify", description = "Observe the account and judge it by the requirements of high availability.")
final class VerifyCommand extends SessionCommand {

    @Option(names = "--report", paramLabel = "FILE.html", description = "Write a self-contained HTML report as well.")
    private Path report;

    VerifyCommand(Toolbox tools) {
        super(tools);
    }

    @Override
    int run(ValidPlan plan, Places.Session session) throws IOException {
        refuseUnwritableReport();
        Report found = Judgement.checklist(Blueprint.of(plan), tools().survey(), session);
        print(found);
        if (report != null) {
            Files.writeString(report, HtmlReport.render(found, Locale.ENGLISH));
            tools().console().tell("Report: " + report.toAbsolutePath());
        }
        return status(found.summary());
    }

    /** Before the account is looked at, which takes a while. */
    private void refuseUnwritableReport() {
        Path folder = report == null ? null : report.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Refused(folder + " is not a folder to write the report into", "", Exit.USAGE);
        }
    }

    private static int status(Report.Summary summary) {
        if (summary.failed() > 0) {
            return Exit.FAILED;
        }
        return summary.unknown() > 0 ? Exit.UNKNOWN : Exit.OK;
    }
}
