package dev.essha.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.AccountId;
import dev.essha.plan.Cidr;
import dev.essha.plan.ComputePlan;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanWriterTest {

    @ParameterizedTest
    @EnumSource(Preset.class)
    void aPresetIsWrittenAsTheGoldenFile(Preset preset) throws IOException {
        Path golden = Path.of("src/test/resources/plan", preset.label() + ".yaml");
        String written = PlanFile.of(preset).text();
        if ("write".equals(System.getProperty("goldens"))) {
            Files.writeString(golden, written);
        }

        assertThat(written)
                .as("run mvn test -Dtest=PlanWriterTest -Dgoldens=write")
                .isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void readAndWrittenAgainNoByteChanges(Preset preset) {
        String written = PlanFile.of(preset).text();

        Plan read = PlanReader.read(written).valid().orElseThrow().plan();

        assertThat(read).isEqualTo(preset.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN));
        assertThat(PlanWriter.write(read)).isEqualTo(written);
    }

    @Test
    void optionalSettingsAndOddTagsComeBackAsTheyWere() {
        Plan p = Preset.PRODUCTION.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);
        TreeMap<String, String> tags = new TreeMap<>();
        List.of(
                        "plain",
                        "yes",
                        "NULL",
                        "1.10",
                        "0x1f",
                        "2026-11-23",
                        "1_000",
                        "~",
                        "",
                        " ",
                        ": #",
                        "- a",
                        "a: b",
                        "\"'\\",
                        "tab\there",
                        "\u00fc\u6f22\ud83d\ude00",
                        "\u0085\u2028",
                        "*alias",
                        "<<",
                        "true",
                        "1e3")
                .forEach(text -> tags.put("k " + text, text));
        Plan plan = new Plan(
                p.name(),
                Optional.of(new AccountId("012345678901")),
                p.region(),
                tags,
                p.ess(),
                p.network(),
                new DomainPlan(p.domain().name(), DomainPlan.Dns.ROUTE53, Optional.of("Z123")),
                p.edge(),
                p.database(),
                p.messaging(),
                p.storage(),
                new ComputePlan("1.30", "m6i.xlarge", 2, 4, 100, List.of(Cidr.parse("203.0.113.7/32")), 90),
                p.registry());

        String written = PlanWriter.write(plan);

        assertThat(PlanReader.read(written).plan()).contains(plan);
        assertThat(PlanWriter.write(PlanReader.read(written).plan().orElseThrow()))
                .isEqualTo(written);
    }

    @Test
    void everySettingIsExplained() {
        List<String> lines = PlanFile.of(Preset.PRODUCTION).lines();

        for (int i = 1; i < lines.size(); i++) {
            boolean setting = lines.get(i).matches(" {0,2}[a-zA-Z]+:.*");
            if (setting) {
                assertThat(lines.get(i - 1).strip()).as(lines.get(i)).startsWith("#");
            }
        }
    }

    @Test
    void linesAreNarrowEnoughToRead() {
        assertThat(PlanFile.of(Preset.PROOF_OF_CONCEPT).lines()).allMatch(line -> line.length() <= 104);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "Off", "y", "null", "17.9", "1:30", "0o17", ".inf", "-", "a b", "2026-11-23"})
    void whatAReaderOfYamlCouldTakeForSomethingElseIsQuoted(String text) {
        assertThat(Scalars.written(text)).isEqualTo('"' + text + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "10.40.0.0/16", "3.9.x", "db.t4g.medium", "ess-ha/v1", "inrupt/storage"})
    void whatEveryReaderTakesForATextIsNotQuoted(String text) {
        assertThat(Scalars.written(text)).isEqualTo(text);
    }
}
