package dev.essha.pipeline;

import dev.essha.blueprint.Output;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.Actions;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackResource;
import dev.essha.plan.ResourceNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Removes what others made in a network and what keeps it from being deleted: load balancers and security groups of the
 * cluster's own controllers and of AWS Global Accelerator, network interfaces that nothing uses any more.
 *
 * <p>In a VPC that was there before, interfaces may be anybody's: there only what was made for our cluster is removed.
 */
final class NetworkMender implements Follow.Observer {

    /** Subnets and gateways go within a minute or two; longer means that something is in the way. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final StageContext context;
    private final ResourceNames names;
    private final List<String> own;
    private final List<String> used;
    private Instant next;

    NetworkMender(StageContext context, DestroyPlan.Doomed doomed, ResourceNames names) {
        this.context = context;
        this.names = names;
        this.own = doomed.ofType(ResourceKind.VPC).stream()
                .map(StackResource::physicalId)
                .toList();
        this.used = own.isEmpty() ? existing(doomed).toList() : own;
        this.next = context.time().now().plus(PATIENCE);
    }

    /** The network's stack hands out the id of its VPC, whoever made it. */
    private static Stream<String> existing(DestroyPlan.Doomed doomed) {
        return doomed.stage() == StageId.NETWORK
                ? Stream.ofNullable(doomed.stack().outputs().get(Output.VPC_ID.key()))
                : Stream.empty();
    }

    @Override
    public void happened(StackEvent event) {}

    @Override
    public void looked() throws InterruptedException {
        if (!context.time().now().isBefore(next)) {
            mend();
            next = context.time().now().plus(PATIENCE);
        }
    }

    void removeLoadBalancers() throws InterruptedException {
        for (String vpc : used) {
            List<String> made = context.retry().get(() -> actions().loadBalancersMadeByCluster(names.cluster(), vpc));
            for (String loadBalancer : made) {
                context.retry().run(() -> actions().deleteLoadBalancer(loadBalancer));
                context.note("note.load-balancer", loadBalancer);
            }
        }
    }

    /** What may only be in the way once other things are gone: to be called again. */
    void mend() throws InterruptedException {
        for (String vpc : own) {
            for (String unused : context.retry().get(() -> actions().unusedInterfaces(vpc))) {
                context.retry().run(() -> actions().deleteInterface(unused));
                context.note("note.interface", unused);
            }
        }
        for (String vpc : used) {
            for (String left : context.retry().get(() -> actions().securityGroupsLeftByOthers(names.cluster(), vpc))) {
                removeGroup(left);
            }
        }
    }

    /** A group that another one still names goes once that one is gone. */
    private void removeGroup(String group) throws InterruptedException {
        try {
            context.retry().run(() -> actions().deleteSecurityGroup(group));
            context.note("note.security-group", group);
        } catch (CloudException e) {
            if (!(e.failure() instanceof CloudFailure.Conflict)) {
                throw e;
            }
        }
    }

    private Actions actions() {
        return context.cloud().actions();
    }
}
