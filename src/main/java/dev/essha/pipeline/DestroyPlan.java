package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackView;
import dev.essha.inventory.Data.Kept;
import dev.essha.plan.DeploymentName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a destroy would take down and what it would leave, as the account stood when it was looked at.
 *
 * @param deleteData whether what holds data goes, too
 * @param stacks those that go, each after those that are named in it
 * @param remains what no stack holds any more and still carries the deployment's tag, with the stages that made it
 * @param data what holds data in the stacks and among the remains
 * @param foreign stacks that nobody touches
 * @param unseen what could not be looked for, and why
 */
public record DestroyPlan(
        DeploymentName deployment,
        boolean deleteData,
        List<Doomed> stacks,
        List<Remains> remains,
        List<Data> data,
        List<Foreign> foreign,
        Optional<String> unseen) {

    public DestroyPlan {
        stacks = List.copyOf(stacks);
        remains = List.copyOf(remains);
        data = List.copyOf(data);
        foreign = List.copyOf(foreign);
    }

    /**
     * A stack that goes.
     *
     * @param after the stages whose stacks have to be gone before
     */
    public record Doomed(StageId stage, StackView stack, List<StackResource> resources, SortedSet<StageId> after) {

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
     * Something that holds data or a key.
     *
     * @param goes whether it is deleted
     * @param what happens to it, in words
     */
    public record Data(StageId stage, String type, String physicalId, boolean goes, String what) {}

    /**
     * A stack that has a name of ours without our tag, or our tag without being any stage's that is known here.
     *
     * @param stage whose name it has; the network, in which everything stands, where that is unknown
     * @param why it is left alone
     */
    public record Foreign(StageId stage, String stackName, String why) {}

    /** There is nothing to take down, and nothing stays that is known. */
    public boolean isEmpty() {
        return stacks.isEmpty() && remains.isEmpty();
    }

    /** Whatever there is stays. */
    public boolean touchesNothing() {
        return stacks.isEmpty() && (remains.isEmpty() || !deleteData);
    }
}
