package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.RegionName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanUpStageTest {

    private static final RegionName HOME = new RegionName("eu-central-1");
    private static final RegionName VIRGINIA = new RegionName("us-east-1");

    private final StagePlans plan = new StagePlans();

    @Test
    void itKeepsExactlyTheStacksOfThePlan() {
        plan.gateway = Gateway.CLOUDFRONT;
        Work.CleanUp work = work();

        assertThat(work.kept().get(VIRGINIA)).isEqualTo(Set.of("ess-acme-gateway-eu-central-1"));
        assertThat(work.kept().get(HOME))
                .contains("ess-acme-network", "ess-acme-edge", "ess-acme-dns", "ess-acme-access-gateway")
                .doesNotContain("ess-acme-edge-zones", "ess-acme-access", "ess-acme-gateway");
    }

    /** A gateway that the plan has no more is there still. */
    @Test
    void itLooksWhereAGatewayMayBeLeftOver() {
        assertThat(work().regions()).containsExactly(HOME, VIRGINIA);
        assertThat(work().kept()).doesNotContainKey(VIRGINIA);
    }

    @Test
    void itWaitsForTheOldRecordsToBeForgotten() {
        assertThat(work().settleSeconds()).isEqualTo(NameRecord.TTL_SECONDS);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        us-east-1,     1
        eu-west-1,     2
        us-gov-west-1, 1
        cn-north-1,    1
        """)
    void otherPartitionsHaveNoSecondRegion(String region, int regions) {
        Work.CleanUp work = (Work.CleanUp)
                CleanUpStage.after(new RegionName(region), List.of()).work();

        assertThat(work.regions()).hasSize(regions).contains(new RegionName(region));
    }

    private Work.CleanUp work() {
        return Stages.of(plan.plan()).stream()
                .map(Stage::work)
                .filter(Work.CleanUp.class::isInstance)
                .map(Work.CleanUp.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
