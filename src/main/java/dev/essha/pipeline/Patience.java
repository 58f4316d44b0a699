package dev.essha.pipeline;

import java.time.Duration;

/**
 * How a run waits.
 *
 * @param signIn how long for somebody to sign in again once the credentials have ended; zero to fail at once
 * @param jitter what spreads the pauses before a call is repeated
 */
public record Patience(Duration signIn, Jitter jitter) {

    /** Long enough for a person to come back, short enough for a pipeline that nobody watches. */
    public static final Duration SIGN_IN = Duration.ofHours(1);

    /** An hour for a sign-in, and pauses that are not spread. */
    public static final Patience DEFAULT = new Patience(SIGN_IN, Jitter.NONE);
}
