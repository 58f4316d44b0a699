package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackResource;
import dev.essha.inventory.Data;
import dev.essha.plan.DeploymentName;
import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the account for what a destroy would take down. */
final class DestroySurvey {

    private final Cloud cloud;
    private final Blueprint blueprint;
    private final Wording wording;
    private final DeploymentName deployment;
    private final List<DestroyPlan.Unseen> unseen = new ArrayList<>();

    /** @param wording in which the plan is told */
    DestroySurvey(Cloud cloud, Blueprint blueprint, Wording wording) {
        this.cloud = cloud;
        this.blueprint = blueprint;
        this.wording = wording;
        this.deployment = blueprint.plan().plan().name();
    }

    DestroyPlan plan(boolean deleteData) {
        Claims claims = new Claims(cloud, blueprint);
        claims.unseen().forEach(what -> unseen.add(unseen(StageId.GATEWAY, what)));
        Map<Claims.Ours, List<StackResource>> resources = claims.ours().stream()
                .collect(Collectors.toMap(
                        ours -> ours,
                        ours -> cloud.stacks(ours.region())
                                .resources(ours.stack().id())));
        Map<StageId, List<Data.Kept>> kept = keptOutside(resources.values(), deleteData);
        Graph order = DestroyOrder.of(blueprint, stages(claims.ours(), kept.keySet()));
        List<DestroyPlan.Doomed> doomed = order.stages().stream()
                .flatMap(s -> claims.ours().stream().filter(o -> o.stage() == s))
                .map(o -> new DestroyPlan.Doomed(
                        o.stage(), o.region(), o.stack(), resources.get(o), order.before(o.stage())))
                .toList();
        List<DestroyPlan.Remains> remains = order.stages().stream()
                .filter(kept::containsKey)
                .map(s -> new DestroyPlan.Remains(s, kept.get(s), order.before(s)))
                .toList();
        return new DestroyPlan(
                deployment,
                deleteData,
                doomed,
                remains,
                adopted(order),
                data(doomed, remains, new DataFate(deleteData, wording)),
                Stream.concat(claims.foreign().stream().map(this::foreign), logsOfOthers(claims.ours()))
                        .toList(),
                unseen);
    }

    private DestroyPlan.Foreign foreign(Claims.Foreign found) {
        return new DestroyPlan.Foreign(found.stage(), wording.of("left.stack"), found.stack(), wording.of(found.why()));
    }

    private DestroyPlan.Unseen unseen(StageId stage, Phrase what) {
        return new DestroyPlan.Unseen(stage, wording.of(what));
    }

    /** Without a stack nothing but its name says whose it is. */
    private Stream<DestroyPlan.Foreign> logsOfOthers(List<Claims.Ours> ours) {
        return ours.stream().anyMatch(o -> o.stage() == StageId.COMPUTE)
                ? Stream.empty()
                : seen(() -> RewrittenLogs.ofCluster(cloud, deployment)).stream()
                        .map(name -> new DestroyPlan.Foreign(
                                StageId.COMPUTE, wording.of("left.log-group"), name, wording.of("left.log-group.why")));
    }

    private List<String> seen(Supplier<List<String>> logs) {
        try {
            return logs.get();
        } catch (CloudException e) {
            if (!(e.failure() instanceof CloudFailure.Denied denied)) {
                throw e;
            }
            unseen.add(unseen(StageId.COMPUTE, Phrase.of("unseen.log-groups", denied.action())));
            return List.of();
        }
    }

    /** What carries our tag and is in no stack: an earlier destroy left it, or it was made of what was in a stack. */
    private Map<StageId, List<Data.Kept>> keptOutside(Collection<List<StackResource>> held, boolean deleteData) {
        Set<String> inStacks = held.stream()
                .flatMap(List::stream)
                .map(StackResource::physicalId)
                .collect(Collectors.toSet());
        return kept(deleteData).stream()
                .filter(k -> !inStacks.contains(k.id()))
                .collect(Collectors.groupingBy(
                        DataFate::stageOf, () -> new EnumMap<>(StageId.class), Collectors.toList()));
    }

    /** Whoever wants data deleted must not be told that it is gone while nobody could see. */
    private List<Data.Kept> kept(boolean deleteData) {
        try {
            return cloud.lookups().keptData(deployment);
        } catch (CloudException e) {
            if (deleteData || !(e.failure() instanceof CloudFailure.Denied denied)) {
                throw e;
            }
            unseen.add(unseen(StageId.STORAGE, Phrase.of("unseen.remains", denied.action())));
            return List.of();
        }
    }

    private static Set<StageId> stages(List<Claims.Ours> ours, Set<StageId> others) {
        Set<StageId> all = EnumSet.noneOf(StageId.class);
        ours.forEach(o -> all.add(o.stage()));
        all.addAll(others);
        return all;
    }

    /** What was there before, and was tagged: it loses the tag once nothing of ours is in it. */
    private Optional<DestroyPlan.Adopted> adopted(Graph order) {
        SortedSet<StageId> all = new TreeSet<>(order.stages());
        return blueprint.stages().stream()
                .map(Stage::work)
                .filter(Work.Adopt.class::isInstance)
                .map(Work.Adopt.class::cast)
                .map(adopt -> new DestroyPlan.Adopted(
                        Adoption.of(cloud, adopt).tagged(),
                        List.copyOf(adopt.tags().keySet()),
                        all))
                .filter(adopted -> !adopted.ids().isEmpty())
                .findFirst();
    }

    private static List<DestroyPlan.Data> data(
            List<DestroyPlan.Doomed> doomed, List<DestroyPlan.Remains> remains, DataFate fate) {
        Stream<DestroyPlan.Data> inStacks = doomed.stream()
                .flatMap(d -> d.resources().stream()
                        .filter(r -> !r.physicalId().isEmpty())
                        .flatMap(r -> fate.of(d.stage(), r.type(), r.physicalId()).stream()));
        Stream<DestroyPlan.Data> outside = remains.stream()
                .flatMap(r -> r.kept().stream().flatMap(k -> fate.of(r.stage(), DataFate.typeOf(k), k.id()).stream()));
        return Stream.concat(inStacks, outside).toList();
    }
}
