package dev.essha.plan.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A place in a file, as editors count.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
record Where(int line, int column) {

    static final Where START = new Where(1, 1);

    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n?|\\n");

    static Where of(Node node) {
        return of(node.getStartMark());
    }

    static Where of(Optional<Mark> mark) {
        return mark.map(m -> new Where(m.getLine() + 1, m.getColumn() + 1)).orElse(START);
    }

    /** @param position in the text, in code points from 0 */
    static Where of(String text, int position) {
        int length = text.codePointCount(0, text.length());
        int end = text.offsetByCodePoints(0, Math.clamp(position, 0, length));
        int line = 1;
        int lineStart = 0;
        for (Matcher lineBreak = LINE_BREAK.matcher(text).region(0, end); lineBreak.find(); line++) {
            lineStart = lineBreak.end();
        }
        return new Where(line, text.codePointCount(lineStart, end) + 1);
    }
}
