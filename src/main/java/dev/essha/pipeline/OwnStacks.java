package dev.essha.pipeline;

import dev.essha.blueprint.StackTags;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackView;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import dev.essha.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * The stacks that carry a deployment's tag, in every region where there may be some: also those that its plan has no more.
 *
 * @param found in order of region and name
 * @param unseen the regions that could not be looked at, and why
 */
record OwnStacks(List<Found> found, List<Phrase> unseen) {

    OwnStacks {
        found = List.copyOf(found);
        unseen = List.copyOf(unseen);
    }

    /** A stack and where it stands. */
    record Found(RegionName region, StackView stack) {

        /** Whether its deployment is in a region: in its own, unless it says otherwise. */
        boolean isOf(RegionName home) {
            return stack.tags().getOrDefault(StackTags.HOME, region.value()).equals(home.value());
        }
    }

    /**
     * @param plan of the deployment; one of its name in another region is another one
     * @param regions where to look
     * @param needed those of them in which the plan itself has stacks. Others may be closed to the account, as many
     *     organizations deny every region but their own
     * @throws CloudException where a region cannot be looked at, but for those others when they are denied
     */
    static OwnStacks look(Cloud cloud, Plan plan, SortedSet<RegionName> regions, Set<RegionName> needed) {
        List<Found> found = new ArrayList<>();
        List<Phrase> unseen = new ArrayList<>();
        for (RegionName region : regions) {
            try {
                cloud.stacks(region).ofDeployment(plan.name()).stream()
                        .map(stack -> new Found(region, stack))
                        .filter(stack -> stack.isOf(plan.region()))
                        .forEach(found::add);
            } catch (CloudException e) {
                if (needed.contains(region) || !(e.failure() instanceof CloudFailure.Denied denied)) {
                    throw e;
                }
                unseen.add(Phrase.of("unseen.stacks", region, denied.action()));
            }
        }
        return new OwnStacks(found, unseen);
    }
}
