package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.StackResource;
import dev.essha.plan.DomainName;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import dev.essha.wording.Phrase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The stacks of a deployment that its plan has no more.
 *
 * @param stacks in the order in which they go: what leads to others before those
 * @param notes what could not be looked at or is left alone, and why
 */
record Superseded(List<DestroyPlan.Doomed> stacks, List<Phrase> notes) {

    Superseded {
        stacks = List.copyOf(stacks);
        notes = List.copyOf(notes);
    }

    static Superseded look(Cloud cloud, Plan plan, Work.CleanUp work) {
        OwnStacks own = OwnStacks.look(
                cloud, plan, new TreeSet<>(work.regions()), work.kept().keySet());
        List<Phrase> notes = new ArrayList<>(own.unseen());
        List<DestroyPlan.Doomed> stacks = new ArrayList<>();
        for (OwnStacks.Found found : own.found()) {
            if (!isKept(found, work)) {
                Optional<StageId> stage = Ownership.stageOf(found.stack());
                Optional<Phrase> stays =
                        whyItStays(cloud, plan, stage, found.stack().name());
                stays.ifPresent(notes::add);
                stage.filter(_ -> stays.isEmpty()).ifPresent(s -> stacks.add(doomed(cloud, s, found)));
            }
        }
        stacks.sort(Comparator.comparing(DestroyPlan.Doomed::stage)
                .reversed()
                .thenComparing(d -> d.stack().name()));
        return new Superseded(stacks, notes);
    }

    /** The records of a domain whose DNS is to be elsewhere answer until it is delegated there. */
    private static Optional<Phrase> whyItStays(Cloud cloud, Plan plan, Optional<StageId> stage, String name) {
        if (stage.isEmpty()) {
            return Optional.of(Phrase.of("clean-up.no-stage", name));
        }
        DomainName domain = plan.domain().name();
        return stage.get() == StageId.DNS && Delegation.isToAccount(cloud, domain)
                ? Optional.of(Phrase.of("clean-up.in-use", name, domain))
                : Optional.empty();
    }

    private static boolean isKept(OwnStacks.Found found, Work.CleanUp work) {
        Set<String> kept = work.kept().getOrDefault(found.region(), Set.of());
        return kept.contains(found.stack().name());
    }

    private static DestroyPlan.Doomed doomed(Cloud cloud, StageId stage, OwnStacks.Found found) {
        RegionName region = found.region();
        List<StackResource> resources =
                cloud.stacks(region).resources(found.stack().id());
        return new DestroyPlan.Doomed(stage, region, found.stack(), resources, Collections.emptySortedSet());
    }

    /** A line for each stack, and one for all in it that must not go unless it is named. */
    List<PlannedChange> changes() {
        return stacks.stream().flatMap(Superseded::changes).toList();
    }

    private static Stream<PlannedChange> changes(DestroyPlan.Doomed doomed) {
        ResourceChange whole = removal(
                doomed.stack().name(), ResourceKind.STACK, doomed.stack().id());
        return Stream.concat(
                Stream.of(PlannedChange.removed(doomed.stage(), whole)),
                guarded(doomed)
                        .map(r -> PlannedChange.removed(
                                doomed.stage(), removal(r.logicalId(), r.type(), r.physicalId()))));
    }

    private static ResourceChange removal(String logicalId, String type, String physicalId) {
        return new ResourceChange(
                ResourceChange.Action.REMOVE, logicalId, type, physicalId, ResourceChange.Replacement.NO, List.of());
    }

    private static Stream<StackResource> guarded(DestroyPlan.Doomed doomed) {
        return doomed.resources().stream()
                .filter(r -> HoldsData.guarded(r.type()) && !r.physicalId().isEmpty());
    }

    /** Nothing goes as long as one of them holds what was not named. */
    Optional<PhrasedFailure> refusal(InstallOptions options) {
        return stacks.stream()
                .flatMap(s -> guarded(s)
                        .filter(r -> !options.mayReplace(s.stage(), r.logicalId()))
                        .map(r -> refusal(s, r)))
                .findFirst();
    }

    private static PhrasedFailure refusal(DestroyPlan.Doomed stack, StackResource resource) {
        return new PhrasedFailure(
                resource.logicalId(),
                resource.type(),
                Phrase.of("guard.superseded", stack.stack().name(), resource.physicalId()),
                Phrase.of("guard.put-back", InstallOptions.replacing(stack.stage(), resource.logicalId())));
    }
}
