package dev.essha.plan.yaml;

import java.util.List;
import java.util.stream.Stream;

/**
 * A value as lines of YAML: behind its key if {@code inline}, in lines of its own below it otherwise.
 *
 * @param lines without the indentation of what is around them
 */
record Written(List<String> lines, boolean inline) {

    /** A value that the file leaves out. */
    static final Written NOTHING = new Written(List.of(), true);

    private static final String INDENT = "  ";

    static Written inline(String text) {
        return new Written(List.of(text), true);
    }

    static Written block(List<String> lines) {
        return new Written(List.copyOf(lines), false);
    }

    boolean isNothing() {
        return lines.isEmpty();
    }

    /** The lines of {@code key: value}. */
    Stream<String> behind(String key) {
        return inline
                ? Stream.of(key + ": " + lines.getFirst())
                : Stream.concat(Stream.of(key + ":"), lines.stream().map(Written::indented));
    }

    /** The lines of {@code - value}. */
    Stream<String> asItem() {
        return Stream.concat(
                Stream.of("- " + lines.getFirst()), lines.stream().skip(1).map(Written::indented));
    }

    private static String indented(String line) {
        return line.isEmpty() ? line : INDENT + line;
    }
}
