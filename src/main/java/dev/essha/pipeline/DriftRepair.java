package dev.essha.pipeline;

import dev.essha.blueprint.Work;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.ResourceDrift;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.Stacks;
import dev.essha.wording.Phrase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts back what was changed by hand and makes again what was deleted, through a change set that compares with what is there
 * instead of with the last template. It is made only if it does nothing else: such change sets are known to name resources
 * that nobody touched.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html">Drift-aware
 *     change sets</a>
 * @see <a href="https://aws.amazon.com/blogs/devops/safely-handle-configuration-drift-with-cloudformation-drift-aware-change-sets/">Recreate
 *     deleted resources</a>
 * @see <a href="https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2505">Changes of what is in
 *     sync</a>
 */
final class DriftRepair {

    private final StageContext context;
    private final Stacks stacks;
    private final Work.Stack work;
    private final InstallOptions options;

    DriftRepair(StageContext context, Stacks stacks, Work.Stack work, InstallOptions options) {
        this.context = context;
        this.stacks = stacks;
        this.work = work;
        this.options = options;
    }

    /**
     * @param proposal to be executed or discarded; empty where nothing can or need be put back
     * @param changes what it would put back
     * @param note why it leaves what was changed; empty where it does not
     */
    record Offered(Optional<Proposal> proposal, List<PlannedChange> changes, Optional<Phrase> note) {}

    /**
     * @param drift what was changed or deleted
     * @param planned the resources that the plan itself changes, too
     */
    Offered offer(StackRequest request, List<ResourceDrift> drift, Set<String> planned) throws InterruptedException {
        if (drift.isEmpty()) {
            return new Offered(Optional.empty(), List.of(), Optional.empty());
        }
        Optional<Phrase> lost =
                drift.stream().filter(this::heldData).findFirst().map(this::lost);
        if (lost.isPresent()) {
            return nothing(lost.get());
        }
        Proposal proposal;
        try {
            String token = context.token(work.name());
            proposal = context.retry().get(() -> stacks.proposeRepair(request, token));
        } catch (CloudException e) {
            return nothing(Phrase.of("drift.refused", e.failure().said()));
        }
        Optional<Phrase> objection = objection(proposal, drift, planned);
        if (objection.isPresent()) {
            context.retry().run(() -> stacks.discard(proposal));
            return nothing(objection.get());
        }
        return new Offered(
                Optional.of(proposal).filter(p -> !p.isEmpty()), putBack(proposal, planned), Optional.empty());
    }

    /** What held data and is gone has lost it: a new one, empty, is somebody's decision. */
    private boolean heldData(ResourceDrift drift) {
        return drift.gone()
                && (HoldsData.isGround(drift.type()) || HoldsData.in(work, drift.logicalId(), drift.type()))
                && !options.mayReplace(context.stage(), drift.logicalId());
    }

    private Phrase lost(ResourceDrift drift) {
        return Phrase.of("drift.lost", drift.logicalId(), InstallOptions.replacing(context.stage(), drift.logicalId()));
    }

    private static Offered nothing(Phrase why) {
        return new Offered(Optional.empty(), List.of(), Optional.of(why));
    }

    private List<PlannedChange> putBack(Proposal proposal, Set<String> planned) {
        return proposal.changes().stream()
                .filter(c -> !planned.contains(c.logicalId()))
                .map(c -> PlannedChange.of(context.stage(), work, c, context.wording()))
                .toList();
    }

    private Optional<Phrase> objection(Proposal proposal, List<ResourceDrift> drift, Set<String> planned) {
        Set<String> gone = ids(drift.stream().filter(ResourceDrift::gone));
        Set<String> expected = withDependents(gone);
        expected.addAll(ids(drift.stream()));
        expected.addAll(planned);
        String others = proposal.changes().stream()
                .map(ResourceChange::logicalId)
                .filter(id -> !expected.contains(id))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            return Optional.of(Phrase.of("drift.others", others));
        }
        Proposal standing = without(gone, proposal);
        return shrinks(standing)
                .or(() -> StatefulGuard.refusal(context.stage(), work, standing, options)
                        .map(refusal -> Phrase.of("drift.guarded", refusal.reason())));
    }

    /** Storage that grew, by itself or by hand, stays: services refuse to make it smaller. */
    private static Optional<Phrase> shrinks(Proposal proposal) {
        return proposal.changes().stream()
                .filter(c -> c.properties().stream().anyMatch(DriftRepair::isStorage))
                .findFirst()
                .map(c -> Phrase.of("drift.shrinks", c.logicalId()));
    }

    private static boolean isStorage(String property) {
        return property.equals("AllocatedStorage") || property.equals("BrokerNodeGroupInfo.StorageInfo");
    }

    /** What is made again has another id, so that what refers to it changes, too. */
    private Set<String> withDependents(Set<String> gone) {
        Set<String> all = new HashSet<>(gone);
        while (work.resources().stream()
                .filter(r -> r.dependsOn().stream().anyMatch(all::contains))
                .map(r -> all.add(r.logicalId()))
                .reduce(false, Boolean::logicalOr)) {
            // Until nothing depends on what has come.
        }
        return all;
    }

    /** Whatever CloudFormation calls it, what is gone cannot be lost once more. */
    private static Proposal without(Set<String> gone, Proposal proposal) {
        return new Proposal(
                proposal.stackName(),
                proposal.stackId(),
                proposal.changeSetId(),
                proposal.creates(),
                proposal.resumes(),
                proposal.changes().stream()
                        .filter(c -> !gone.contains(c.logicalId()))
                        .toList());
    }

    private static Set<String> ids(Stream<ResourceDrift> drift) {
        return drift.map(ResourceDrift::logicalId).collect(Collectors.toSet());
    }
}
