package dev.essha.cloud;

/**
 * What opens the release registry. Lives in memory only, goes to that registry and to nobody else; its text does not show the
 * token.
 */
public record Entitlement(String user, String token) {

    /** @throws IllegalArgumentException where one of the two is empty, or the user's name has a colon in it */
    public Entitlement {
        if (user.isBlank() || token.isBlank() || user.contains(":")) {
            throw new IllegalArgumentException("no entitlement");
        }
    }

    @Override
    public String toString() {
        return user;
    }
}
