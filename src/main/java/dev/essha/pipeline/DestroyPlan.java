package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackView;
import dev.essha.plan.DeploymentName;
import java.util.List;
import java.util.SortedSet;

/**
 * What a destroy would take down and what it would leave, as the account stood when it was looked at.
 *
 * @param deleteData whether what holds data goes, too
 * @param stacks those that go, each after those that are named in it
 * @param data what holds data in them
 * @param foreign stacks that have a name of ours without being ours: nobody touches them
 */
public record DestroyPlan(
        DeploymentName deployment, boolean deleteData, List<Doomed> stacks, List<Data> data, List<Foreign> foreign) {

    public DestroyPlan {
        stacks = List.copyOf(stacks);
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
     * Something that holds data or a key.
     *
     * @param goes whether it is deleted
     * @param what happens to it, in words
     */
    public record Data(StageId stage, String type, String physicalId, boolean goes, String what) {}

    public record Foreign(StageId stage, String stackName) {}

    /** There is nothing to take down. */
    public boolean isEmpty() {
        return stacks.isEmpty();
    }
}
