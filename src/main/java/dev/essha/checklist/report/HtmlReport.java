package dev.essha.checklist.report;

import dev.essha.checklist.Finding;
import dev.essha.checklist.Verdict;
import dev.essha.wording.Labels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report as one HTML page without scripts or anything from elsewhere: it can be mailed, printed and archived. Every value
 * is escaped.
 */
public final class HtmlReport {

    private static final Headings HEADINGS = new Headings(Locale.ROOT);

    private HtmlReport() {}

    public static String render(Report report) {
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s: %s</title>
            <style>
            %s</style>
            </head>
            <body>
            %s<main>
            %s%s</main>
            <footer><p>%s</p></footer>
            </body>
            </html>
            """.formatted(
                        escape(report.title()),
                        escape(report.deployment()),
                        stylesheet(),
                        header(report),
                        attention(report),
                        sections(report),
                        escape(report.summary() + ". Observed " + report.observedAt() + "."));
    }

    private static String header(Report report) {
        return """
            <header class="%s">
            <p class="place">%s</p>
            <h1>%s <span>%s</span></h1>
            %s%s</header>
            """.formatted(
                        css(report.place()),
                        escape(report.place().title()),
                        escape(report.title()),
                        escape(report.deployment()),
                        facts(report),
                        counts(report.summary()));
    }

    private static String facts(Report report) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Domain", report.domain());
        facts.put("Account", report.account());
        facts.put("Region", report.region());
        facts.put("Observed", report.observedAt());
        return facts.entrySet().stream()
                .map(f -> "<div><dt>" + f.getKey() + "</dt><dd>" + escape(f.getValue()) + "</dd></div>\n")
                .collect(Collectors.joining("", "<dl class=\"facts\">\n", "</dl>\n"));
    }

    private static String counts(Report.Summary summary) {
        return """
            <ul class="counts">
            <li class="pass"><b>%d</b> passed</li>
            <li class="fail"><b>%d</b> failed</li>
            <li class="unknown"><b>%d</b> unknown</li>
            </ul>
            """.formatted(summary.passed(), summary.failed(), summary.unknown());
    }

    private static String attention(Report report) {
        String items = report.findings().stream()
                .filter(f -> f.verdict() != Verdict.PASS)
                .map(f -> "<li>%s <a href=\"#%s\">%s</a></li>\n"
                        .formatted(mark(f.verdict()), escape(f.id()), escape(f.title())))
                .collect(Collectors.joining());
        return items.isEmpty()
                ? "<p class=\"verdict\">Every check passed.</p>\n"
                : "<section>\n<h2>What needs attention</h2>\n<ul class=\"attention\">\n" + items
                        + "</ul>\n</section>\n";
    }

    private static String sections(Report report) {
        Map<String, List<Finding>> groups = report.findings().stream()
                .collect(Collectors.groupingBy(Finding::requirement, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(g -> section(g.getKey(), g.getValue()))
                .collect(Collectors.joining());
    }

    private static String section(String group, List<Finding> findings) {
        String rows = findings.stream().map(HtmlReport::row).collect(Collectors.joining());
        return """
            <section>
            <h2>%s</h2>
            <table>
            <thead><tr><th scope="col">Verdict</th><th scope="col">What has to hold</th>\
            <th scope="col">What was seen</th></tr></thead>
            <tbody>
            %s</tbody>
            </table>
            </section>
            """.formatted(escape(HEADINGS.of(group)), rows);
    }

    private static String row(Finding f) {
        return """
            <tr id="%s">
            <td>%s</td>
            <th scope="row">%s<small>%s</small><code>%s</code></th>
            <td>%s%s%s</td>
            </tr>
            """.formatted(
                        escape(f.id()),
                        mark(f.verdict()),
                        escape(f.title()),
                        escape(f.why()),
                        escape(f.id()),
                        evidence(f.evidence()),
                        remedy(f.remedy()),
                        source(f.source()));
    }

    private static String evidence(List<String> lines) {
        return lines.stream()
                .map(l -> "<li>" + escape(l) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>"));
    }

    private static String remedy(String remedy) {
        return remedy.isEmpty() ? "" : "<p class=\"remedy\"><b>What to do:</b> " + escape(remedy) + "</p>";
    }

    private static String source(String source) {
        return source.isEmpty() ? "" : "<p class=\"source\">Source: " + escape(source) + "</p>";
    }

    private static String mark(Verdict verdict) {
        return "<span class=\"mark %s\">%s</span>".formatted(css(verdict), verdict);
    }

    private static String css(Enum<?> value) {
        return Labels.of(value);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String stylesheet() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
