package dev.essha.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanSchemaTest {

    private static final PlanFile PRESET = PlanFile.of(Preset.PROOF_OF_CONCEPT);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(PlanSchema.json(), InputFormat.JSON);

    @ParameterizedTest
    @EnumSource(Preset.class)
    void acceptsThePresets(Preset preset) {
        assertThat(SCHEMA.validate(PlanFile.of(preset).text(), InputFormat.YAML))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        apiVersion              | ess-ha/v2
        name                    | Demo
        account                 | "123"
        account                 | 123456789012
        region                  | frankfurt
        password                | secret
        tags                    | {team: 1}
        ess.broker              | "true"
        network.vpcCidr         | 10.40.0.0
        network.zones           | [eu-central-1a, eu-central-1b]
        network.zones           | [eu-central-1a, eu-central-1b, {nane: eu-central-1c}]
        network.egress          | nat
        network.flowLogDays     | 15
        domain.hostedZoneId     | zone
        edge.tlsPolicy          | ELBSecurityPolicy-2016-08
        edge.allowedCidrs       | []
        edge.nodePort           | 80
        database.engineVersion  | 17.9
        database.storageGib     | 20
        database.storageGiB     | 20.5
        messaging.instanceType  | t3.small
        compute.diskGiB         | 1
        registry.repositories   | [UPPER]
        """)
    void refusesWhatTheReaderRefuses(String path, String value) {
        String text = PRESET.with(path, value).text();

        assertThat(SCHEMA.validate(text, InputFormat.YAML)).isNotEmpty();
        assertThat(PlanReader.read(text).problems()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        account        | "123456789012"
        tags           | {team: blue}
        network.zones  | [eu-central-1a, eu-central-1b, {name: eu-central-1c, privateCidr: 10.40.96.0/19}]
        domain.hostedZoneId | Z0123
        """)
    void acceptsWhatTheReaderAccepts(String path, String value) {
        String text = PRESET.with(path, value).text();

        assertThat(SCHEMA.validate(text, InputFormat.YAML)).isEmpty();
        assertThat(PlanReader.read(text).problems()).isEmpty();
    }

    @Test
    void everyComponentOfTheRecordsIsASettingAndEverySettingAComponent() throws IOException {
        JsonNode root = tree();

        List<String> settings = new ArrayList<>(names(root));
        assertThat(settings).startsWith("apiVersion");
        settings.removeFirst();
        assertThat(settings).isEqualTo(components(Plan.class));
        for (RecordComponent component : Plan.class.getRecordComponents()) {
            if (component.getType().getSimpleName().endsWith("Plan")) {
                assertThat(names(root.at("/properties/" + component.getName())))
                        .as(component.getName())
                        .isEqualTo(components(component.getType()));
            }
        }
        assertThat(names(root.at("/properties/network/properties/zones/items/oneOf/1")))
                .startsWith("name", "publicCidr", "privateCidr")
                .endsWith("publicSubnet", "privateSubnet")
                .hasSize(components(NetworkPlan.Zone.class).size()
                        - 1
                        + components(NetworkPlan.ExistingSubnets.class).size());
    }

    @Test
    void everySettingIsDescribed() throws IOException {
        assertThat(properties("", tree()).toList())
                .hasSizeGreaterThan(50)
                .allSatisfy(p -> assertThat(p.getValue().path("description").asText())
                        .as(p.getKey())
                        .endsWith("."));
    }

    @Test
    void onlyKnownSettingsAreAllowedAnywhere() throws IOException {
        JsonNode root = tree();
        JsonNode zone = root.at("/properties/network/properties/zones/items/oneOf/1");

        Stream<JsonNode> sections =
                properties("", root).map(Map.Entry::getValue).filter(p -> p.has("properties"));
        assertThat(Stream.concat(Stream.of(root, zone), sections).toList())
                .hasSizeGreaterThan(10)
                .allSatisfy(section -> assertThat(
                                section.get("additionalProperties").asBoolean(true))
                        .isFalse());
    }

    /** The schema shows the limits, the rules hold them: neither may know one that the other does not. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("numbersOutOfRange")
    void everyLimitThatTheSchemaShowsIsHeldByARule(String path, int value) {
        assertThat(PRESET.with(path, String.valueOf(value)).read().problems())
                .anySatisfy(p -> assertThat(p.problem().path()).isEqualTo(path));
    }

    static Stream<Arguments> numbersOutOfRange() throws IOException {
        return properties("", tree())
                .filter(p -> "integer".equals(p.getValue().path("type").asText()))
                .flatMap(p -> Stream.of(below(p.getValue()), above(p.getValue()))
                        .map(value -> Arguments.of(p.getKey(), value)));
    }

    @Test
    void isTheSameTextEachTime() {
        assertThat(PlanSchema.json())
                .isEqualTo(PlanSchema.json())
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    private static int below(JsonNode number) {
        return number.has("minimum")
                ? number.get("minimum").asInt() - 1
                : number.at("/enum/0").asInt() - 1;
    }

    private static int above(JsonNode number) {
        return number.has("maximum") ? number.get("maximum").asInt() + 1 : 99_999;
    }

    private static Stream<Map.Entry<String, JsonNode>> properties(String path, JsonNode object) {
        return object.path("properties").properties().stream().flatMap(p -> {
            String below = path.isEmpty() ? p.getKey() : path + "." + p.getKey();
            return Stream.concat(Stream.of(Map.entry(below, p.getValue())), properties(below, p.getValue()));
        });
    }

    private static List<String> names(JsonNode object) {
        return object.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> components(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static JsonNode tree() throws IOException {
        return new ObjectMapper().readTree(PlanSchema.json());
    }
}
