package dev.essha.pipeline;

import dev.essha.cloud.Actions;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackResource;
import dev.essha.plan.ResourceNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Removes what others made in a network and what keeps it from being deleted: load balancers of the cluster's own
 * controllers, network interfaces that nothing uses any more.
 */
final class NetworkMender implements Follow.Observer {

    /** Subnets and gateways go within a minute or two; longer means that something is in the way. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final StageContext context;
    private final List<String> vpcs;
    private Instant next;

    NetworkMender(StageContext context, DestroyPlan.Doomed doomed) {
        this.context = context;
        this.vpcs = doomed.ofType(ResourceKind.VPC).stream()
                .map(StackResource::physicalId)
                .toList();
        this.next = context.time().now().plus(PATIENCE);
    }

    @Override
    public void happened(StackEvent event) {}

    @Override
    public void looked() throws InterruptedException {
        if (!context.time().now().isBefore(next)) {
            removeInterfaces();
            next = context.time().now().plus(PATIENCE);
        }
    }

    void removeLoadBalancers(ResourceNames names) throws InterruptedException {
        for (String vpc : vpcs) {
            List<String> made = context.retry().get(() -> actions().loadBalancersMadeByCluster(names.cluster(), vpc));
            for (String loadBalancer : made) {
                context.retry().run(() -> actions().deleteLoadBalancer(loadBalancer));
                context.note("removed a load balancer that the cluster had made: " + loadBalancer);
            }
        }
    }

    void removeInterfaces() throws InterruptedException {
        for (String vpc : vpcs) {
            for (String unused : context.retry().get(() -> actions().unusedInterfaces(vpc))) {
                context.retry().run(() -> actions().deleteInterface(unused));
                context.note("removed a network interface that nothing used: " + unused);
            }
        }
    }

    private Actions actions() {
        return context.cloud().actions();
    }
}
