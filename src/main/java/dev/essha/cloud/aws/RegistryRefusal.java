package dev.essha.cloud.aws;

import dev.essha.cloud.said.Said;
import dev.essha.wording.Phrase;
import java.io.IOException;

/** A registry does not let somebody in, or not with what they want. */
final class RegistryRefusal extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Phrase said;

    RegistryRefusal(String host, int status) {
        this(Phrase.of("image.login", host, Integer.toString(status)));
    }

    private RegistryRefusal(Phrase said) {
        super(Said.english(said));
        this.said = said;
    }

    Phrase said() {
        return said;
    }
}
