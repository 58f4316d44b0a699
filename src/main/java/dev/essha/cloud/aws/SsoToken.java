package dev.essha.cloud.aws;

import dev.essha.cloud.signin.CenterSession;
import dev.essha.cloud.signin.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody who signed in to an Identity Center holds.
 *
 * @param renewal what it is renewed with; empty where the center gave nothing for it
 */
record SsoToken(Secret accessToken, Instant end, Optional<Renewal> renewal) {

    /**
     * A token can only be renewed by the client that it was given to.
     *
     * @param client who asked for the token
     */
    record Renewal(Secret refreshToken, SsoClientRegistration client) {

        boolean possible(Instant now) {
            return client.end().isAfter(now);
        }
    }

    boolean lives(Instant now) {
        return end.isAfter(now);
    }

    boolean renewable(Instant now) {
        return renewal.filter(r -> r.possible(now)).isPresent();
    }

    /** Empty once it has ended for good. */
    Optional<CenterSession> session(Instant now) {
        return lives(now) || renewable(now) ? Optional.of(new CenterSession(end, renewable(now))) : Optional.empty();
    }
}
