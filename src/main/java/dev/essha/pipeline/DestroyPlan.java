package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackView;
import dev.essha.inventory.Data.Kept;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.RegionName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a destroy would take down and what it would leave, as the account stood when it was looked at.
 *
 * @param deleteData whether what holds data goes, too
 * @param stacks those that go, each after those that are named in it; after a change of the plan that was cut off, a stage
 *     may have more than one
 * @param remains what no stack holds any more and still carries the deployment's tag, with the stages that made it
 * @param adopted what was there before the deployment and carries its tag
 * @param data what holds data in the stacks and among the remains
 * @param foreign what nobody touches
 * @param unseen what could not be looked for, and why
 */
public record DestroyPlan(
        DeploymentName deployment,
        boolean deleteData,
        List<Doomed> stacks,
        List<Remains> remains,
        Optional<Adopted> adopted,
        List<Data> data,
        List<Foreign> foreign,
        List<Unseen> unseen) {

    public DestroyPlan {
        stacks = List.copyOf(stacks);
        remains = List.copyOf(remains);
        data = List.copyOf(data);
        foreign = List.copyOf(foreign);
        unseen = List.copyOf(unseen);
    }

    /**
     * A stack that goes.
     *
     * @param region where it stands
     * @param after the stages whose stacks have to be gone before
     */
    public record Doomed(
            StageId stage,
            RegionName region,
            StackView stack,
            List<StackResource> resources,
            SortedSet<StageId> after) {

        public Doomed {
            resources = List.copyOf(resources);
        }

        List<StackResource> ofType(String type) {
            return resources.stream()
                    .filter(r -> r.type().equals(type) && !r.physicalId().isEmpty())
                    .toList();
        }
    }

    /**
     * What an earlier destroy left of a stage.
     *
     * @param after the stages whose stacks and remains have to be gone before
     */
    public record Remains(StageId stage, List<Kept> kept, SortedSet<StageId> after) {

        public Remains {
            kept = List.copyOf(kept);
        }
    }

    /**
     * A VPC and subnets that stay and lose a tag.
     *
     * @param ids those that carry it
     * @param keys of the tags
     * @param after the stages that have to be gone before: all that there are
     */
    public record Adopted(List<String> ids, List<String> keys, SortedSet<StageId> after) {

        public Adopted {
            ids = List.copyOf(ids);
            keys = List.copyOf(keys);
        }
    }

    /**
     * Something that holds data or a key.
     *
     * @param goes whether it is deleted
     * @param what happens to it, in words
     */
    public record Data(StageId stage, String type, String physicalId, boolean goes, String what) {}

    /**
     * Something that has a name of ours without our tag, or a stack with our tag that is not any stage's that is known here.
     *
     * @param stage whose name it has; the network, in which everything stands, where that is unknown
     * @param what it is, in words
     * @param why it is left alone
     */
    public record Foreign(StageId stage, String what, String name, String why) {}

    /** What could not be looked for, and why, in words. */
    public record Unseen(StageId stage, String what) {}

    /** There is nothing to take down, and nothing stays that is known. */
    public boolean isEmpty() {
        return stacks.isEmpty() && remains.isEmpty() && adopted.isEmpty();
    }

    /** Whatever there is stays. */
    public boolean touchesNothing() {
        return stacks.isEmpty() && adopted.isEmpty() && (remains.isEmpty() || !deleteData);
    }
}
