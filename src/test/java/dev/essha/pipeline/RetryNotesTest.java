package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.essha.blueprint.StageId;
import dev.essha.wording.Phrase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryNotesTest {

    private final VirtualTime time = new VirtualTime();
    private final Recorder events = new Recorder();
    private final RetryNotes notes = new RetryNotes(new EventLog(time, Sentences.ENGLISH, events), time);

    @Test
    void aFloodIsANoteAMinuteForEachStageAndNothingIsLost() {
        for (int second = 0; second < 90; second++) {
            notes.add(StageId.DATABASE, Phrase.asIs("slow"));
            time.pass(Duration.ofSeconds(1));
        }
        notes.add(StageId.MESSAGING, Phrase.asIs("slow"));

        assertThat(events.every(Event.Noted.class))
                .extracting(Event.Noted::stage, Event.Noted::text)
                .containsExactly(
                        tuple(StageId.DATABASE, "slow"),
                        tuple(StageId.DATABASE, "slow (and 59 more since the last such note)"),
                        tuple(StageId.MESSAGING, "slow"));
    }
}
