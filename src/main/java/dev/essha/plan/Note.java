package dev.essha.plan;

import java.util.List;

/**
 * Something that whoever installs a plan should know of a choice that is allowed.
 *
 * @param path of the choice, {@code network.egress}
 * @param key key of the sentence
 * @param args what the sentence's placeholders stand for, in order
 */
public record Note(String path, String key, List<Object> args) {

    public Note {
        args = List.copyOf(args);
    }
}
