package dev.essha.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.Idle;
import dev.essha.plan.Plan;
import dev.essha.plan.PlanChange;
import dev.essha.plan.Preset;
import dev.essha.plan.RegionName;
import dev.essha.plan.yaml.PlanDocument;
import dev.essha.ui.field.Form;
import dev.essha.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsListTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    @ParameterizedTest
    @EnumSource(Preset.class)
    void everySettingHasAName(Preset preset) {
        for (Locale language : LANGUAGES) {
            assertThat(entries(plan(preset), language))
                    .isNotEmpty()
                    .noneMatch(e -> e.name().replaceFirst(".*: ", "").equals(e.path()));
        }
    }

    static Stream<Locale> languages() {
        return LANGUAGES.stream();
    }

    /** The presets leave out whatever can be left out; a setting that is new and has no words for that fails here. */
    @ParameterizedTest
    @MethodSource("languages")
    void whatIsLeftOutSaysWhatThatMeans(Locale language) {
        Words words = new Words(language);
        Plan plan = plan(Preset.PRODUCTION);
        Set<String> idle = Idle.in(plan);

        assertThat(leaves("", PlanDocument.of(plan)))
                .filteredOn(e -> isLeftOut(e.getValue()) && !idle.contains(e.getKey()))
                .extracting(Map.Entry::getKey)
                .contains("account", "domain.hostedZoneId", "compute.apiCidrs")
                .allSatisfy(path -> assertThat(words.has(Form.key(path) + ".empty"))
                        .as(path)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatIsOnOrOffIsInTheWordsOfItsSwitch(Locale language) {
        Words words = new Words(language);

        assertThat(leaves("", PlanDocument.of(plan(Preset.PRODUCTION))))
                .filteredOn(e -> e.getValue().isBoolean())
                .extracting(Map.Entry::getKey)
                .contains("domain.apex", "database.deletionProtection")
                .allSatisfy(path -> assertThat(List.of(Form.key(path) + ".true", Form.key(path) + ".false"))
                        .as(path)
                        .allMatch(words::has));
        assertThat(values(plan(Preset.PRODUCTION), language))
                .containsEntry("domain.apex", words.of("setting.domain.apex.false"));
    }

    @Test
    void whatHasNoEffectIsLeftOut() {
        Plan plain = plan(Preset.PROOF_OF_CONCEPT);

        assertThat(values(plain, Locale.ENGLISH))
                .doesNotContainKeys("edge.requestsPerClient", "network.zones[0].publicSubnet")
                .containsKeys("network.flowLogDays", "domain.hostedZoneId");
        assertThat(values(PlanChange.inExistingVpc(plain), Locale.ENGLISH))
                .containsEntry("network.zones[0].publicSubnet", "subnet-1000000a")
                .doesNotContainKey("network.flowLogDays");
    }

    @Test
    void numbersOfSomethingStandInTheGroupsOfTheLanguage() {
        Plan plan = PlanChange.withGateway(plan(Preset.PROOF_OF_CONCEPT));

        assertThat(values(plan, Locale.ENGLISH))
                .containsEntry("edge.requestsPerClient", "10,000 in 5 minutes")
                .containsEntry("edge.nodePort", "30443");
        assertThat(values(plan, Locale.GERMAN)).containsEntry("edge.requestsPerClient", "10.000 in 5 Minuten");
    }

    private static Plan plan(Preset preset) {
        return preset.plan(new DeploymentName("demo"), new RegionName("eu-central-1"), Preset.DEFAULT_DOMAIN);
    }

    private static Stream<SettingsList.Entry> entries(Plan plan, Locale language) {
        return new SettingsList(new Words(language)).of(plan).stream().flatMap(s -> s.entries().stream());
    }

    private static Map<String, String> values(Plan plan, Locale language) {
        return entries(plan, language).collect(Collectors.toMap(SettingsList.Entry::path, SettingsList.Entry::value));
    }

    private static boolean isLeftOut(JsonNode value) {
        return value.isNull() || value.isContainerNode() && value.isEmpty();
    }

    /** Settings by their paths, without the numbers of items. */
    private static List<Map.Entry<String, JsonNode>> leaves(String path, JsonNode node) {
        List<Map.Entry<String, JsonNode>> leaves = new ArrayList<>();
        if (node.isObject() && !node.isEmpty()) {
            String below = path.isEmpty() ? "" : path + ".";
            node.properties().forEach(e -> leaves.addAll(leaves(below + e.getKey(), e.getValue())));
        } else if (node.isArray() && !node.isEmpty()) {
            node.forEach(item -> leaves.addAll(leaves(path, item)));
        } else {
            leaves.add(Map.entry(path, node));
        }
        return leaves;
    }
}
