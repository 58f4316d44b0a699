package dev.essha.plan;

import java.util.List;

/**
 * One thing that is wrong with a plan.
 *
 * @param path where, {@code network.zones[1].private}; empty for the file as a whole
 * @param key key of the sentence that says what is wrong and what would be right
 * @param args what the sentence's placeholders stand for, in order
 */
public record Problem(String path, String key, List<Object> args) {

    public Problem {
        args = List.copyOf(args);
    }

    public static Problem at(String path, String key, Object... args) {
        return new Problem(path, key, List.of(args));
    }

    /** The problem that a refused value makes at a path. */
    public static Problem at(String path, InvalidValue cause) {
        return new Problem(path, cause.key(), cause.args());
    }
}
