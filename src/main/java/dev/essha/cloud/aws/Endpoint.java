package dev.essha.cloud.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * Finds the endpoint that stands for AWS. The SDK would find the ones of environment and profile by itself, client by
 * client; it is found here because a person must be told that this is not AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">Service-specific endpoints</a>
 */
final class Endpoint {

    private static final String PROPERTY = "aws.endpointUrl";
    private static final String VARIABLE = "AWS_ENDPOINT_URL";
    private static final String IGNORE = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";

    private Endpoint() {}

    static Optional<URI> of(AwsSettings settings) {
        if (settings.endpoint().isPresent()) {
            return settings.endpoint();
        }
        if (settings.home().says(IGNORE)) {
            return Optional.empty();
        }
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .or(() -> settings.home().variable(VARIABLE))
                .or(() -> ofProfile(settings))
                .filter(text -> !text.isBlank())
                .map(URI::create);
    }

    private static Optional<String> ofProfile(AwsSettings settings) {
        return ProfileFiles.read(settings.home())
                .profile(settings.profile())
                .flatMap(profile -> profile.property(ProfileProperty.ENDPOINT_URL));
    }
}
