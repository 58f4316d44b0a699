package dev.essha.cloud.rehearsal;

import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.plan.AccountId;
import dev.essha.plan.DomainName;
import dev.essha.plan.RegionName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** An account in memory with the time in the hand of the test. */
final class Rehearsal {

    static final RegionName HOME = new RegionName("eu-central-1");
    static final RegionName ABROAD = new RegionName("us-east-1");

    /** More looks than the slowest stack needs. */
    private static final int PATIENCE = 10_000;

    final VirtualClock clock = new VirtualClock();
    final RehearsalCloud cloud;

    private Rehearsal(RegionName region, UnaryOperator<RehearsalSettings> more) {
        cloud = RehearsalCloud.open(more.apply(RehearsalSettings.of(new AccountId("111122223333"), region, clock)));
    }

    static Rehearsal of(RegionName region) {
        return new Rehearsal(region, settings -> settings);
    }

    static Rehearsal with(UnaryOperator<RehearsalSettings> more) {
        return new Rehearsal(HOME, more);
    }

    /** With a public hosted zone {@code Z1} of {@code example.com}. */
    static Rehearsal withZone() {
        return with(s -> s.withHostedZone(new DomainName("example.com"), Optional.of("Z1")));
    }

    StackView make(String name, String template) {
        return make(HOME, name, template);
    }

    StackView make(RegionName region, String name, String template) {
        Stacks stacks = cloud.stacks(region);
        stacks.execute(stacks.propose(request(name, template)));
        return settled(stacks, name);
    }

    StackView delete(StackView stack) {
        cloud.stacks().delete(stack.id());
        return settled(cloud.stacks(), stack.id());
    }

    /** What a change set would do, {@code MODIFY Database YES}. */
    List<String> changes(String name, String template) {
        Proposal proposal = cloud.stacks().propose(request(name, template));
        cloud.stacks().discard(proposal);
        return proposal.changes().stream().map(Rehearsal::change).toList();
    }

    /** Why resources of a stack failed, in order. */
    List<String> reasons(StackView stack) {
        return cloud.stacks().events(stack.id(), Optional.empty()).stream()
                .filter(e -> e.failed() && !e.cancelled() && !e.physicalId().equals(stack.id()))
                .map(StackEvent::reason)
                .toList();
    }

    StackView settled(Stacks stacks, String nameOrId) {
        String id = stacks.find(nameOrId).orElseThrow().id();
        for (int i = 0; i < PATIENCE; i++) {
            StackView stack = stacks.find(id).orElseThrow();
            if (!stack.status().inProgress()) {
                return stack;
            }
            clock.advance(Duration.ofSeconds(10));
        }
        throw new AssertionError("the stack never settles: " + id);
    }

    static StackRequest request(String name, String template) {
        return new StackRequest(
                name, template, new TreeMap<>(), new TreeMap<>(Map.of("ess-ha:deployment", "rehearsed")));
    }

    private static String change(ResourceChange change) {
        return change.action() + " " + change.logicalId() + " " + change.replacement();
    }
}
