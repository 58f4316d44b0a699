package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.wording.Phrase;
import java.net.URI;
import java.net.URISyntaxException;
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
                .map(Endpoint::parsed);
    }

    /** Nobody is asked for a user and a password there, and what is kept of them would be told again in messages. */
    static URI withoutUser(URI uri) {
        String text = uri.toString();
        return uri.getRawUserInfo() == null ? uri : URI.create(text.replace(uri.getRawUserInfo() + "@", ""));
    }

    private static URI parsed(String text) {
        try {
            return withoutUser(new URI(text));
        } catch (URISyntaxException e) {
            throw new CloudException(new CloudFailure.Invalid(VARIABLE, Phrase.of("endpoint")));
        }
    }

    private static Optional<String> ofProfile(AwsSettings settings) {
        return ProfileFiles.read(settings.home())
                .profile(settings.profile())
                .flatMap(profile -> profile.property(ProfileProperty.ENDPOINT_URL));
    }
}
