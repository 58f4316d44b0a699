package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/** The longest chain of stages that wait for each other. */
final class StageChain {

    private final SortedMap<StageId, StageState> stages;
    private final Function<StageState, Duration> needed;
    private final Map<StageId, Duration> ends = new EnumMap<>(StageId.class);

    private StageChain(SortedMap<StageId, StageState> stages, Function<StageState, Duration> needed) {
        this.stages = stages;
        this.needed = needed;
    }

    /** @param needed how long a stage takes from now on, or once those before it have ended; zero where it has */
    static Duration longest(SortedMap<StageId, StageState> stages, Function<StageState, Duration> needed) {
        StageChain chain = new StageChain(stages, needed);
        return stages.keySet().stream()
                .map(chain::endOf)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Duration endOf(StageId stage) {
        Duration known = ends.get(stage);
        if (known != null) {
            return known;
        }
        StageState state = stages.get(stage);
        Duration start = state.announced().after().stream()
                .filter(stages::containsKey)
                .map(this::endOf)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Duration own = needed.apply(state);
        Duration end = own.isZero() ? Duration.ZERO : start.plus(own);
        ends.put(stage, end);
        return end;
    }
}
