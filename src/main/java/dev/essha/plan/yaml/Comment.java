package dev.essha.plan.yaml;

import java.util.ArrayList;
import java.util.List;

/** Text as lines of comment. */
final class Comment {

    private static final int WIDTH = 100;

    private Comment() {}

    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("#");
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
