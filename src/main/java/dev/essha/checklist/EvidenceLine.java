package dev.essha.checklist;

import dev.essha.inventory.Why;
import dev.essha.wording.Phrase;

/** A line of evidence. */
sealed interface EvidenceLine {

    /**
     * What was seen.
     *
     * @param line of {@code facts.properties}; names and states in it are in the words of AWS
     */
    record Fact(Phrase line) implements EvidenceLine {}

    /** Something could not be seen. */
    record Missing(Why why) implements EvidenceLine {}
}
