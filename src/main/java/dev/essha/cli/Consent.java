package dev.essha.cli;

import dev.essha.plan.DeploymentName;
import java.util.Optional;

/** What changes an account is done only after a person typed the deployment's name, or said {@code --yes} before. */
final class Consent {

    private Consent() {}

    /**
     * @param doing {@code install} or {@code destroy}
     * @throws Refused if the name was not typed
     */
    static void named(Console console, DeploymentName name, String doing) {
        if (!console.interactive()) {
            throw new Refused("nobody can be asked here", "Add --yes to " + doing + " without a question.", Exit.USAGE);
        }
        Optional<String> typed = console.ask("Type the deployment's name, %s, to %s:".formatted(name, doing));
        if (!typed.equals(Optional.of(name.value()))) {
            throw new Refused("that is not the deployment's name; nothing was touched", "", Exit.FAILED);
        }
    }
}
