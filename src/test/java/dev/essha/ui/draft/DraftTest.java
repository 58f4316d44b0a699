package dev.essha.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.DeploymentName;
import dev.essha.plan.DomainName;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.Problem;
import dev.essha.plan.RegionName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DraftTest {

    private final Draft draft = new Draft(Draft.first());

    @ParameterizedTest
    @EnumSource(Preset.class)
    void saysWhatThePlanSaysThatItWasGiven(Preset preset) {
        Plan plan =
                preset.plan(new DeploymentName("prod"), new RegionName("us-west-2"), new DomainName("pod.example.org"));

        draft.load(plan);

        assertThat(draft.judged().get().problems()).isEmpty();
        assertThat(draft.judged().get().valid().orElseThrow().plan()).isEqualTo(plan);
        assertThat(draft.readable().get()).isEqualTo(plan);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        database.storageGiB         | abc          | yaml.wrong-type
        database.storageGiB         |              | yaml.wrong-type
        database.storageGiB         | 5            | number.range
        name                        | Not A Name   | name.syntax
        domain.name                 | example      | domain.one-label
        network.vpcCidr             | 10.40.0.1/16 | cidr.host-bits
        network.zones[1].name       | eu-west-1b   | network.zone-elsewhere
        network.zones[2].publicCidr | 10.41.0.0/24 | network.subnet-outside
        """, delimiter = '|', nullValues = "-")
    void findsWhatIsWrongWhereItIsTyped(String path, String text, String key) {
        draft.text(path).set(text == null ? "" : text);

        assertThat(draft.judged().get().at(path)).extracting(Problem::key).contains(key);
    }

    @Test
    void keepsTheLastPlanThatCouldBeRead() {
        draft.text("database.storageGiB").set("200");
        draft.text("database.maxStorageGiB").set("40 or so");

        assertThat(draft.judged().get().plan()).isEmpty();
        assertThat(draft.readable().get().database().storageGiB()).isEqualTo(200);
    }

    @Test
    void takesBackWhatWasMended() {
        draft.text("messaging.brokersPerZone").set("none");
        draft.text("messaging.brokersPerZone").set("2");

        assertThat(draft.judged().get().problems()).isEmpty();
        assertThat(draft.judged().get().plan().orElseThrow().messaging().brokersPerZone())
                .isEqualTo(2);
    }

    @Test
    void leavesOutWhatMayBeEmpty() {
        draft.text("account").set("111122223333");
        draft.text("account").set("");

        assertThat(draft.judged().get().problems()).isEmpty();
        assertThat(draft.document().has("account")).isFalse();
    }

    @Test
    void readsListsAndTagsLineByLine() {
        draft.text("edge.allowedCidrs").set("203.0.113.0/24\n 198.51.100.7/32 \n");
        draft.text("tags").set("team=platform\ncost-center = 42");

        Plan plan = draft.judged().get().plan().orElseThrow();

        assertThat(plan.edge().allowedCidrs())
                .extracting(Object::toString)
                .containsExactly("203.0.113.0/24", "198.51.100.7/32");
        assertThat(plan.tags()).isEqualTo(Map.of("team", "platform", "cost-center", "42"));
    }

    @Test
    void cutsSubnetsAnewWhereOtherZonesAreGivenByName() {
        draft.zones(List.of(
                Map.of("name", "eu-central-1a"),
                Map.of("name", "eu-central-1b"),
                Map.of("name", "eu-central-1c"),
                Map.of("name", "eu-central-1d")));

        assertThat(draft.zoneCount().get()).isEqualTo(4);
        assertThat(draft.judged().get().problems()).isEmpty();
        assertThat(draft.readable().get().network().zones()).hasSize(4);
    }

    @Test
    void keepsZonesWhoseNamesAreBeingTyped() {
        draft.text("network.zones[1].name").set("");

        assertThat(draft.zoneCount().get()).isEqualTo(3);
        assertThat(draft.judged().get().at("network.zones[1].name")).isNotEmpty();
        assertThat(draft.judged().get().at("network.zones[2].name")).isEmpty();
    }

    @Test
    void comesBackFromItsDocumentWithWhatIsWrongInIt() {
        draft.text("compute.diskGiB").set("lots");
        draft.text("domain.name").set("x");

        Draft again = new Draft(Draft.first());
        again.load(draft.document());

        assertThat(again.text("compute.diskGiB").get()).isEqualTo("lots");
        assertThat(again.judged().get()).isEqualTo(draft.judged().get());
    }

    @Test
    void judgesSeveralChangesOnce() {
        int[] judged = {0};
        draft.judged().addListener((_, _, _) -> judged[0]++);

        draft.change(() -> {
            draft.text("database.storageGiB").set("300");
            draft.text("database.maxStorageGiB").set("900");
        });

        assertThat(judged[0]).isEqualTo(1);
    }
}
