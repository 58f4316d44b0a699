package dev.essha.cloud.signin;

import java.net.URI;
import java.time.Instant;

/** How a person is asked to go to a browser. */
@FunctionalInterface
public interface Prompt {

    /** Shows where to go. Called once, on the thread that signs in; returns without waiting for the person. */
    void show(Asked asked);

    /** What the browser shows once it came back; English unless somebody knows better. */
    default AnswerPage answer(boolean allowed) {
        return allowed
                ? new AnswerPage("en", "Allowed", "Close this page and go back to the ESS HA Installer.")
                : new AnswerPage("en", "Not allowed", "Close this page and try again in the ESS HA Installer.");
    }

    /** What a person has to do. */
    sealed interface Asked {

        /** The page to open. */
        URI page();

        /** When it is too late. */
        Instant until();

        /** Open the page in the browser of this computer; it comes back by itself. */
        record Browser(URI page, Instant until) implements Asked {}

        /**
         * Open a page on any device.
         *
         * @param page with the code in it already
         * @param shortPage to type by hand, where it asks for the code
         * @param code to type, or to compare with what the page shows
         */
        record Device(URI page, URI shortPage, String code, Instant until) implements Asked {}
    }

    /**
     * A page of two sentences.
     *
     * @param language as HTML wants it, {@code en}
     * @param title plain text
     * @param text plain text
     */
    record AnswerPage(String language, String title, String text) {}
}
