package dev.essha.cloud.aws;

import java.io.IOException;

/** A registry does not let somebody in, or not with what they want. */
final class RegistryRefusal extends IOException {

    private static final long serialVersionUID = 1;

    RegistryRefusal(String host, int status) {
        super("%s does not let the login in (%d)".formatted(host, status));
    }
}
