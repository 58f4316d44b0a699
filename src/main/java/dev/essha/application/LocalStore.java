package dev.essha.application;

import java.util.Optional;

/** Small texts that the window keeps on this computer. Never a secret; nothing is lost but comfort if they are. */
public interface LocalStore {

    /** What is kept. */
    enum Item {
        /** Theme, language, text size, recent plans. */
        PREFERENCES,
        /** What is being typed, so that it survives a crash. */
        DRAFT
    }

    /** The text that was written last; empty if there is none or it cannot be read. */
    Optional<String> read(Item item);

    /** Keeps a text in place of the last one, whole or not at all. A disk that refuses stops nobody. */
    void write(Item item, String text);

    /** Forgets it. */
    void remove(Item item);
}
