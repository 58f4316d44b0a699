package dev.essha.cloud.signin;

import dev.essha.plan.AccountId;
import java.util.Optional;

/** How somebody signs in. */
public sealed interface Login {

    /** As the AWS tools do when nothing is said: the environment, the default profile, what a machine in AWS has. */
    record Default() implements Login {}

    /** A profile of the AWS tools' files, of any kind. */
    record Profile(String name) implements Login {}

    /**
     * An access key. It is in memory only.
     *
     * @param sessionToken of temporary keys
     */
    record Keys(String id, Secret secret, Optional<Secret> sessionToken) implements Login {}

    /**
     * A role that IAM Identity Center gives in an account. Who is signed in to the center is in its token cache.
     *
     * @param role the name of the permission set
     */
    record IdentityCenterRole(IdentityCenter center, AccountId account, String role) implements Login {}
}
