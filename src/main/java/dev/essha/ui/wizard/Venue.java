package dev.essha.ui.wizard;

import dev.essha.application.Places;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Identity;
import java.time.Instant;
import java.util.Optional;

/**
 * Where everything happens.
 *
 * @param identity who is signed in; empty in a rehearsal
 * @param ends when the session ends, as far as that is known
 */
public record Venue(Places.Choice choice, Cloud.Kind kind, Optional<Identity> identity, Optional<Instant> ends) {

    /** An account in memory. */
    public static Venue rehearsal(Places.Choice choice) {
        return new Venue(choice, Cloud.Kind.REHEARSAL, Optional.empty(), Optional.empty());
    }

    /** An account in memory that is kept, as the command line has it. */
    public static Venue rehearsal() {
        return rehearsal(Places.Choice.rehearsal());
    }

    public boolean isRehearsal() {
        return kind == Cloud.Kind.REHEARSAL;
    }

    /** Whether it is the same account, whoever is signed in and by which way. */
    public boolean isSameAccountAs(Venue other) {
        return kind == other.kind()
                && choice.endpoint().equals(other.choice().endpoint())
                && identity.map(Identity::account).equals(other.identity().map(Identity::account));
    }
}
