package dev.essha.pipeline;

import dev.essha.blueprint.Output;
import dev.essha.inventory.Compute;
import java.util.List;
import java.util.Map;

/**
 * Puts the cluster's nodes behind the load balancers. A managed node group makes its auto scaling group itself, so no
 * template can name it.
 */
final class AttachNodesStep implements Step {

    private static final String SCALING_GROUP = "AWS::AutoScaling::AutoScalingGroup";

    private final StageContext context;
    private final String cluster;
    private final List<String> targetGroups;

    AttachNodesStep(StageContext context, Outputs outputs) {
        this.context = context;
        this.cluster = outputs.get(Output.CLUSTER_NAME);
        this.targetGroups = outputs.list(Output.TARGET_GROUP_ARNS);
    }

    @Override
    public StageResult run() throws InterruptedException {
        List<Compute.ScalingGroup> groups = groups();
        if (groups.isEmpty()) {
            throw new StageException(
                    "the cluster %s has no nodes".formatted(cluster), "Install the stage compute again first.");
        }
        List<Compute.ScalingGroup> detached = detached(groups);
        for (Compute.ScalingGroup group : detached) {
            attach(group);
        }
        return new StageResult.Completed(!detached.isEmpty(), Map.of());
    }

    @Override
    public Observation observe() throws InterruptedException {
        List<Compute.ScalingGroup> groups = groups();
        List<Compute.ScalingGroup> detached = detached(groups);
        return new Observation(
                !groups.isEmpty() && detached.isEmpty(),
                "%d of %d node groups are behind the load balancers"
                        .formatted(groups.size() - detached.size(), groups.size()));
    }

    private List<Compute.ScalingGroup> groups() throws InterruptedException {
        List<String> names = context.retry().get(() -> context.cloud().actions().autoScalingGroups(cluster));
        return names.isEmpty()
                ? List.of()
                : context.retry().get(() -> context.cloud().lookups().scalingGroups(names));
    }

    private List<Compute.ScalingGroup> detached(List<Compute.ScalingGroup> groups) {
        return groups.stream()
                .filter(g -> !g.targetGroupArns().containsAll(targetGroups))
                .toList();
    }

    private void attach(Compute.ScalingGroup group) throws InterruptedException {
        List<String> missing = targetGroups.stream()
                .filter(t -> !group.targetGroupArns().contains(t))
                .toList();
        context.resource(group.name(), SCALING_GROUP, group.name(), Event.ResourceState.IN_PROGRESS, "");
        context.retry().run(() -> context.cloud().actions().attachTargetGroups(group.name(), missing));
        context.resource(group.name(), SCALING_GROUP, group.name(), Event.ResourceState.COMPLETE, "");
    }
}
