package dev.essha.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks text between words where a terminal's line ends. */
final class Wrap {

    private Wrap() {}

    /**
     * @param width that no line exceeds, unless a single word does
     * @param indent blanks before every line but the first
     */
    static List<String> lines(String text, int width, int indent) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int end = end(rest, width);
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = " ".repeat(indent) + rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** The last blank behind a word that fits, or else the first one behind a word; negative if there is none. */
    private static int end(String text, int width) {
        int start = text.length() - text.stripLeading().length();
        int last = text.lastIndexOf(' ', width);
        return last > start ? last : text.indexOf(' ', start);
    }
}
