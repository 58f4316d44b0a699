package dev.essha.checklist.report;

import dev.essha.checklist.Finding;
import dev.essha.checklist.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report for a terminal: a line for each finding; what did not pass is explained below its line. */
public final class TableReport {

    private static final int NARROWEST = 50;
    private static final int INDENT = 18;
    private static final int MOST_EVIDENCE = 6;
    private static final String HANGING = " ".repeat(INDENT);

    private final int width;
    private final List<String> lines = new ArrayList<>();

    private TableReport(int width) {
        this.width = Math.max(NARROWEST, width);
    }

    /** @param columns width of the terminal; no line is longer, save for a single word that is */
    public static String render(Report report, int columns) {
        TableReport table = new TableReport(columns);
        table.head(report);
        report.findings().forEach(table::add);
        table.lines.add("");
        table.lines.add(report.summary().toString());
        return String.join("\n", table.lines) + "\n";
    }

    private void head(Report report) {
        wrap("", report.title() + " of " + report.deployment() + " (" + report.domain() + ")");
        wrap("", report.place().title() + ", account " + report.account() + ", " + report.region());
        wrap("", "Observed " + report.observedAt());
        lines.add("");
    }

    private void add(Finding finding) {
        wrap(String.format(Locale.ROOT, "%-9s %-7s ", finding.requirement(), finding.verdict()), finding.title());
        if (finding.verdict() != Verdict.PASS) {
            wrap(HANGING, finding.id());
            explain(finding.evidence());
            wrap(HANGING + "> ", finding.remedy());
        }
    }

    /** What broke comes first in the evidence; the other reports have all of it. */
    private void explain(List<String> evidence) {
        evidence.stream().limit(MOST_EVIDENCE).forEach(e -> wrap(HANGING + "- ", e));
        if (evidence.size() > MOST_EVIDENCE) {
            wrap(HANGING + "- ", "and " + (evidence.size() - MOST_EVIDENCE) + " more in the report");
        }
    }

    /** Breaks at spaces; every line after the first starts below the text of the first. */
    private void wrap(String first, String text) {
        String rest = " ".repeat(first.length());
        StringBuilder line = new StringBuilder(first);
        boolean fresh = true;
        for (String word : text.split(" ")) {
            if (!fresh && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(rest);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        lines.add(line.toString());
    }
}
