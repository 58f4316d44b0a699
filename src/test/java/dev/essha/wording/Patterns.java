package dev.essha.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.text.MessageFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a text has to be for its placeholders to be filled, in whatever bundle it is. */
public final class Patterns {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[,}]");

    private Patterns() {}

    /** A single apostrophe would take placeholders for text, and vanish. */
    public static void assertPattern(String key, String text) {
        assertThat(text.replace("''", "")).as(key).doesNotContain("'");
        assertThatCode(() -> new MessageFormat(text)).as(key).doesNotThrowAnyException();
    }

    /** Their numbers, also of those within a choice. */
    public static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
