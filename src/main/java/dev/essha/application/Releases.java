package dev.essha.application;

import java.net.URI;
import java.util.Optional;

/** Where newer versions of the program are told of. Nobody is asked unless a person wants to know. */
@FunctionalInterface
public interface Releases {

    /** Asks, once, and waits for the answer for some seconds. */
    Answer ask();

    /** What came back. */
    sealed interface Answer {

        /** There is nothing newer than this version. */
        record Newest(String current) implements Answer {}

        /** @param page where it is told of, if the answer names one */
        record Newer(String current, String newest, Optional<URI> page) implements Answer {}

        /**
         * Nobody knows.
         *
         * @param reason in words
         * @param advice what to do
         */
        record Unknown(String reason, String advice) implements Answer {}
    }
}
