package dev.essha.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text beside this class in which <code>{{name}}</code> stands for a value. Values are put in as they are: what has to be
 * quoted is quoted by the caller, who knows the language of the text.
 */
final class TextTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z-]+)}}");

    private final String name;
    private final String text;
    private final Map<String, String> values = new TreeMap<>();

    private TextTemplate(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static TextTemplate load(String name) {
        try (InputStream in = TextTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no text " + name);
            }
            return new TextTemplate(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    TextTemplate with(String placeholder, Object value) {
        values.put(placeholder, value.toString());
        return this;
    }

    /** @throws IllegalStateException if the text asks for a value that was not given */
    String render() {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult found) {
        String value = values.get(found.group(1));
        if (value == null) {
            throw new IllegalStateException(name + " asks for " + found.group());
        }
        return value;
    }
}
