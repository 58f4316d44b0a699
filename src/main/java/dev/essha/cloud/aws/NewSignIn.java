package dev.essha.cloud.aws;

import dev.essha.cloud.signin.Login;

/** What a person does to be signed in again, by how they signed in. */
final class NewSignIn {

    private NewSignIn() {}

    /** @param login in use now */
    static String words(Login login, AwsHome home) {
        return switch (login) {
            case Login.Keys _ -> "Sign in again here, or stop and start again with keys that are valid.";
            case Login.Profile(String name) -> ofProfile(name);
            case Login.IdentityCenterRole _ -> "Sign in to IAM Identity Center again, here or with `aws sso login`.";
            case Login.Default _ -> ofChain(home);
        };
    }

    private static String ofChain(AwsHome home) {
        return home.variable("AWS_ACCESS_KEY_ID").isPresent()
                ? "The keys of the environment stay what they were when this program started: stop, set new ones in"
                        + " AWS_ACCESS_KEY_ID and its kin, and start again."
                : ofProfile(home.defaultProfile());
    }

    private static String ofProfile(String name) {
        return "Sign in with `aws sso login%s`, or put new keys into the profile %s."
                .formatted(name.equals("default") ? "" : " --profile " + name, name);
    }
}
