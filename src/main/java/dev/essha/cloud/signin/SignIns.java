package dev.essha.cloud.signin;

import dev.essha.plan.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * The ways to sign in that this computer knows, and the sign-in to IAM Identity Center. Files are read anew at each call. Safe
 * for many threads; {@link #signIn} and what asks a service block, and are cancelled by an interrupt.
 */
public interface SignIns {

    /** The profiles of the AWS tools' files. */
    Configured<FoundProfile> profiles();

    /** The Identity Centers of the AWS tools' configuration: its {@code sso-session}s, then what older profiles describe. */
    Configured<IdentityCenter> identityCenters();

    /**
     * Lets a person sign in to a center, in a browser. The token goes into the cache that is shared with the AWS tools. Blocks
     * until the person is done; an interrupt cancels it.
     *
     * @param prompt is shown where the person has to go
     */
    Outcome signIn(IdentityCenter center, Way way, Prompt prompt);

    /**
     * Who is signed in to a center already, here or through an AWS tool. Calls nobody.
     *
     * @return empty where nobody is, or where the session has ended and cannot be renewed
     */
    Optional<CenterSession> session(IdentityCenter center);

    /**
     * The accounts that the signed-in person may work in, by name.
     *
     * @throws dev.essha.cloud.CloudException {@code NotSignedIn} where nobody is signed in, or no longer
     */
    List<CenterAccount> accounts(IdentityCenter center);

    /**
     * The roles that the signed-in person has in an account, by name.
     *
     * @throws dev.essha.cloud.CloudException {@code NotSignedIn} where nobody is signed in, or no longer
     */
    List<String> roles(IdentityCenter center, AccountId account);

    /**
     * Ends the session, for the AWS tools as well. Nothing happens where nobody is signed in.
     *
     * @throws dev.essha.cloud.CloudException where the service could not be told; the token is gone from this computer anyway
     */
    void signOut(IdentityCenter center);

    /** How a browser is brought to the center. */
    enum Way {
        /** The browser of this computer, which comes back to this program by itself: authorization code with PKCE. */
        BROWSER,
        /** Any browser, on another device too, into which a person types a code. */
        DEVICE_CODE
    }
}
