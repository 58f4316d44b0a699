package dev.essha.checklist.report;

import dev.essha.checklist.Finding;
import dev.essha.checklist.Verdict;
import dev.essha.wording.Labels;
import dev.essha.wording.Wording;
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
 * The checklist as one HTML page without scripts or anything from elsewhere: it can be mailed, printed and archived. Every
 * value is escaped.
 */
public final class HtmlReport {

    private final Report report;
    private final Wording words;
    private final Headings headings;

    private HtmlReport(Report report, Locale language) {
        this.report = report;
        words = new Wording("dev.essha.checklist.report.page", language);
        headings = new Headings(language);
    }

    /** @param language in which the report was made; English where there is no translation */
    public static String render(Report report, Locale language) {
        return new HtmlReport(report, language).page();
    }

    private String page() {
        return """
            <!DOCTYPE html>
            <html lang="%s">
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
                        say("language"),
                        say("title"),
                        escape(report.deployment()),
                        stylesheet(),
                        header(),
                        attention(),
                        sections(),
                        footer());
    }

    private String footer() {
        Report.Summary summary = report.summary();
        long all = summary.passed() + summary.failed() + summary.unknown();
        return say("footer", all, summary.passed(), summary.failed(), summary.unknown(), report.observedAt());
    }

    private String header() {
        return """
            <header class="%s">
            <p class="place">%s</p>
            <h1>%s <span>%s</span></h1>
            %s%s</header>
            """.formatted(
                        css(report.place()),
                        say("place." + Labels.of(report.place())),
                        say("title"),
                        escape(report.deployment()),
                        facts(),
                        counts());
    }

    private String facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("domain", report.domain());
        facts.put("account", report.account());
        facts.put("region", report.region());
        facts.put("observed", report.observedAt());
        return facts.entrySet().stream()
                .map(f -> "<div><dt>" + say(f.getKey()) + "</dt><dd>" + escape(f.getValue()) + "</dd></div>\n")
                .collect(Collectors.joining("", "<dl class=\"facts\">\n", "</dl>\n"));
    }

    private String counts() {
        Report.Summary summary = report.summary();
        return """
            <ul class="counts">
            <li class="pass"><b>%d</b> %s</li>
            <li class="fail"><b>%d</b> %s</li>
            <li class="unknown"><b>%d</b> %s</li>
            </ul>
            """.formatted(
                        summary.passed(),
                        say("counts.pass"),
                        summary.failed(),
                        say("counts.fail"),
                        summary.unknown(),
                        say("counts.unknown"));
    }

    private String attention() {
        String items = report.findings().stream()
                .filter(f -> f.verdict() != Verdict.PASS)
                .map(f -> "<li>%s <a href=\"#%s\">%s</a></li>\n"
                        .formatted(mark(f.verdict()), escape(f.id()), escape(f.title())))
                .collect(Collectors.joining());
        return items.isEmpty()
                ? "<p class=\"verdict\">" + say("all-passed") + "</p>\n"
                : "<section>\n<h2>" + say("attention") + "</h2>\n<ul class=\"attention\">\n" + items
                        + "</ul>\n</section>\n";
    }

    private String sections() {
        Map<String, List<Finding>> groups = report.findings().stream()
                .collect(Collectors.groupingBy(Finding::requirement, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(g -> section(g.getKey(), g.getValue()))
                .collect(Collectors.joining());
    }

    private String section(String group, List<Finding> findings) {
        String rows = findings.stream().map(this::row).collect(Collectors.joining());
        return """
            <section>
            <h2>%s</h2>
            <table>
            <thead><tr><th scope="col">%s</th><th scope="col">%s</th><th scope="col">%s</th></tr></thead>
            <tbody>
            %s</tbody>
            </table>
            </section>
            """.formatted(
                escape(headings.of(group)), say("verdict"), say("what-has-to-hold"), say("what-was-seen"), rows);
    }

    private String row(Finding f) {
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

    private String remedy(String remedy) {
        return remedy.isEmpty()
                ? ""
                : "<p class=\"remedy\"><b>" + say("what-to-do") + "</b> " + escape(remedy) + "</p>";
    }

    private String source(String source) {
        return source.isEmpty() ? "" : "<p class=\"source\">" + say("source", source) + "</p>";
    }

    private String mark(Verdict verdict) {
        return "<span class=\"mark %s\">%s</span>".formatted(css(verdict), say("mark." + css(verdict)));
    }

    private String say(String key, Object... args) {
        return escape(words.of(key, args));
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
