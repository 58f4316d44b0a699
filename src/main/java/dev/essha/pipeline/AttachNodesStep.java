package dev.essha.pipeline;

import dev.essha.blueprint.Output;
import dev.essha.blueprint.StageId;
import dev.essha.inventory.Compute;
import dev.essha.inventory.Edge;
import dev.essha.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the cluster's nodes behind the load balancers. A managed node group makes its auto scaling group itself, so no
 * template can name it.
 *
 * <p>A target group that was replaced is gone, but an auto scaling group that is behind it would look for it each time it
 * starts a node: it is taken from behind those that do not exist any more. Those of load balancers that are still to be
 * removed stay as they are until {@link CleanUpStep} removes them: clients may still come through them.
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

    /**
     * What an auto scaling group is behind and should not be, or the other way around.
     *
     * @param missing the target groups that it has to be put behind
     * @param gone those that do not exist any more
     */
    private record Move(String group, List<String> missing, List<String> gone) {

        boolean isNeeded() {
            return !missing.isEmpty() || !gone.isEmpty();
        }

        List<Phrase> lines() {
            List<Phrase> lines = new ArrayList<>();
            missing.forEach(t -> lines.add(Phrase.of("nodes.puts", group, t)));
            gone.forEach(t -> lines.add(Phrase.of("nodes.takes", group, t)));
            return lines;
        }
    }

    @Override
    public StageResult run() throws InterruptedException {
        List<Compute.ScalingGroup> groups = groups();
        if (groups.isEmpty()) {
            throw new StageException(
                    Phrase.of("nodes.none", cluster), Phrase.of("nodes.none.advice", StageId.COMPUTE.named()));
        }
        List<Move> moves = moves(groups);
        for (Move move : moves) {
            make(move);
        }
        return new StageResult.Completed(!moves.isEmpty(), Map.of());
    }

    @Override
    public Observation observe() throws InterruptedException {
        List<Compute.ScalingGroup> groups = groups();
        List<Move> moves = moves(groups);
        long behind = groups.size()
                - moves.stream().filter(m -> !m.missing().isEmpty()).count();
        return new Observation(
                !groups.isEmpty() && moves.isEmpty(),
                Phrase.of("nodes.behind", behind, groups.size()),
                moves.stream().flatMap(m -> m.lines().stream()).toList());
    }

    private List<Compute.ScalingGroup> groups() throws InterruptedException {
        List<String> names = context.retry().get(() -> context.cloud().actions().autoScalingGroups(cluster));
        return names.isEmpty()
                ? List.of()
                : context.retry().get(() -> context.cloud().lookups().scalingGroups(names));
    }

    private List<Move> moves(List<Compute.ScalingGroup> groups) throws InterruptedException {
        Set<String> others = groups.stream()
                .flatMap(g -> g.targetGroupArns().stream())
                .filter(t -> !targetGroups.contains(t))
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
            others.removeAll(existing());
        }
        return groups.stream().map(g -> move(g, others)).filter(Move::isNeeded).toList();
    }

    private Move move(Compute.ScalingGroup group, Set<String> gone) {
        return new Move(
                group.name(),
                targetGroups.stream()
                        .filter(t -> !group.targetGroupArns().contains(t))
                        .toList(),
                group.targetGroupArns().stream().filter(gone::contains).toList());
    }

    private Set<String> existing() throws InterruptedException {
        return context.retry()
                .get(() -> context.cloud().lookups().cluster(cluster).stream()
                        .flatMap(c -> context.cloud().lookups().targetGroups(c.vpcId()).stream())
                        .map(Edge.TargetGroup::arn)
                        .collect(Collectors.toSet()));
    }

    private void make(Move move) throws InterruptedException {
        context.resource(move.group(), SCALING_GROUP, move.group(), Event.ResourceState.IN_PROGRESS, "");
        if (!move.missing().isEmpty()) {
            context.retry().run(() -> context.cloud().actions().attachTargetGroups(move.group(), move.missing()));
        }
        if (!move.gone().isEmpty()) {
            context.retry().run(() -> context.cloud().actions().detachTargetGroups(move.group(), move.gone()));
        }
        context.resource(move.group(), SCALING_GROUP, move.group(), Event.ResourceState.COMPLETE, "");
    }
}
