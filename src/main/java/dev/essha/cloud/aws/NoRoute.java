package dev.essha.cloud.aws;

import dev.essha.cloud.said.Said;
import dev.essha.wording.Phrase;
import java.io.IOException;

/** Nothing got through to a service for a reason on this side of it; what is said names the setting to look at. */
final class NoRoute extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Phrase said;
    private final boolean lasting;

    /** @param lasting whether it stays so until somebody changes a setting */
    NoRoute(Phrase said, boolean lasting, Throwable cause) {
        super(Said.english(said), cause);
        this.said = said;
        this.lasting = lasting;
    }

    Phrase said() {
        return said;
    }

    boolean lasting() {
        return lasting;
    }
}
