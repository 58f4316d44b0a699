package dev.essha.checklist.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.checklist.Checklist;
import dev.essha.checklist.ExamplePlan;
import dev.essha.checklist.Finding;
import dev.essha.checklist.Verdict;
import dev.essha.checklist.World;
import dev.essha.plan.Plan;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {

    private static final String NASTY = "<img src=x onerror=\"alert('1')\">&amp;</ul>";

    private final Report report = new Report(
            "High-availability checklist",
            "demo",
            "ess.example.com",
            Place.REHEARSAL,
            "111122223333",
            "eu-central-1",
            "2026-11-01T12:00:00Z",
            new Report.Summary(1, 1, 1),
            List.of(
                    finding("R1-one-vpc", "R1", Verdict.PASS, "vpc-1", ""),
                    finding("R4-public-subnets", "R4", Verdict.FAIL, "eni-9 " + NASTY, "Delete " + NASTY),
                    finding("practice-nodes", "practice", Verdict.UNKNOWN, "missing permission ec2:X", "Ask for it.")));

    private static Finding finding(String id, String requirement, Verdict verdict, String evidence, String remedy) {
        return new Finding(
                id, requirement, "What " + id + " says", verdict, "Because.", List.of(evidence), remedy, "ec2:X");
    }

    @Test
    void theTableExplainsOnlyWhatDidNotPass() {
        assertThat(TableReport.render(report, 80)).isEqualTo("""
            High-availability checklist of demo (ess.example.com)
            Rehearsed: nothing in this report is real, account 111122223333, eu-central-1
            Observed 2026-11-01T12:00:00Z

            R1        PASS    What R1-one-vpc says
            R4        FAIL    What R4-public-subnets says
                              R4-public-subnets
                              - eni-9 <img src=x onerror="alert('1')">&amp;</ul>
                              > Delete <img src=x onerror="alert('1')">&amp;</ul>
            practice  UNKNOWN What practice-nodes says
                              practice-nodes
                              - missing permission ec2:X
                              > Ask for it.

            3 checks: 1 passed, 1 failed, 1 unknown
            """);
    }

    @Test
    void theTableCutsLongEvidenceShortAndSaysSo() {
        List<String> evidence = IntStream.range(0, 9).mapToObj(i -> "line " + i).toList();
        Finding finding = new Finding("R4-x", "R4", "T", Verdict.FAIL, "", evidence, "Mend it.", "");
        Report wordy = Report.of(
                ExamplePlan.inRoute53(), new World(ExamplePlan.inRoute53()).inventory(), List.of(finding), Place.AWS);

        assertThat(TableReport.render(wordy, 80))
                .contains("line 5", "and 3 more")
                .doesNotContain("line 6");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120, 200})
    void theTableKeepsToTheWidthOfTheTerminal(int columns) {
        World world = new World(ExamplePlan.inRoute53());
        List<Finding> failed = Checklist.judge(world.plan(), world.inventory()).stream()
                .map(f -> new Finding(
                        f.id(), f.requirement(), f.title(), Verdict.FAIL, f.why(), List.of(f.why()), f.why(), ""))
                .toList();

        String table = TableReport.render(Report.of(world.plan(), world.inventory(), failed, Place.AWS), columns);

        assertThat(table.lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(columns));
    }

    @Test
    void thePageEscapesWhateverCameFromOutside() {
        String page = HtmlReport.render(report, Locale.ROOT);

        assertThat(page)
                .doesNotContain("<img")
                .contains("eni-9 &lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;&lt;/ul&gt;");
    }

    @Test
    void thePageIsWellFormedAndAsksNobodyForAnything() throws Exception {
        World world = new World(ExamplePlan.inRoute53());
        Report real =
                Report.of(world.plan(), world.inventory(), Checklist.judge(world.plan(), world.inventory()), Place.AWS);
        String page = HtmlReport.render(real, Locale.ENGLISH);

        assertThat(page).doesNotContain("http://", "https://", "url(", "@import", "<script", "<link", "src=");
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(page.replace("<!DOCTYPE html>", "").replaceAll("<meta [^>]*>", ""))));
        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(document.getElementsByTagName("h1").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("tr").getLength())
                .isEqualTo(real.findings().size()
                        + document.getElementsByTagName("table").getLength());
    }

    @ParameterizedTest
    @EnumSource
    void thePageSaysWhereItWasTaken(Place place) {
        Plan plan = ExamplePlan.inRoute53();
        World world = new World(plan);

        assertThat(HtmlReport.render(Report.of(plan, world.inventory(), List.of(), place), Locale.ROOT))
                .contains("<p class=\"place\">" + place.title() + "</p>", "111122223333", "2026-11-01T12:00:00Z");
    }

    /** Findings in one language under headings in another would be no page to mail. */
    @Test
    void thePageIsInOneLanguage() {
        World world = new World(ExamplePlan.inRoute53());
        List<Finding> findings = Checklist.judge(world.plan(), world.inventory(), Locale.GERMAN);

        String page =
                HtmlReport.render(Report.of(world.plan(), world.inventory(), findings, Place.REHEARSAL), Locale.GERMAN);

        assertThat(page)
                .contains("lang=\"de\"", "Probelauf", "Was gelten muss", "R9 PostgreSQL", ">ERFÜLLT<")
                .doesNotContain("What ", "Observed", "Source:", "passed");
    }

    @Test
    void thePageIsInEnglishAndSaysSoWhereThereIsNoTranslation() {
        assertThat(HtmlReport.render(report, Locale.FRENCH)).contains("lang=\"en\"", "What has to hold");
    }

    /** WCAG 2.2, 1.4.3: at least 4.5:1 for text. */
    @Test
    void textIsReadableInEveryTheme() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/dev/essha/checklist/report/report.css"));

        List<Palette> palettes = Pattern.compile(":root \\{([^}]*)}")
                .matcher(css)
                .results()
                .map(MatchResult::group)
                .map(Palette::parse)
                .toList();

        assertThat(palettes).hasSize(3).allSatisfy(Palette::isReadable);
    }
}
