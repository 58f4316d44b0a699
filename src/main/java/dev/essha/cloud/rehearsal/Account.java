package dev.essha.cloud.rehearsal;

import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The account in memory. Its monitor guards everything in it: whoever reads or changes more than one thing holds it.
 */
final class Account {

    private final RehearsalSettings settings;
    private final Place place;
    private final RunningClock clock;
    private final List<Live> premises;
    private final List<RehearsedStack> stacks;
    private final ByHand byHand;
    private final Faults faults;
    private boolean changed;

    Account(RehearsalSettings settings, SavedAccount saved) {
        this.settings = settings;
        this.place = new Place(settings.account(), settings.region());
        this.clock = new RunningClock(settings.clock(), saved.savedAt());
        this.premises = settings.network().map(n -> Premises.of(place, n)).orElse(List.of());
        this.stacks = new ArrayList<>(saved.restoreStacks(place));
        this.byHand = new ByHand(saved.byHand());
        this.faults = new Faults(saved.faults());
    }

    RehearsalSettings settings() {
        return settings;
    }

    /** The account in its home region. */
    Place place() {
        return place;
    }

    Instant now() {
        return clock.now();
    }

    ByHand byHand() {
        return byHand;
    }

    Faults faults() {
        return faults;
    }

    /** Every stack that there ever was in any region, oldest first. */
    synchronized List<RehearsedStack> stacks() {
        return List.copyOf(stacks);
    }

    /** By name while it is not deleted, by id for ever. */
    synchronized Optional<RehearsedStack> stack(Place where, String nameOrId) {
        Instant now = now();
        return stacks.stream()
                .filter(s -> s.place().equals(where))
                .filter(s -> s.id().equals(nameOrId)
                        || s.name().equals(nameOrId) && s.statusAt(now) != StackStatus.DELETE_COMPLETE)
                .reduce((a, b) -> b);
    }

    /** An empty stack, which waits for its first change set to be executed. */
    synchronized RehearsedStack review(Place where, StackRequest request) {
        String uuid = Hash.uuid(Hash.of(request.stackName(), stacks.size(), place.account()));
        String id = where.arn("cloudformation", "stack/" + request.stackName() + "/" + uuid);
        RehearsedStack made =
                new RehearsedStack(where, request.stackName(), id, false, List.of(Operation.review(request, now())));
        stacks.add(made);
        return made;
    }

    /** Everything in the account, whether a stack holds it or not. */
    synchronized List<Live> live() {
        Instant now = now();
        return Stream.of(
                        premises.stream(),
                        byHand.made(place).stream(),
                        stacks.stream().flatMap(s -> s.resourcesAt(now).values().stream()),
                        stacks.stream().flatMap(s -> s.retainedAt(now).stream()))
                .flatMap(found -> found)
                .filter(Live::exists)
                .filter(Predicate.not(byHand::isRemoved))
                .map(byHand::apply)
                .toList();
    }

    /** The snapshots that deletions of databases left behind; the id of each is {@link #snapshotId}. */
    synchronized List<Live> snapshots() {
        Instant now = now();
        return stacks.stream()
                .flatMap(s -> s.snapshotsAt(now).stream())
                .filter(Predicate.not(byHand::isRemoved))
                .toList();
    }

    /** The name that CloudFormation gives to a last snapshot. */
    static String snapshotId(Live deleted) {
        return deleted.origin().stackName() + "-snapshot-" + deleted.logicalId() + "-"
                + deleted.seed().substring(0, 12);
    }

    synchronized AccountSnapshot snapshot() {
        return new AccountSnapshot(place, now(), live(), byHand.attachments(), byHand.tags(), byHand.asked());
    }

    /** Makes a change that is kept. */
    synchronized void change(Runnable change) {
        change.run();
        changed = true;
        save();
    }

    /** Keeps the time that has passed, if anything was changed before. */
    synchronized void close() {
        if (changed) {
            save();
        }
    }

    private void save() {
        settings.stateFile().ifPresent(file -> AccountFile.write(file, SavedAccount.of(this)));
    }
}
