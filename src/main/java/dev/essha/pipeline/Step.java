package dev.essha.pipeline;

/** One of the small things that CloudFormation cannot do. Idempotent: running it again changes nothing. */
interface Step {

    /** Does what is missing. */
    StageResult run() throws InterruptedException;

    /** Looks whether it is done, and touches nothing. */
    Observation observe() throws InterruptedException;

    /** @param detail in words, for a person */
    record Observation(boolean done, String detail) {}
}
