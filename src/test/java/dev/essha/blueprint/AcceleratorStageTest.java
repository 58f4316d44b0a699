package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.att;
import static dev.essha.blueprint.Rendered.ref;
import static dev.essha.blueprint.Rendered.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.RegionName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceleratorStageTest {

    private final StagePlans plan = new StagePlans();

    @ParameterizedTest
    @CsvSource(textBlock = """
        SINGLE,   false
        PER_ZONE, false
        FRONTED,  true
        """)
    void onlyAFrontedPlanHasIt(LoadBalancing shape, boolean has) {
        plan.loadBalancing = shape;

        assertThat(new AcceleratorStage().isIn(plan.plan())).isEqualTo(has);
    }

    @Test
    void itLeadsConnectionsToTheLoadBalancerOfEachZone() {
        plan.zones = 4;
        Rendered stack = render();

        assertThat(stack.property("Listener", "PortRanges")).isEqualTo(List.of(Map.of("FromPort", 443, "ToPort", 443)));
        assertThat(stack.property("Endpoints", "EndpointGroupRegion")).isEqualTo(ref("AWS::Region"));
        assertThat((List<?>) stack.property("Endpoints", "EndpointConfigurations"))
                .hasSize(4)
                .last()
                .isEqualTo(Map.of(
                        "EndpointId",
                        select(3, "LoadBalancerArns"),
                        "Weight",
                        128,
                        "ClientIPPreservationEnabled",
                        false));
    }

    @Test
    void itStandsInThePlansRegionAndDeliversItsName() {
        Rendered stack = render();

        assertThat(stack.stack().region()).isEqualTo(new RegionName("eu-central-1"));
        assertThat(stack.property("Accelerator", "Name")).isEqualTo("ess-acme");
        assertThat(stack.at("Outputs.AcceleratorName.Value")).isEqualTo(att("Accelerator", "DnsName"));
        assertThat(stack.at("Outputs.AcceleratorArn.Value")).isEqualTo(ref("Accelerator"));
    }

    private Rendered render() {
        return plan.render(new AcceleratorStage());
    }
}
