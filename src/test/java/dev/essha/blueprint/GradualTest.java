package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.cfn.TemplateText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What AWS does not change at once comes one after the other, and what may come together does. */
class GradualTest {

    private static final Map<String, List<String>> CLUSTER = Map.of("Cluster", List.of());
    private static final Map<String, List<String>> NODES = Map.of(
            "NodesA", List.of("LaunchTemplate.Version"),
            "NodesB", List.of("LaunchTemplate.Version"),
            "NodesC", List.of("LaunchTemplate.Version"));
    private static final String STORAGE = "BrokerNodeGroupInfo.StorageInfo";
    private static final String TYPE = "BrokerNodeGroupInfo.InstanceType";

    private final StagePlans plan = new StagePlans();

    static Stream<Path> goldens() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/test/resources/goldens"))) {
            return all.filter(p -> p.toString().endsWith(".yaml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void aTemplateThatIsReadAndWrittenAgainIsTheSame(Path golden) throws IOException {
        String body = Files.readString(golden);
        assertThat(TemplateText.read(body)).hasValueSatisfying(t -> {
            assertThat(t.body()).isEqualTo(body);
            assertThat(t.isWhole()).isTrue();
        });
    }

    @Test
    void brokersChangeOneThingAfterTheOther() {
        String standing = messaging();
        plan.brokerStorageGiB = 250;
        plan.brokerType = "kafka.m7g.xlarge";
        plan.brokersPerZone = 2;

        List<String> way = way(standing, messaging(), CLUSTER);

        assertThat(way).last().isEqualTo(messaging());
        assertThat(changes(standing, way))
                .containsExactly(Set.of(STORAGE), Set.of(TYPE), Set.of("NumberOfBrokerNodes"));
    }

    @Test
    void whatIsNotOneOfThoseComesLastAndWithItTheTags() {
        String standing = messaging();
        plan.brokerType = "kafka.m7g.xlarge";

        assertThat(Gradual.way(standing, messaging(), CLUSTER, true))
                .containsExactly(new Gradual.Leg(messaging(), true), new Gradual.Leg(messaging(), false));
    }

    @Test
    void aConfigurationComesBeforeWhatTheTemplateSaysOfTheCluster() {
        String standing = messaging().replace("num.partitions=3", "num.partitions=1");
        plan.brokerStorageGiB = 250;

        List<String> way =
                way(standing, messaging(), Map.of("Cluster", List.of("ConfigurationInfo.Revision", STORAGE)));

        assertThat(way).hasSize(2);
        assertThat(way.getFirst()).contains("num.partitions=3").contains("VolumeSize: 100");
        assertThat(way.getLast()).isEqualTo(messaging());
    }

    @Test
    void nodesAreExchangedBeforeTheyAreCountedAnew() {
        String standing = compute();
        plan.nodesPerZone = 3;
        plan.instanceType = "m7i.2xlarge";

        List<String> way = way(standing, compute(), NODES);

        assertThat(way).hasSize(2);
        assertThat(way.getFirst()).contains("InstanceType: m7i.2xlarge").contains("DesiredSize: 2");
        assertThat(way.getLast()).isEqualTo(compute());
    }

    @Test
    void aVersionThatAnEarlierAttemptLeftComesFirstToo() {
        String standing = compute();
        plan.nodesPerZone = 3;

        assertThat(way(standing, compute(), NODES)).containsExactly(standing, compute());
        assertThat(way(standing, compute(), Map.of("NodesA", List.of("ScalingConfig.DesiredSize"))))
                .containsExactly(compute());
    }

    @Test
    void newTagsOfNodesComeAfterTheTemplateThatHasThem() {
        String wanted = compute().replace("Value: solid", "Value: web");
        assertThat(Gradual.way(compute(), wanted, NODES, true))
                .containsExactly(new Gradual.Leg(wanted, true), new Gradual.Leg(wanted, false));
    }

    @Test
    void aFourthZoneComesWithTheRest() {
        String standing = compute();
        plan.zones = 4;
        plan.instanceType = "m7i.2xlarge";

        assertThat(way(standing, compute(), NODES)).containsExactly(compute());
    }

    @Test
    void oneThingAloneIsNoWay() {
        String standing = messaging();
        plan.brokerType = "kafka.m7g.xlarge";
        assertThat(way(standing, messaging(), CLUSTER)).containsExactly(messaging());
        assertThat(way(messaging(), messaging(), CLUSTER)).containsExactly(messaging());
    }

    @Test
    void whatSomebodyElseWroteIsLeftToCloudFormation() {
        String standing = messaging().replace("Ref: BrokerLog", "!Ref BrokerLog");
        plan.brokerType = "kafka.m7g.xlarge";
        plan.brokerStorageGiB = 250;
        assertThat(way(standing, messaging(), CLUSTER)).containsExactly(messaging());
        assertThat(way("{}", messaging(), CLUSTER)).containsExactly(messaging());
    }

    @Test
    void whatHangsOnAnInputThatIsNoMoreIsNotKept() {
        String standing = messaging()
                .replace("InstanceType: kafka.m7g.large", "InstanceType:\n          Ref: BrokerType")
                .replace("Parameters:\n", "Parameters:\n  BrokerType:\n    Type: String\n");
        plan.brokerStorageGiB = 250;

        assertThat(TemplateText.read(standing))
                .hasValueSatisfying(t -> assertThat(t.isWhole()).isTrue());
        assertThat(way(standing, messaging(), CLUSTER)).containsExactly(messaging());
    }

    /** Where the tags stay. */
    private static List<String> way(String standing, String wanted, Map<String, List<String>> changed) {
        List<Gradual.Leg> way = Gradual.way(standing, wanted, changed, false);
        assertThat(way).noneMatch(Gradual.Leg::tagsWait);
        return way.stream().map(Gradual.Leg::template).toList();
    }

    private String messaging() {
        return plan.render(new MessagingStage()).stack().templateBody();
    }

    private String compute() {
        return plan.render(new ComputeStage()).stack().templateBody();
    }

    /** What of the brokers each step changes. */
    private static List<Set<String>> changes(String standing, List<String> way) {
        List<Set<String>> changes = new ArrayList<>();
        TemplateText before = TemplateText.read(standing).orElseThrow();
        for (String body : way) {
            TemplateText after = TemplateText.read(body).orElseThrow();
            changes.add(difference(before, after));
            before = after;
        }
        return changes;
    }

    private static Set<String> difference(TemplateText before, TemplateText after) {
        return Stream.concat(Stream.of(STORAGE, TYPE), after.properties("Cluster").values().keySet().stream())
                .filter(path -> !path.equals("BrokerNodeGroupInfo"))
                .filter(path -> !before.property("Cluster", path).equals(after.property("Cluster", path)))
                .collect(Collectors.toSet());
    }
}
