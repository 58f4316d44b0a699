package dev.essha.pipeline;

import dev.essha.wording.Phrase;
import java.util.List;

/** One of the small things that CloudFormation cannot do. Idempotent: running it again changes nothing. */
interface Step {

    /** Does what is missing. */
    StageResult run() throws InterruptedException;

    /** Looks whether it is done, and touches nothing. */
    Observation observe() throws InterruptedException;

    /**
     * @param detail for a person
     * @param changes what {@link #run()} would do to stacks and what is in them
     * @param todo what else it would do, a line for each thing, as far as that is known
     */
    record Observation(boolean done, Phrase detail, List<PlannedChange> changes, List<Phrase> todo) {

        public Observation {
            changes = List.copyOf(changes);
            todo = List.copyOf(todo);
        }

        Observation(boolean done, Phrase detail) {
            this(done, detail, List.of(), List.of());
        }

        Observation(boolean done, Phrase detail, List<Phrase> todo) {
            this(done, detail, List.of(), todo);
        }
    }
}
