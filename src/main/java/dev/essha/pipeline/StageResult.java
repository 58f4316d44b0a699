package dev.essha.pipeline;

import dev.essha.wording.Phrase;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How the work of a stage ended. */
sealed interface StageResult {

    /** Somebody asked to stop. */
    Stopped CANCELLED = new Stopped(Phrase.of("stopped.cancelled"));

    /** @param changed false if everything stood already as asked */
    record Completed(boolean changed, Map<String, String> outputs) implements StageResult {

        public Completed {
            outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        }
    }

    record Failed(PhrasedFailure failure) implements StageResult {}

    /** Neither done nor failed: not started, or left on request. */
    record Stopped(Phrase because) implements StageResult {}
}
