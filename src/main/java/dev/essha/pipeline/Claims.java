package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StackTags;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.StackView;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.RegionName;
import dev.essha.wording.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tells a deployment's stacks from those that only look like it. A stage may have more than one stack, after a change. */
final class Claims {

    private final Cloud cloud;
    private final Blueprint blueprint;
    private final DeploymentName deployment;
    private final List<Ours> ours = new ArrayList<>();
    private final List<Foreign> foreign = new ArrayList<>();
    private final List<Phrase> unseen;

    /** A stack of the deployment. */
    record Ours(StageId stage, RegionName region, StackView stack) {}

    /** One that is left alone, and why. */
    record Foreign(StageId stage, String stack, Phrase why) {}

    /** By tag, in every region; those that have only our name are named. */
    Claims(Cloud cloud, Blueprint blueprint) {
        this.cloud = cloud;
        this.blueprint = blueprint;
        this.deployment = blueprint.plan().plan().name();
        Set<RegionName> needed = regionsOfStacks();
        OwnStacks tagged = OwnStacks.look(cloud, blueprint.plan().plan(), regions(needed), needed);
        this.unseen = tagged.unseen();
        tagged.found().forEach(this::claimByTag);
        blueprint.stages().forEach(this::claimByName);
        tagged.found().stream().filter(f -> !isOurs(f.stack())).forEach(f -> leave(f.stack()));
    }

    List<Ours> ours() {
        return List.copyOf(ours);
    }

    List<Foreign> foreign() {
        return List.copyOf(foreign);
    }

    /** The regions that could not be looked at, and why. */
    List<Phrase> unseen() {
        return unseen;
    }

    private Set<RegionName> regionsOfStacks() {
        Set<RegionName> regions = new HashSet<>();
        for (Stage stage : blueprint.stages()) {
            if (stage.work() instanceof Work.Stack stack) {
                regions.add(stack.region());
            }
        }
        return regions;
    }

    /** The plan's regions, and those where stacks of another shape of it would stand. */
    private SortedSet<RegionName> regions(Set<RegionName> ofStacks) {
        SortedSet<RegionName> regions = new TreeSet<>(ofStacks);
        for (Stage stage : blueprint.stages()) {
            if (stage.work() instanceof Work.CleanUp cleanUp) {
                regions.addAll(cleanUp.regions());
            }
        }
        return regions;
    }

    private void claimByTag(OwnStacks.Found found) {
        Ownership.stageOf(found.stack()).ifPresent(stage -> ours.add(new Ours(stage, found.region(), found.stack())));
    }

    private void claimByName(Stage stage) {
        if (stage.work() instanceof Work.Stack work && !isClaimed(work)) {
            cloud.stacks(work.region()).find(work.name()).ifPresent(stack -> claim(stage.id(), work.region(), stack));
        }
    }

    private void claim(StageId stage, RegionName region, StackView stack) {
        if (stack.belongsTo(deployment)) {
            ours.add(new Ours(stage, region, stack));
        } else {
            foreign.add(new Foreign(stage, stack.name(), Phrase.of("left.no-tag")));
        }
    }

    /** A newer version's, or somebody's who copied the tags: what it holds and what hangs on it is not known here. */
    private void leave(StackView stack) {
        String said = stack.tags().getOrDefault(StackTags.STAGE, "");
        foreign.add(new Foreign(StageId.NETWORK, stack.name(), Phrase.of("left.no-stage", said)));
    }

    private boolean isClaimed(Work.Stack work) {
        return ours.stream()
                .anyMatch(o ->
                        o.region().equals(work.region()) && o.stack().name().equals(work.name()));
    }

    private boolean isOurs(StackView stack) {
        return ours.stream().anyMatch(o -> o.stack().id().equals(stack.id()));
    }
}
