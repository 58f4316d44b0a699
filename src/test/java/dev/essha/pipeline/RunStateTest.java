package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.ResourceChange;
import dev.essha.plan.DnsRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunStateTest {

    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    private static final StageId NETWORK = StageId.NETWORK;
    private static final StageId DATABASE = StageId.DATABASE;

    private final List<Event> events = new ArrayList<>();
    private Instant at = START;

    @Test
    void theTimeLeftIsTheLongestChainOfWhatRemains() {
        begin();
        assertThat(state().timeLeft()).isEqualTo(Duration.ofMinutes(2 + 14));

        add(new Event.StageStarted(next(), at, NETWORK));
        pass(Duration.ofMinutes(1));
        add(new Event.Noted(next(), at, NETWORK, "still at it"));
        assertThat(state().timeLeft()).isEqualTo(Duration.ofMinutes(1 + 14));

        add(new Event.StageCompleted(next(), at, NETWORK, true, Map.of()));
        add(new Event.StageCompleted(next(), at, StageId.SECURITY, true, Map.of()));
        assertThat(state().timeLeft()).isEqualTo(Duration.ofMinutes(14));
    }

    @Test
    void aStageThatTakesLongerThanExpectedIsNeverSaidToBeDone() {
        begin();
        add(new Event.StageStarted(next(), at, NETWORK));
        pass(Duration.ofHours(3));

        StageState network = state().at(at).stages().get(NETWORK);
        assertThat(network.remaining(at)).isEqualTo(Duration.ofSeconds(12));
        assertThat(state().at(at).bar()).isEqualTo(180 / (180 + 0.2 + 14));
    }

    @Test
    void theBarIsTheShareOfTheTimeThatIsOver() {
        begin();
        add(new Event.StageStarted(next(), at, NETWORK));

        RunState later = state().at(at.plusSeconds(60));

        assertThat(later.timeLeft()).isEqualTo(Duration.ofMinutes(15));
        assertThat(later.bar()).isEqualTo(1.0 / 16);
    }

    @Test
    void whatFailedAndWhatWaitsForItCountAsToCome() {
        begin();
        add(new Event.StageStarted(next(), at, NETWORK));
        pass(Duration.ofMinutes(1));
        add(new Event.StageFailed(next(), at, NETWORK, new StageFailure("Vpc", "AWS::EC2::VPC", "no", "try again")));
        add(new Event.StageSkipped(next(), at, DATABASE, "network"));
        add(new Event.StageCompleted(next(), at, StageId.SECURITY, true, Map.of()));
        add(new Event.RunFinished(next(), at, Event.Outcome.FAILED, Duration.ofMinutes(1)));

        assertThat(state().bar()).isEqualTo(1.0 / (1 + 1 + 14));
    }

    @Test
    void aPauseMovesNothing() {
        begin();
        add(new Event.StageStarted(next(), at, NETWORK));
        pass(Duration.ofMinutes(1));
        add(new Event.SignInNeeded(next(), at, NETWORK, "expired", "sign in", Duration.ofHours(12)));
        pass(Duration.ofHours(5));
        assertThat(state().at(at).bar()).isEqualTo(1.0 / 16);
        add(new Event.SignedInAgain(next(), at, NETWORK));
        assertThat(state().bar()).isEqualTo(1.0 / 16);
        pass(Duration.ofSeconds(30));
        assertThat(state().at(at).bar()).isEqualTo(1.5 / 16);
    }

    @Test
    void resourcesAreCountedAndTheSlowestOneIsShownFirst() {
        begin();
        add(new Event.StageStarted(next(), at, DATABASE));
        add(new Event.ChangesProposed(next(), at, DATABASE, List.of(change("Group"), change("Database"))));
        add(resource("Group", Event.ResourceState.IN_PROGRESS));
        pass(Duration.ofSeconds(2));
        add(resource("Database", Event.ResourceState.IN_PROGRESS));

        StageResources resources = state().stages().get(DATABASE).resources();
        assertThat(resources.total()).isEqualTo(2);
        assertThat(resources.current()).extracting(ResourceLine::logicalId).containsExactly("Group", "Database");

        add(resource("Group", Event.ResourceState.COMPLETE));
        assertThat(state().stages().get(DATABASE).resources().done()).isEqualTo(1);

        add(resource("Database", Event.ResourceState.FAILED));
        assertThat(state().stages().get(DATABASE).resources().done())
                .as("what failed is not done")
                .isEqualTo(1);
    }

    @Test
    void recordsAreAskedForUntilTheyAreFound() {
        begin();
        DnsRecord record = new DnsRecord("_x.ess.example.com", "CNAME", "_y.acm-validations.aws", 300);
        add(new Event.StageStarted(next(), at, NETWORK));
        add(new Event.RecordsNeeded(next(), at, NETWORK, Event.Purpose.CERTIFICATE_VALIDATION, List.of(record)));
        assertThat(state().stages().get(NETWORK).phase()).isEqualTo(new StagePhase.NeedsRecords(List.of(record)));

        add(new Event.RecordsFound(next(), at, NETWORK, Event.Purpose.CERTIFICATE_VALIDATION));
        assertThat(state().stages().get(NETWORK).phase()).isEqualTo(new StagePhase.Running());
    }

    @Test
    void aRunThatEndsWellEndsWithAFullBarAndOneThatDoesNotDoesNot() {
        begin();
        add(new Event.StageStarted(next(), at, NETWORK));
        RunState running = state();
        Event finished = new Event.RunFinished(9, at, Event.Outcome.UNCHANGED, Duration.ZERO);
        assertThat(running.apply(finished).bar()).isEqualTo(1);
        assertThat(running.apply(finished).at(at.plusSeconds(60)).elapsed()).isEqualTo(Duration.ZERO);

        Event cancelled = new Event.RunFinished(9, at, Event.Outcome.CANCELLED, Duration.ZERO);
        assertThat(running.apply(cancelled).bar()).isLessThan(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBarNeverGoesBackAndStaysBetweenZeroAndOne(int seed) {
        List<Double> bars = new ArrayList<>();
        RunState state = RunState.initial();
        for (Event event : randomRun(new Random(seed))) {
            state = state.apply(event);
            bars.add(state.bar());
            state = state.at(event.at().plusSeconds(seed));
            bars.add(state.bar());
        }
        assertThat(bars).isSorted().allMatch(bar -> bar >= 0 && bar <= 1);
        assertThat(state.sequence()).isEqualTo(bars.size() / 2);
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /** Anything in any order, far beyond what a real run would do. */
    private List<Event> randomRun(Random random) {
        begin();
        for (int i = 0; i < 60; i++) {
            pass(Duration.ofSeconds(random.nextInt(400)));
            add(randomEvent(random, random.nextBoolean() ? NETWORK : DATABASE));
        }
        return events;
    }

    private Event randomEvent(Random random, StageId stage) {
        String id = "Resource" + random.nextInt(5);
        return switch (random.nextInt(9)) {
            case 0, 1 -> new Event.StageStarted(next(), at, stage);
            case 2 -> new Event.ChangesProposed(next(), at, stage, List.of(change("Resource0"), change(id)));
            case 3, 4, 5 ->
                new Event.ResourceChanged(
                        next(),
                        at,
                        stage,
                        id,
                        "AWS::RDS::DBInstance",
                        "",
                        Event.ResourceState.values()[random.nextInt(7)],
                        "");
            case 6 -> new Event.StageWatching(next(), at, stage, "UPDATE_IN_PROGRESS");
            case 7 -> new Event.StageCompleted(next(), at, stage, true, Map.of());
            default -> new Event.StageSkipped(next(), at, stage, "because");
        };
    }

    private void begin() {
        add(new Event.RunStarted(
                next(),
                at,
                Event.Operation.INSTALL,
                "acme",
                Cloud.Kind.REHEARSAL,
                List.of(
                        new Event.Announced(NETWORK, List.of(), 20, Duration.ofMinutes(2)),
                        new Event.Announced(StageId.SECURITY, List.of(), 3, Duration.ofSeconds(5)),
                        new Event.Announced(DATABASE, List.of(NETWORK, StageId.SECURITY), 2, Duration.ofMinutes(14)))));
    }

    private Event resource(String id, Event.ResourceState state) {
        return new Event.ResourceChanged(next(), at, DATABASE, id, "AWS::RDS::DBSubnetGroup", id, state, "");
    }

    private static ResourceChange change(String id) {
        return new ResourceChange(
                ResourceChange.Action.ADD, id, "AWS::RDS::DBInstance", "", ResourceChange.Replacement.NO, List.of());
    }

    private void add(Event event) {
        events.add(event);
    }

    private long next() {
        return events.size() + 1L;
    }

    private void pass(Duration duration) {
        at = at.plus(duration);
    }

    private RunState state() {
        RunState state = RunState.initial();
        for (Event event : events) {
            state = state.apply(event);
        }
        return state;
    }
}
