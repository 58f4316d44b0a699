package dev.essha.launch;

import dev.essha.application.Entitlements;
import dev.essha.cli.Console;
import dev.essha.cloud.Entitlement;
import java.util.Arrays;
import java.util.Optional;

/** The entitlement of the environment's variables; what is missing there is typed at the terminal, the token unseen. */
final class TypedEntitlement implements Entitlements {

    private static final String USER = "ESS_ENTITLEMENT_USER";
    private static final String TOKEN = "ESS_ENTITLEMENT";

    private final Surroundings surroundings;
    private final Console console;

    TypedEntitlement(Surroundings surroundings, Console console) {
        this.surroundings = surroundings;
        this.console = console;
    }

    @Override
    public Optional<Entitlement> find() {
        Optional<String> user = surroundings.variable(USER).or(() -> console.ask("User name at the release registry:"));
        return user.map(String::strip)
                .filter(u -> !u.isEmpty() && !u.contains(":"))
                .flatMap(u -> surroundings
                        .variable(TOKEN)
                        .or(this::typed)
                        .map(String::strip)
                        .filter(t -> !t.isEmpty())
                        .map(t -> new Entitlement(u, t)));
    }

    private Optional<String> typed() {
        if (!console.interactive() || System.console() == null) {
            return Optional.empty();
        }
        char[] typed = System.console().readPassword("Entitlement token: ");
        Optional<String> token = Optional.ofNullable(typed).map(String::new);
        Optional.ofNullable(typed).ifPresent(t -> Arrays.fill(t, ' '));
        return token;
    }
}
