package dev.essha.cloud.aws;

import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.signin.Login;
import dev.essha.wording.Phrase;

/** What it means that a login gave no credentials. */
final class LoginFailures {

    private static final String CALL = "sts:GetCallerIdentity";

    /** A role that may not be assumed is a missing permission; whatever else is refused while signing in is not. */
    private static final String ASSUME_ROLE = "sts:AssumeRole";

    private LoginFailures() {}

    static CloudFailure of(Login login, CloudFailure seen) {
        return switch (seen) {
            case CloudFailure.Denied denied when denied.action().equals(ASSUME_ROLE) -> denied;
            case CloudFailure.NotSignedIn said when !said.call().equals(ASSUME_ROLE) -> said;
            case CloudFailure.Unavailable unavailable -> unavailable;
            case CloudFailure.Unreachable unreachable -> unreachable;
            case CloudFailure.Throttled throttled -> throttled;
            default -> new CloudFailure.NotSignedIn(CALL, nothing(login));
        };
    }

    private static Phrase nothing(Login login) {
        return switch (login) {
            case Login.Default _ -> Phrase.of("login.default");
            case Login.Profile profile -> Phrase.of("login.profile", profile.name());
            case Login.Keys keys -> Phrase.of("login.keys", keys.id());
            case Login.IdentityCenterRole role ->
                Phrase.of("login.role", role.role(), role.center().label());
        };
    }
}
