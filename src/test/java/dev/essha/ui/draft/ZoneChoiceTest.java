package dev.essha.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.Cidr;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import dev.essha.plan.Problem;
import dev.essha.plan.SubnetLayout;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ZoneChoiceTest {

    private final Draft draft = new Draft(Draft.first());
    private final ZoneChoice zones = new ZoneChoice(draft);

    @Test
    void saysTheSamePlanAndLeavesTheSubnetsToTheReader() {
        assertThat(zones.typed().get()).isFalse();
        assertThat(draft.text("network.zones[0].publicCidr").get()).isEmpty();
        assertThat(draft.judged().get().valid().orElseThrow().plan()).isEqualTo(Draft.first());
    }

    @Test
    void cutsTheSubnetsAnewFromAnotherVpc() {
        draft.text("network.vpcCidr").set("10.8.0.0/18");

        assertThat(draft.judged().get().problems()).isEmpty();
        assertThat(subnets()).isEqualTo(cut("10.8.0.0/18", 3));
    }

    @Test
    void aFourthZoneLeavesTheOthersAsTheyAre() {
        List<Cidr> before = subnets();

        zones.add("eu-central-1d");

        assertThat(draft.judged().get().problems()).isEmpty();
        assertThat(subnets()).startsWith(before.toArray(Cidr[]::new)).isEqualTo(cut("10.40.0.0/16", 4));
        assertThat(zones.names()).endsWith("eu-central-1d");
    }

    @Test
    void aZoneThatIsAddedTwiceIsThereOnce() {
        zones.add("eu-central-1a");

        assertThat(zones.names()).containsExactly("eu-central-1a", "eu-central-1b", "eu-central-1c");
    }

    @Test
    void fewerThanThreeAreForTheEngineToJudge() {
        zones.remove("eu-central-1b");

        assertThat(zones.names()).containsExactly("eu-central-1a", "eu-central-1c");
        assertThat(draft.judged().get().at("network.zones"))
                .extracting(Problem::key)
                .containsExactly("network.too-few-zones");
        assertThat(draft.readable().get().network().zones()).hasSize(2);
    }

    @Test
    void noneAtAllCanBeReadToo() {
        List.copyOf(zones.names()).forEach(zones::remove);

        assertThat(draft.readable().get().network().zones()).isEmpty();
        zones.add("eu-central-1a");
        assertThat(zones.names()).containsExactly("eu-central-1a");
    }

    @Test
    void keepsLettersAndEverythingElseInAnotherRegion() {
        draft.text("domain.name").set("half typed");
        draft.text("name").set("prod");

        zones.moveTo("us-west-2");

        assertThat(draft.text("region").get()).isEqualTo("us-west-2");
        assertThat(zones.names()).containsExactly("us-west-2a", "us-west-2b", "us-west-2c");
        assertThat(draft.text("domain.name").get()).isEqualTo("half typed");
        assertThat(draft.text("name").get()).isEqualTo("prod");
    }

    @Test
    void judgesAMoveOnce() {
        int[] judged = {0};
        draft.judged().addListener((_, _, _) -> judged[0]++);

        zones.moveTo("us-west-2");
        zones.moveTo("eu-west-1");

        assertThat(judged[0]).isLessThanOrEqualTo(2);
        assertThat(draft.judged().get().problems()).isEmpty();
    }

    @Test
    void leavesAZoneOfElsewhereWhereItIs() {
        draft.text("network.zones[1].name").set("us-east-1b");

        zones.moveTo("us-west-2");

        assertThat(zones.names()).containsExactly("us-west-2a", "us-east-1b", "us-west-2c");
    }

    @Test
    void writesSubnetsDownToBeChangedAndKeepsThemWhenAZoneIsAdded() {
        zones.type();
        draft.text("network.zones[0].publicCidr").set("10.40.200.0/26");

        zones.add("eu-central-1d");

        assertThat(draft.text("network.zones[0].publicCidr").get()).isEqualTo("10.40.200.0/26");
        assertThat(draft.text("network.zones[1].privateCidr").get()).isEqualTo("10.40.32.0/19");
        assertThat(draft.judged().get().problems()).isEmpty();
        assertThat(zones.typed().get()).isTrue();
    }

    @Test
    void forgetsWhatWasTypedWhenTheReaderIsToCutAgain() {
        zones.type();
        draft.text("network.zones[0].publicCidr").set("10.40.200.0/26");

        zones.cut();

        assertThat(subnets()).isEqualTo(cut("10.40.0.0/16", 3));
    }

    @Test
    void takesTypedSubnetsOfAPlanThatIsLoadedAsTyped() {
        draft.load(PlanFile.of(Preset.PROOF_OF_CONCEPT)
                .with(
                        "network.zones",
                        "[{name: eu-central-1a, publicCidr: 10.40.250.0/24}, eu-central-1b, eu-central-1c]")
                .read()
                .plan()
                .orElseThrow());

        zones.refresh();

        assertThat(zones.typed().get()).isTrue();
        assertThat(draft.text("network.zones[0].publicCidr").get()).isEqualTo("10.40.250.0/24");
    }

    @Test
    void followsAPlanThatIsLoadedAsTheReaderCutsIt() {
        zones.type();
        Plan plan = Preset.PRODUCTION.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);
        draft.load(plan);

        zones.refresh();

        assertThat(zones.typed().get()).isFalse();
        assertThat(draft.readable().get()).isEqualTo(plan);
    }

    @Test
    void anExistingVpcHasItsAddressesAndItsWayOut() {
        zones.useExisting();
        draft.text("network.existingVpc").set("vpc-0123456789abcdef0");
        for (int i = 0; i < 3; i++) {
            draft.text(ZoneChoice.path(i, "publicSubnet")).set("subnet-1000000" + i);
            draft.text(ZoneChoice.path(i, "privateSubnet")).set("subnet-2000000" + i);
        }

        assertThat(zones.existing().get()).isTrue();
        assertThat(draft.judged().get().problems()).isEmpty();
        assertThat(draft.readable().get().network().egress()).isEqualTo(NetworkPlan.Egress.EXISTING);

        zones.create();

        assertThat(zones.existing().get()).isFalse();
        assertThat(draft.judged().get().valid().orElseThrow().plan()).isEqualTo(Draft.first());
    }

    private List<Cidr> subnets() {
        return draft.readable().get().network().zones().stream()
                .flatMap(z -> Stream.of(z.publicCidr(), z.privateCidr()))
                .toList();
    }

    private static List<Cidr> cut(String vpc, int count) {
        return SubnetLayout.of(Cidr.parse(vpc), count).orElseThrow().stream()
                .flatMap(l -> Stream.of(l.publicCidr(), l.privateCidr()))
                .toList();
    }
}
