package dev.essha.application;

import dev.essha.blueprint.StackTags;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.InvalidValue;
import dev.essha.plan.RegionName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A deployment that an account shows by the tags of its stacks. What it was planned as, the account does not keep.
 *
 * @param region the deployment's own; some of its stacks may stand in another one
 * @param stages in order of the stacks' names
 */
public record FoundDeployment(DeploymentName name, RegionName region, List<Stage> stages) {

    /**
     * One stack of it.
     *
     * @param label of its stage; the stack's name where its tag is missing
     */
    public record Stage(String label, StackStatus status) {}

    public FoundDeployment {
        stages = List.copyOf(stages);
    }

    /** Whether CloudFormation is at work on it. */
    public boolean inProgress() {
        return stages.stream().anyMatch(s -> s.status().inProgress());
    }

    /** Whether the last change of each of its stacks was made as asked. */
    public boolean succeeded() {
        return stages.stream().allMatch(s -> s.status().succeeded());
    }

    /** The deployments with stacks in a region, in order of name. */
    public static List<FoundDeployment> in(Cloud cloud, RegionName region) {
        Map<Key, List<StackView>> found = cloud.stacks(region).ofDeployments().stream()
                .collect(Collectors.groupingBy(stack -> key(stack, region), TreeMap::new, Collectors.toList()));
        return found.entrySet().stream()
                .map(e -> new FoundDeployment(e.getKey().name(), e.getKey().region(), stages(e.getValue())))
                .toList();
    }

    /** Deployments in several regions may have one name. */
    private record Key(DeploymentName name, RegionName region) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::name).thenComparing(Key::region).compare(this, other);
        }
    }

    /** What stands in a region that it does not belong to says so. */
    private static Key key(StackView stack, RegionName region) {
        Optional<RegionName> home =
                Optional.ofNullable(stack.tags().get(StackTags.HOME)).flatMap(FoundDeployment::region);
        return new Key(stack.deployment().orElseThrow(), home.orElse(region));
    }

    private static Optional<RegionName> region(String text) {
        try {
            return Optional.of(new RegionName(text));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    private static List<Stage> stages(List<StackView> stacks) {
        return stacks.stream()
                .map(s -> new Stage(s.tags().getOrDefault(StackTags.STAGE, s.name()), s.status()))
                .toList();
    }
}
