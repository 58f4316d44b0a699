package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Edge.Accelerator;
import dev.essha.inventory.Edge.AcceleratorEndpoint;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Inventory;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Optional;

/** R6, where an accelerator stands in front of the zones' load balancers. */
final class AcceleratorChecks {

    private static final int HTTPS = 443;

    private AcceleratorChecks() {}

    static boolean concern(Plan plan) {
        return plan.edge().loadBalancing() == LoadBalancing.FRONTED;
    }

    static Ruling accelerator(Plan plan, Inventory seen) {
        return Ruling.onThe(
                Phrase.of("missing.accelerator"),
                seen.front().accelerator(),
                accelerator -> Ruling.on(seen.loadBalancers(), balancers -> leads(plan, accelerator, balancers)));
    }

    private static Ruling leads(Plan plan, Accelerator accelerator, List<LoadBalancer> balancers) {
        Facts facts = new Facts()
                .check(
                        accelerator.enabled(),
                        accelerator.enabled() ? "accelerator.enabled" : "accelerator.disabled",
                        accelerator.name())
                .check(accelerator.status().equals("DEPLOYED"), "accelerator.status", accelerator.status())
                .check(
                        accelerator.ports().contains(HTTPS),
                        "accelerator.ports",
                        Words.list(accelerator.ports(), String::valueOf))
                .note("accelerator.addresses", Words.list(accelerator.addresses()));
        WantedBalancer.judge(
                WantedBalancer.open(plan),
                balancers,
                facts,
                (_, balancer, f) -> endpoint(accelerator.endpoints(), balancer)
                        .ifPresentOrElse(
                                e -> judge(accelerator, e, balancer, f),
                                () -> f.check(false, "accelerator.lacks", balancer.name())));
        return facts.ruling();
    }

    private static Optional<AcceleratorEndpoint> endpoint(List<AcceleratorEndpoint> endpoints, LoadBalancer balancer) {
        return endpoints.stream().filter(e -> e.id().equals(balancer.arn())).findFirst();
    }

    /** Before ESS runs, nothing answers the health checks in any zone; once one zone is healthy, each has to be. */
    private static void judge(
            Accelerator accelerator, AcceleratorEndpoint endpoint, LoadBalancer balancer, Facts facts) {
        boolean running = accelerator.endpoints().stream().anyMatch(AcceleratorChecks::isHealthy);
        facts.check(
                endpoint.weight() > 0 && (isHealthy(endpoint) || !running),
                running ? "accelerator.endpoint" : "accelerator.endpoint.early",
                balancer.name(),
                endpoint.weight(),
                endpoint.health());
    }

    private static boolean isHealthy(AcceleratorEndpoint endpoint) {
        return endpoint.health().equals("HEALTHY");
    }
}
