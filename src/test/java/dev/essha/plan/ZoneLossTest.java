package dev.essha.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.ZoneLoss.Left;
import dev.essha.plan.ZoneLoss.Outlook;
import dev.essha.plan.ZoneLoss.Part;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ZoneLossTest {

    private final ProblemText text = ProblemText.english();

    @Test
    void productionKeepsWhatEssNeeds() {
        ZoneLoss loss = ZoneLoss.of(plan(Preset.PRODUCTION));

        assertThat(loss.nodes().nodes()).isEqualTo(new Left(4, 6));
        assertThat(loss.nodes().virtualCpus()).contains(new Left(16, 24));
        assertThat(loss.nodes().memoryGiB()).contains(new Left(64, 96));
        assertThat(loss.brokers().brokers()).isEqualTo(new Left(2, 3));
        assertThat(loss.brokers().replicas()).isEqualTo(new Left(2, 3));
        assertThat(loss.database().readableStandbys()).isEqualTo(new Left(0, 0));
        assertThat(loss.wayOut().zones()).isEqualTo(new Left(2, 3));
        assertThat(loss.remarks()).extracting(ZoneLoss.Remark::part).containsExactly(Part.values());
        assertThat(loss.remarks()).extracting(ZoneLoss.Remark::outlook).containsOnly(Outlook.HOLDS);
        assertThat(text.sentence(loss.remarks().getFirst()))
                .isEqualTo("4 of 6 nodes are left, with 16 vCPU and 64 GiB. ESS needs 3 nodes of 4 vCPU and 8 GiB each,"
                        + " so that is enough.");
    }

    @Test
    void aProofOfConceptHasTooFewNodesUntilSomebodyAddsSome() {
        ZoneLoss loss = ZoneLoss.of(plan(Preset.PROOF_OF_CONCEPT));

        assertThat(loss.nodes().outlook()).isEqualTo(Outlook.FAILS);
        assertThat(loss.nodes().mostLeft()).isEqualTo(4);
        assertThat(text.sentence(loss.remarks().getFirst()))
                .startsWith("2 of 3 nodes are left, and ESS needs 3.")
                .contains("up to 4");
        assertThat(loss.brokers().outlook()).isEqualTo(Outlook.HOLDS);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 3, m6i.xlarge, FAILS",
        "1, 1, 4, m6i.xlarge, HOLDS",
        "2, 2, 3, c6i.xlarge, HOLDS",
        "2, 2, 3, i3.xlarge, UNKNOWN",
        "9, 9, 3, m6i.large, FAILS",
    })
    void nodesAreEnoughByNumberAndSize(int nodes, int most, int zones, String type, Outlook outlook) {
        ComputePlan compute = new ComputePlan("1.35", type, nodes, most, 50, List.of(), 14);

        assertThat(ZoneLoss.of(with(plan(zones, LoadBalancing.SINGLE, Egress.NAT_PER_ZONE), compute))
                        .nodes()
                        .outlook())
                .isEqualTo(outlook);
    }

    /** MSK spreads over three zones at most: a fourth saves no broker. */
    @Test
    void brokersOfAZoneAreLostWhateverElseThereIs() {
        ZoneLoss loss = ZoneLoss.of(plan(5, LoadBalancing.SINGLE, Egress.NAT_PER_ZONE));

        assertThat(loss.brokers().brokers()).isEqualTo(new Left(2, 3));
        assertThat(loss.wayOut().zones()).isEqualTo(new Left(4, 5));
    }

    @ParameterizedTest
    @CsvSource({"SINGLE, 1, 1", "PER_ZONE, 3, 4", "FRONTED, 3, 4"})
    void loadBalancersOfTheOtherZonesAreLeft(LoadBalancing shape, int left, int total) {
        assertThat(ZoneLoss.of(plan(4, shape, Egress.NAT_PER_ZONE))
                        .loadBalancers()
                        .balancers())
                .isEqualTo(new Left(left, total));
    }

    @ParameterizedTest
    @EnumSource(Egress.class)
    void ofAWayOutThatThePlanDoesNotMakeNothingIsKnown(Egress egress) {
        assertThat(ZoneLoss.of(plan(3, LoadBalancing.SINGLE, egress)).wayOut().outlook())
                .isEqualTo(egress == Egress.EXISTING ? Outlook.UNKNOWN : Outlook.HOLDS);
    }

    @Test
    void ofAClustersReadersOneIsLeft() {
        Choices choices = new Choices(
                3, Egress.NAT_PER_ZONE, Dns.ROUTE53, LoadBalancing.SINGLE, Gateway.NONE, Topology.MULTI_AZ_CLUSTER);
        Plan plan = Preset.PRODUCTION.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN, choices);

        assertThat(ZoneLoss.of(plan).database().readableStandbys()).isEqualTo(new Left(1, 2));
        assertThat(text.sentence(remark(plan, Part.DATABASE))).contains("1 of 2 readers");
    }

    @Property(tries = 200)
    void ofEveryPlanEachPartIsASentence(@ForAll("plans") Plan plan) {
        assertThat(ZoneLoss.of(plan).remarks())
                .hasSize(Part.values().length)
                .allSatisfy(remark ->
                        assertThat(text.sentence(remark)).endsWith(".").doesNotContain("{"));
    }

    @Provide
    Arbitrary<Plan> plans() {
        return AnyPlan.any();
    }

    private static ZoneLoss.Remark remark(Plan plan, Part part) {
        return ZoneLoss.of(plan).remarks().stream()
                .filter(r -> r.part() == part)
                .findFirst()
                .orElseThrow();
    }

    private static Plan plan(Preset preset) {
        return preset.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN);
    }

    private static Plan plan(int zones, LoadBalancing shape, Egress egress) {
        Choices choices = new Choices(zones, egress, Dns.ROUTE53, shape, Gateway.NONE, Topology.MULTI_AZ_INSTANCE);
        return Preset.PRODUCTION.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN, choices);
    }

    private static Plan with(Plan plan, ComputePlan compute) {
        return new Plan(
                plan.name(),
                Optional.empty(),
                plan.region(),
                plan.tags(),
                plan.ess(),
                plan.network(),
                plan.domain(),
                plan.edge(),
                plan.database(),
                plan.messaging(),
                plan.storage(),
                compute,
                plan.registry());
    }
}
