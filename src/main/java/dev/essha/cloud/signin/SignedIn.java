package dev.essha.cloud.signin;

import java.time.Instant;
import java.util.Optional;

/** The login of an account that is open. Safe for many threads. */
public interface SignedIn {

    /** How somebody signed in, last. */
    Login login();

    /**
     * Signs in again while the account stays open: calls that begin from now on use the new login. It is tried first, with a
     * call that changes nothing; if it is refused, the one before stays.
     *
     * @throws dev.essha.cloud.CloudException {@code NotSignedIn} where the login gives no valid credentials, {@code Invalid} where
     *     it is for another account than the one that was open
     */
    void signInAgain(Login login);

    /** When somebody has to sign in again, as far as it is known. Calls nobody; empty before the first call of the account. */
    Optional<SessionEnd> sessionEnds();

    /**
     * When the credentials in use, and the Identity Center's token behind them, have both ended.
     *
     * @param renewed whether they are renewed by themselves before, as long as what is behind them lives
     */
    record SessionEnd(Instant at, boolean renewed) {}
}
