package dev.essha.ui.wizard;

import dev.essha.plan.EdgePlan;
import dev.essha.plan.Plan;
import dev.essha.ui.text.Words;
import dev.essha.wording.Labels;

/** What was chosen in a step, in a line. */
public record Readbacks(Words words) {

    /** Empty for a step that writes no plan. */
    public String of(Step step, Plan plan) {
        return switch (step) {
            case NETWORK ->
                words.of(
                        "readback.network",
                        plan.region().value(),
                        plan.network().zones().size());
            case DOMAIN ->
                words.of(
                        "readback.domain." + Labels.of(plan.domain().dns()),
                        plan.domain().name().value());
            case EDGE -> edge(plan.edge());
            case SIZING ->
                words.of(
                        "readback.sizing",
                        plan.database().instanceClass(),
                        plan.messaging().brokersPerZone()
                                * plan.network().kafkaZones().size());
            case REGISTRY ->
                words.of("readback.registry", plan.registry().repositories().size());
            case START, SIGN_IN, REVIEW, INSTALL, CHECKLIST -> "";
        };
    }

    private String edge(EdgePlan edge) {
        String shape = words.of("readback.edge." + Labels.of(edge.loadBalancing()));
        return edge.gateway() == EdgePlan.Gateway.NONE ? shape : words.of("readback.edge.gateway", shape);
    }
}
