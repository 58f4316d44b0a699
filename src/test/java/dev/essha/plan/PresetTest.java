package dev.essha.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetTest {

    @ParameterizedTest
    @CsvSource({"proof-of-concept, PROOF_OF_CONCEPT", "production, PRODUCTION"})
    void eachIsFoundByItsLabel(String label, Preset preset) {
        assertThat(Preset.labelled(label)).contains(preset);
        assertThat(preset.label()).isEqualTo(label);
    }

    @Test
    void othersAreNotFound() {
        assertThat(Preset.labelled("PRODUCTION")).isEmpty();
    }

    @Test
    void zonesAreTheFirstThreeOfTheRegion() {
        Plan plan = Preset.PRODUCTION.plan(Preset.DEFAULT_NAME, new RegionName("ap-south-1"), Preset.DEFAULT_DOMAIN);

        assertThat(plan.network().zones())
                .extracting(z -> z.name().value())
                .containsExactly("ap-south-1a", "ap-south-1b", "ap-south-1c");
    }

    @Test
    void productionKeepsRunningOnThreeNodesWhenAZoneIsLost() {
        Plan plan = Preset.PRODUCTION.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);

        int zonesLeft = plan.network().zones().size() - 1;
        assertThat(zonesLeft * plan.compute().nodesPerZone()).isGreaterThanOrEqualTo(3);
        assertThat(plan.database().deletionProtection()).isTrue();
    }

    @Test
    void theClustersApiIsNotPublic() {
        for (Preset preset : Preset.values()) {
            Plan plan = preset.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);
            assertThat(plan.compute().apiCidrs()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true, false, 7", "false, false, false, 5", "true, true, true, 8"})
    void servicesDecideHowManyDatabasesThereAre(boolean broker, boolean webid, boolean search, int databases) {
        assertThat(new EssPlan(broker, webid, search).servicesWithDatabase()).hasSize(databases);
    }
}
