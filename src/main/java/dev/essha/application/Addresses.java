package dev.essha.application;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/** Addresses that a person types; empty where a text is none. */
public final class Addresses {

    private static final int DNS_PORT = 53;
    private static final int LAST_PORT = 65_535;

    private Addresses() {}

    /** Of an AWS-compatible service, {@code http://127.0.0.1:5000}; without user and password, which nobody asks for there. */
    public static Optional<URI> endpoint(String text) {
        try {
            return text.matches("https?://[^/@]+(/[^@]*)?") ? Optional.of(URI.create(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A host and a port; 53 if none is said. An address is not looked up. */
    public static Optional<InetSocketAddress> nameServer(String text) {
        String[] parts = text.split(":", 2);
        if (parts[0].isBlank()) {
            return Optional.empty();
        }
        if (parts.length == 1) {
            return Optional.of(new InetSocketAddress(parts[0], DNS_PORT));
        }
        return Optional.of(parts[1])
                .filter(port -> port.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .filter(port -> port <= LAST_PORT)
                .map(port -> new InetSocketAddress(parts[0], port));
    }
}
