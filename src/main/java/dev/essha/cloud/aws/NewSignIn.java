package dev.essha.cloud.aws;

import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** What a person does to be signed in again, by where the credentials come from. */
final class NewSignIn {

    private NewSignIn() {}

    static String words(AwsSettings settings) {
        if (settings.accessKey().isPresent()) {
            return "Stop, and start again with keys that are valid.";
        }
        if (settings.profile().isPresent()) {
            return ofProfile(settings.profile().get());
        }
        return SdkSystemSetting.AWS_ACCESS_KEY_ID.getStringValue().isPresent()
                ? "The keys of the environment stay what they were when this program started: stop, set new ones in"
                        + " AWS_ACCESS_KEY_ID and its kin, and start again."
                : ofProfile(ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow());
    }

    private static String ofProfile(String name) {
        return "Sign in with `aws sso login%s`, or put new keys into the profile %s."
                .formatted(name.equals("default") ? "" : " --profile " + name, name);
    }
}
