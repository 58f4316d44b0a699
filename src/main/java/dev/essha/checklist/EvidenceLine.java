package dev.essha.checklist;

import dev.essha.inventory.Why;

/** A line of evidence. */
sealed interface EvidenceLine {

    /** What was seen, as it was seen: in English, with the words of AWS. */
    record Fact(String text) implements EvidenceLine {}

    /** Something could not be seen. */
    record Missing(Why why) implements EvidenceLine {}
}
