package dev.essha.cloud.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** User and password, or token, for a registry. Its text does not show the latter. */
record RegistryLogin(String user, String password) {

    /** The value of the header {@code Authorization}. */
    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return user;
    }
}
