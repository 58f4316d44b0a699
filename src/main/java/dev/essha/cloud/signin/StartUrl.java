package dev.essha.cloud.signin;

import dev.essha.plan.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The address of an Identity Center's portal, {@code https://d-1234567890.awsapps.com/start}. The text is kept as it was
 * written: the AWS tools name their cache after it.
 */
public record StartUrl(String value) {

    /** @throws InvalidValue {@code signin.start-url} */
    public StartUrl {
        if (!isAddress(value)) {
            throw new InvalidValue("signin.start-url", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
