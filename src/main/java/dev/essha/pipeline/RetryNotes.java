package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.wording.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Tells of repeated calls, once a minute for each stage: where a service throttles, dozens are repeated in that time. */
final class RetryNotes {

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final EventLog log;
    private final Time time;
    private final Map<StageId, Told> last = new EnumMap<>(StageId.class);

    private record Told(Instant at, int untold) {}

    RetryNotes(EventLog log, Time time) {
        this.log = log;
        this.time = time;
    }

    synchronized void add(StageId stage, Phrase what) {
        Instant now = time.now();
        Told told = last.get(stage);
        if (told != null && now.isBefore(told.at().plus(QUIET))) {
            last.put(stage, new Told(told.at(), told.untold() + 1));
            return;
        }
        last.put(stage, new Told(now, 0));
        int untold = told == null ? 0 : told.untold();
        log.note(stage, untold == 0 ? what : Phrase.of("note.and-more", what, untold));
    }
}
