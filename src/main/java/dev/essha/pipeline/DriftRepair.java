package dev.essha.pipeline;

import dev.essha.blueprint.Work;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.ResourceDrift;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.Stacks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts back what was changed by hand, through a change set that compares with what is there instead of with the last
 * template. It is made only if it does nothing else: such change sets are known to name resources that nobody touched.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html">Drift-aware
 *     change sets</a>
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
    record Offered(Optional<Proposal> proposal, List<PlannedChange> changes, String note) {}

    /**
     * @param planned the resources that the plan itself changes, too
     */
    Offered offer(StackRequest request, List<ResourceDrift> drift, Set<String> planned) throws InterruptedException {
        if (drift.stream().allMatch(ResourceDrift::gone)) {
            return nothing("");
        }
        Proposal proposal;
        try {
            String token = context.token(work.name());
            proposal = context.retry().get(() -> stacks.proposeRepair(request, token));
        } catch (CloudException e) {
            return nothing("CloudFormation does not put it back: " + e.failure().message());
        }
        String note = objection(proposal, drift, planned);
        if (!note.isEmpty()) {
            context.retry().run(() -> stacks.discard(proposal));
            return nothing(note);
        }
        return new Offered(Optional.of(proposal).filter(p -> !p.isEmpty()), putBack(proposal, planned), "");
    }

    private static Offered nothing(String note) {
        return new Offered(Optional.empty(), List.of(), note);
    }

    private List<PlannedChange> putBack(Proposal proposal, Set<String> planned) {
        return proposal.changes().stream()
                .filter(c -> !planned.contains(c.logicalId()))
                .map(c -> PlannedChange.of(context.stage(), work, c))
                .toList();
    }

    private String objection(Proposal proposal, List<ResourceDrift> drift, Set<String> planned) {
        Set<String> touched = drift.stream().map(ResourceDrift::logicalId).collect(Collectors.toSet());
        String others = proposal.changes().stream()
                .map(ResourceChange::logicalId)
                .filter(id -> !touched.contains(id) && !planned.contains(id))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            return "not put back: that would also change %s, which nobody touched".formatted(others);
        }
        return StatefulGuard.refusal(context.stage(), work, proposal, options)
                .map(refusal -> "not put back: " + refusal.reason())
                .orElse("");
    }
}
