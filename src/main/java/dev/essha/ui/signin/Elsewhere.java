package dev.essha.ui.signin;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/**
 * What is asked in place of AWS and of the system's name servers.
 *
 * @param endpoint of an AWS-compatible service
 */
record Elsewhere(Optional<URI> endpoint, Optional<InetSocketAddress> nameServer) {

    static final Elsewhere NOWHERE = new Elsewhere(Optional.empty(), Optional.empty());
}
