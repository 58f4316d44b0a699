package dev.essha.pipeline;

import java.util.List;

/** One of the small things that CloudFormation cannot do. Idempotent: running it again changes nothing. */
interface Step {

    /** Does what is missing. */
    StageResult run() throws InterruptedException;

    /** Looks whether it is done, and touches nothing. */
    Observation observe() throws InterruptedException;

    /**
     * @param detail in words, for a person
     * @param changes what {@link #run()} would do to stacks and what is in them
     * @param todo what else it would do, a line for each thing, as far as that is known
     */
    record Observation(boolean done, String detail, List<PlannedChange> changes, List<String> todo) {

        public Observation {
            changes = List.copyOf(changes);
            todo = List.copyOf(todo);
        }

        Observation(boolean done, String detail) {
            this(done, detail, List.of(), List.of());
        }

        Observation(boolean done, String detail, List<String> todo) {
            this(done, detail, List.of(), todo);
        }
    }
}
