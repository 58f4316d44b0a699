package dev.essha.plan.yaml;

import java.util.Optional;
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

    static Where of(Node node) {
        return of(node.getStartMark());
    }

    static Where of(Optional<Mark> mark) {
        return mark.map(m -> new Where(m.getLine() + 1, m.getColumn() + 1)).orElse(START);
    }

    /** @param position in the text, in code points from 0 */
    static Where of(String text, int position) {
        int length = text.codePointCount(0, text.length());
        String before = text.substring(0, text.offsetByCodePoints(0, Math.clamp(position, 0, length)));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Where(line, before.codePointCount(lineStart, before.length()) + 1);
    }
}
