package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Finds credentials as the AWS tools do. The SDK reports missing credentials as a client error like any other; found here,
 * they are told apart without reading its message. Temporary credentials are renewed by the providers underneath.
 */
final class SignIn implements AwsCredentialsProvider, SdkAutoCloseable {

    private static final String CALL = "sts:GetCallerIdentity";

    /** A role that may not be assumed is a missing permission; whatever else is refused while signing in is not. */
    private static final String ASSUME_ROLE = "sts:AssumeRole";

    private final AwsSettings settings;
    private final Lazy<AwsCredentialsProvider> provider;

    SignIn(AwsSettings settings) {
        this.settings = settings;
        this.provider = new Lazy<>(this::choose);
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return provider.get().resolveCredentials();
        } catch (SdkException | IllegalArgumentException e) {
            throw new CloudException(failure(e), e);
        }
    }

    @Override
    public void close() {
        provider.ifMade().filter(SdkAutoCloseable.class::isInstance).ifPresent(p -> ((SdkAutoCloseable) p).close());
    }

    @Override
    public String toString() {
        return "SignIn[" + settings.profile().orElse("default chain") + "]";
    }

    private AwsCredentialsProvider choose() {
        if (settings.accessKey().isPresent()) {
            AwsSettings.AccessKey key = settings.accessKey().get();
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
        }
        // A profile that was named wins over variables of the environment, as with --profile of the AWS CLI.
        return settings.profile()
                .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private CloudFailure failure(RuntimeException e) {
        CloudFailure seen = AwsFailures.of(CALL, e);
        return switch (seen) {
            case CloudFailure.Denied denied when denied.action().equals(ASSUME_ROLE) -> denied;
            case CloudFailure.Unavailable unavailable -> unavailable;
            default -> new CloudFailure.NotSignedIn(CALL, advice());
        };
    }

    private String advice() {
        return settings.profile()
                .map(name ->
                        "The profile " + name + " gives no valid credentials; sign in again (aws sso login --profile "
                                + name + ") or choose another profile")
                .orElse("No AWS credentials were found in the environment or the default profile");
    }
}
