package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.EdgePlan;
import dev.essha.plan.Idle;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.PlanChange;
import dev.essha.plan.ValidPlan;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A setting that is said to change nothing changes no template, and one that changes a template is not said to. */
class IdleTest {

    private static final Plan PLAIN = Plans.PROOF_OF_CONCEPT.plan();

    @Test
    void requestsAreCountedByAGatewayOnly() {
        judge("edge.requestsPerClient", PLAIN, IdleTest::withFewerRequests, true);
        judge("edge.requestsPerClient", PlanChange.withGateway(PLAIN), IdleTest::withFewerRequests, false);
    }

    @Test
    void flowLogsAreThoseOfANewVpcAndTheirDaysThoseOfTheGatewaysLogToo() {
        Plan existing = PlanChange.inExistingVpc(PLAIN);

        judge("network.flowLogDays", PLAIN, IdleTest::withLongerFlowLogs, false);
        judge("network.flowLogDays", existing, IdleTest::withLongerFlowLogs, true);
        judge("network.flowLogDays", PlanChange.withGateway(existing), IdleTest::withLongerFlowLogs, false);
    }

    private static void judge(String path, Plan plan, UnaryOperator<Plan> change, boolean isIdle) {
        assertThat(Idle.in(plan).contains(path)).as(path).isEqualTo(isIdle);
        assertThat(templates(change.apply(plan)).equals(templates(plan))).isEqualTo(isIdle);
    }

    private static Plan withFewerRequests(Plan plan) {
        return PlanChange.edge(
                plan,
                e -> new EdgePlan(e.loadBalancing(), e.gateway(), 500, e.allowedCidrs(), e.tlsPolicy(), e.nodePort()));
    }

    private static Plan withLongerFlowLogs(Plan plan) {
        return PlanChange.network(plan, n -> new NetworkPlan(n.existingVpc(), n.vpcCidr(), n.zones(), n.egress(), 365));
    }

    private static List<String> templates(Plan plan) {
        return Blueprint.of(ValidPlan.of(plan)).stages().stream()
                .map(Stage::work)
                .filter(Work.Stack.class::isInstance)
                .map(work -> ((Work.Stack) work).templateBody())
                .toList();
    }
}
