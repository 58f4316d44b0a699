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

    public boolean isRehearsal() {
        return kind == Cloud.Kind.REHEARSAL;
    }
}
