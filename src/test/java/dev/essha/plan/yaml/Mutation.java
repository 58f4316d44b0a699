package dev.essha.plan.yaml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What happens to files: to a download, on a disk, in an editor, between two systems, and by somebody who means harm. A file
 * is a string of its bytes, each one character, so that what is no text passes from one mutation to the next.
 */
enum Mutation {
    CUT((file, random) -> file.substring(0, random.nextInt(file.length() + 1))),
    BITS_FLIPPED((file, random) -> {
        StringBuilder changed = new StringBuilder(file);
        for (int i = random.nextInt(8); i >= 0 && !file.isEmpty(); i--) {
            int at = random.nextInt(file.length());
            changed.setCharAt(at, (char) (changed.charAt(at) ^ 1 << random.nextInt(8)));
        }
        return changed.toString();
    }),
    BINARY_INSIDE((file, random) -> {
        byte[] bytes = new byte[1 + random.nextInt(64)];
        random.nextBytes(bytes);
        return inserted(file, random, new String(bytes, StandardCharsets.ISO_8859_1));
    }),
    SNIPPET_INSIDE((file, random) -> inserted(file, random, snippet(random))),
    VALUE_EXCHANGED((file, random) ->
            line(file, random, l -> l.replaceFirst("(?<=[:-] ).*|$", quoted(snippet(random))))),
    KEY_EXCHANGED((file, random) -> line(file, random, l -> l.replaceFirst("[^ :-]+", quoted(snippet(random))))),
    LINE_TWICE((file, random) -> line(file, random, l -> l + "\n" + l)),
    LINE_GONE((file, random) -> lines(file, all -> all.remove(random.nextInt(all.size())))),
    LINE_MOVED((file, random) ->
            lines(file, all -> all.add(random.nextInt(all.size()), all.remove(random.nextInt(all.size()))))),
    LINE_INDENTED((file, random) -> line(file, random, l -> " ".repeat(1 + random.nextInt(9)) + l)),
    LINE_OUTDENTED((file, random) -> line(file, random, String::stripLeading)),
    LINES_SHUFFLED((file, random) -> lines(file, all -> Collections.shuffle(all, random))),
    LINE_WITHOUT_END((file, random) -> line(
            file, random, l -> l + Character.toString('a' + random.nextInt(26)).repeat(many(random)))),
    NESTED((file, random) -> line(file, random, l -> nested(l, random))),
    CROWDED((file, random) -> line(file, random, l -> crowded(l, random))),
    A_SECOND_TIME((file, random) -> file + (random.nextBoolean() ? "---\n" : "") + file),
    OTHER_NEWLINES((file, random) ->
            file.replace("\n", pick(random, "\r\n", "\r", "\n\r", utf8("\u0085"), utf8("\u2028"), "\0"))),
    OTHER_ENCODING(
            (file, random) -> encoded(file, pick(random, "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "IBM1047"))),
    MARKED((file, random) ->
            pick(random, "\u00EF\u00BB\u00BF", "\u00FF\u00FE", "\u00FE\u00FF", "\0\0\u00FE\u00FF") + file);

    private static final List<String> BRACKETS =
            List.of("[", "{a: ", "[{", "{? ", "- ", "? ", "- - ", "!!x ", "&a ", "\"", "{[", "\n ");

    private final BiFunction<String, Random, String> change;

    Mutation(BiFunction<String, Random, String> change) {
        this.change = change;
    }

    String of(String file, Random random) {
        return change.apply(file, random);
    }

    private static String inserted(String file, Random random, String what) {
        int at = random.nextInt(file.length() + 1);
        return file.substring(0, at) + what + file.substring(at);
    }

    private static String snippet(Random random) {
        return utf8(HostileText.ALL.get(random.nextInt(HostileText.ALL.size())));
    }

    private static String line(String file, Random random, UnaryOperator<String> change) {
        return lines(file, all -> {
            int at = random.nextInt(all.size());
            all.set(at, change.apply(all.get(at)));
        });
    }

    private static String lines(String file, java.util.function.Consumer<List<String>> change) {
        List<String> lines = new ArrayList<>(List.of(file.split("\n", -1)));
        change.accept(lines);
        return String.join("\n", lines);
    }

    private static String nested(String line, Random random) {
        String bracket = BRACKETS.get(random.nextInt(BRACKETS.size()));
        return line + " " + bracket.repeat(many(random) / bracket.length());
    }

    /** The line again and again, each time with another number in it. */
    private static String crowded(String line, Random random) {
        StringBuilder crowd = new StringBuilder(line);
        for (int i = many(random) / (line.length() + 1); i > 0; i--) {
            crowd.append('\n').append(line.replaceFirst("(?<=[a-zA-Z])(?=[^a-zA-Z]|$)", Integer.toString(i)));
        }
        return crowd.toString();
    }

    /** A few as often as very many, up to the largest file. */
    private static int many(Random random) {
        int magnitude = 1 << random.nextInt(18);
        return magnitude + random.nextInt(magnitude);
    }

    private static String encoded(String file, String charset) {
        String text = new String(file.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new String(text.getBytes(Charset.forName(charset)), StandardCharsets.ISO_8859_1);
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String quoted(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    private static String pick(Random random, String... options) {
        return options[random.nextInt(options.length)];
    }
}
