package dev.essha.blueprint;

import dev.essha.plan.ValidPlan;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Puts the cluster's nodes behind the load balancers: a step, as EKS makes the auto scaling groups, not CloudFormation. */
final class NodesStage implements StageTemplate {

    @Override
    public StageId id() {
        return StageId.NODES;
    }

    @Override
    public Work work(ValidPlan plan) {
        List<Output> inputs = List.of(Output.CLUSTER_NAME, Output.TARGET_GROUP_ARNS);
        return new Work.AttachNodes(Collections.unmodifiableSortedSet(new TreeSet<>(inputs)));
    }
}
