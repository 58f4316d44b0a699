package dev.essha.cloud.aws;

import dev.essha.cloud.signin.Secret;
import java.time.Instant;
import java.util.List;

/**
 * This program, as an Identity Center knows it.
 *
 * @param grants what it may ask for tokens with; empty for the device flow alone, as the AWS tools write it
 */
record SsoClientRegistration(String id, Secret secret, Instant end, List<String> scopes, List<String> grants) {

    SsoClientRegistration {
        scopes = List.copyOf(scopes);
        grants = List.copyOf(grants);
    }
}
