package dev.essha.cli;

import dev.essha.application.Spell;
import dev.essha.pipeline.Event;

/** The request to sign in again, as text. */
final class SignIns {

    private SignIns() {}

    static String text(Event.SignInNeeded needed) {
        String waits = needed.patience().isZero()
                ? "The run does not wait for it (--sign-in-wait)."
                : ("The run waits for it, for %s, and goes on by itself; CloudFormation goes on in the account"
                                + " meanwhile.")
                        .formatted(Spell.duration(needed.patience()));
        return "%-11s SIGN IN AGAIN: %s%n    %s%n    %s"
                .formatted(needed.stage().label(), needed.said(), needed.todo(), waits);
    }
}
