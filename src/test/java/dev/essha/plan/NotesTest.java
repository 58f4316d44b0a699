package dev.essha.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NotesTest {

    @ParameterizedTest
    @EnumSource(Preset.class)
    void thereIsNothingToSayOfAPreset(Preset preset) {
        assertThat(notes(PlanFile.of(preset))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        network.egress          | none       | note.egress-none
        network.zones           | [eu-central-1a, eu-central-1b, eu-central-1c, eu-central-1d] | note.kafka-zones
        edge.requestsPerClient  | 20         | note.requests-uncounted
        edge.gateway            | cloudfront | note.gateway-region, note.gateway-shared
        """)
    void aChoiceHasItsNotes(String path, String value, String keys) {
        List<Note> notes = notes(PlanFile.of(Preset.PRODUCTION).with(path, value));

        assertThat(notes).extracting(Note::path).containsOnly(path);
        assertThat(String.join(", ", notes.stream().map(Note::key).toList())).isEqualTo(keys);
        assertThat(notes).allSatisfy(NotesTest::reads);
    }

    @Test
    void aRegionThatNobodyKnowsHereIsNotedAndNotRefused() {
        Plan plan = PlanChange.inRegion(
                Preset.PRODUCTION.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN),
                "eu-nowhere-9");

        assertThat(Notes.of(ValidPlan.of(plan)))
                .singleElement()
                .returns("region", Note::path)
                .returns("note.region-not-known", Note::key)
                .satisfies(NotesTest::reads);
    }

    @Test
    void choicesThatMeetHaveThem() {
        PlanFile file = PlanFile.of(Preset.PRODUCTION)
                .with("domain.privateZone", "true")
                .with("edge.gateway", "cloudfront");
        PlanFile apex =
                PlanFile.of(Preset.PRODUCTION).with("domain.apex", "true").with("domain.dns", "elsewhere");

        assertThat(notes(file))
                .extracting(Note::key)
                .containsExactly("note.private-zone-past-gateway", "note.gateway-region", "note.gateway-shared");
        assertThat(notes(apex)).extracting(Note::key).containsExactly("note.apex-elsewhere");
    }

    @Test
    void regionsAndClustersHaveThem() {
        RegionName china = new RegionName("cn-north-1");
        Choices simplest = Choices.simplest(china);
        Choices choices = new Choices(
                3,
                simplest.egress(),
                simplest.dns(),
                simplest.loadBalancing(),
                simplest.gateway(),
                DatabasePlan.Topology.MULTI_AZ_CLUSTER);
        Plan plan = Preset.PRODUCTION.plan(Preset.DEFAULT_NAME, china, Preset.DEFAULT_DOMAIN, choices);

        assertThat(Notes.of(ValidPlan.of(plan)))
                .allSatisfy(NotesTest::reads)
                .extracting(Note::key)
                .containsExactly("note.china-recordal", "note.no-certificate-manager", "note.cluster-storage");
    }

    @Test
    void whatAPartitionLacksWithoutAWayOutIsSaid() {
        Plan china = Preset.PRODUCTION.plan(Preset.DEFAULT_NAME, new RegionName("cn-north-1"), Preset.DEFAULT_DOMAIN);

        assertThat(notes(PlanFile.of(china).with("network.egress", "none")))
                .filteredOn(note -> note.path().equals("network.egress"))
                .extracting(Note::key)
                .containsExactly("note.egress-none", "note.no-balancer-endpoint");
    }

    @Test
    void theZonesWithBrokersAreNamed() {
        Note note = notes(PlanFile.of(Preset.PRODUCTION)
                        .with("network.zones", "[eu-central-1a, eu-central-1d, eu-central-1c, eu-central-1b]"))
                .getFirst();

        assertThat(ProblemText.english().sentence(note))
                .endsWith("so the brokers are in eu-central-1a, eu-central-1d, eu-central-1c.");
    }

    private static List<Note> notes(PlanFile file) {
        return Notes.of(file.read().valid().orElseThrow());
    }

    private static void reads(Note note) {
        assertThat(ProblemText.english().sentence(note)).endsWith(".").doesNotContain("{", note.key());
    }
}
