package dev.essha.cloud.aws;

import dev.essha.cloud.NewSignIn;
import dev.essha.cloud.signin.Login;

/** What a person does to be signed in again, by how they signed in. */
final class SignInAgain {

    private SignInAgain() {}

    /** @param login in use now */
    static NewSignIn after(Login login, AwsHome home) {
        return switch (login) {
            case Login.Keys _ -> new NewSignIn.Keys();
            case Login.Profile(String name) -> new NewSignIn.Profile(name);
            case Login.IdentityCenterRole _ -> new NewSignIn.IdentityCenter();
            case Login.Default _ ->
                home.variable("AWS_ACCESS_KEY_ID").isPresent()
                        ? new NewSignIn.Environment()
                        : new NewSignIn.Profile(home.defaultProfile());
        };
    }
}
