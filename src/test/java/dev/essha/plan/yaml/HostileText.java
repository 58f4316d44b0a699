package dev.essha.plan.yaml;

import java.util.List;
import java.util.stream.Stream;

/** Texts that stand where a value or a key should: each of them is something else to one part or another of a reader. */
final class HostileText {

    private static final Stream<String> WORDS = words("""
        ~ null true yes off '' [] {} [~] [[[]]] 2026-11-01 |9 {,} \u0130 \u00df eu\u2011central\u20111a e\u0301
        0 -0 +1 007 0x10 0o17 0b1 1_000 1e3 1e999999999 0.1 .inf -.inf .nan \u0663
        2147483647 2147483648 -2147483649 9223372036854775808 10.0.0.0/-1 10.0.0.0/99999999999 999.1.1.1/9 0.0.0.0/0
        *a << ! !!!! --- ... @x `x %x # \\ ' " [ ] { } , ? - & * ! | > {0} {1} '{0}' $1 \\1 %s ${x}
        """);

    /** What YAML can do that a plan has no use for. */
    private static final Stream<String> YAML = lines("""
        {a: {b: c}}
        {? [a] : b}
        {a, b: c}
        [a b, ]
        - x
        ? x
        x: y: z
        x: |2-
        &a x
        &a [*a, *a]
        <<: *a
        <<: {name: x}
        !!int x
        !!binary aGk=
        !!java.net.URL x
        ! x
        !<tag:x> y
        !%ff y
        """);

    private static final Stream<String> BLOCKS = Stream.of(
            "",
            " #",
            ": ",
            "|\n  x\n y",
            ">-\n\n\n",
            "%YAML 1.1\n---\n",
            "%YAML 1.99999999999\n---\n",
            "%TAG ! x\n---\n");

    /** Escapes of YAML for what a terminal obeys, for halves of characters, and for none. */
    private static final Stream<String> ESCAPES = lines("""
        " "
        "\\e[2J"
        "\\e]0;title\\a"
        "\\r\\n"
        "\\0"
        "\\N\\L\\P\\_"
        "\\u009b31m"
        "\\u202e"
        "\\uD800"
        "\\uDC00\\uD800"
        "\\UFFFFFFFF"
        "\\U00110000"
        "\\xZZ"
        "\\
        """);

    private static final Stream<String> SIGNS = Stream.of(
            "\t",
            "\u001b[2J",
            "\u0007",
            "\u0085",
            "\u009b",
            "\u2028",
            "\u202e",
            "\u200b",
            "\ufeff",
            "\ufffe",
            "\uffff",
            "\ud83d\ude00",
            "\udb40\udc41");

    private static final Stream<String> LONG = Stream.of(
            "a".repeat(1_200),
            "\"" + "\\e".repeat(600) + "\"",
            "-".repeat(700),
            "a.".repeat(300),
            "\ud83d\ude00".repeat(501),
            "9".repeat(400),
            "0x" + "f".repeat(400));

    static final List<String> ALL = Stream.of(WORDS, YAML, BLOCKS, ESCAPES, SIGNS, LONG)
            .flatMap(texts -> texts)
            .toList();

    private HostileText() {}

    private static Stream<String> words(String text) {
        return Stream.of(text.strip().split("\\s+"));
    }

    private static Stream<String> lines(String text) {
        return text.lines();
    }
}
