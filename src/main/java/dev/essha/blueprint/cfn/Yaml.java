package dev.essha.blueprint.cfn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Writes values as YAML blocks, one scalar a line, texts of several lines as they are. CloudFormation reads YAML 1.1, in which {@code on}, {@code 0755},
 * {@code 12:30} and {@code 2012-10-17} are not strings: whatever is not plainly a word stands in quotes.
 *
 * @see <a href="https://yaml.org/type/">Types of YAML 1.1</a>
 */
final class Yaml {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*([_./-]?[A-Za-z0-9]+|::?[A-Za-z0-9]+)*");
    private static final Set<String> NOT_STRINGS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private final DumpSettings settings = DumpSettings.builder()
            .setBestLineBreak("\n")
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setWidth(Integer.MAX_VALUE)
            .setUseUnicodeEncoding(true)
            .setMaxSimpleKeyLength(1024)
            .build();

    private final UnaryOperator<Value> plain;

    /** @param plain brings functions into the shape of maps and lists; leaves the rest as it is */
    Yaml(UnaryOperator<Value> plain) {
        this.plain = plain;
    }

    String write(Value document) {
        return new Present(settings)
                .emitToString(
                        new Serialize(settings).serializeOne(node(document)).iterator());
    }

    private Node node(Value value) {
        return switch (plain.apply(value)) {
            case Value.Text t -> text(t.value());
            case Value.Number n -> new ScalarNode(Tag.INT, Long.toString(n.value()), ScalarStyle.PLAIN);
            case Value.Bool b -> new ScalarNode(Tag.BOOL, Boolean.toString(b.value()), ScalarStyle.PLAIN);
            case Value.Items i -> items(i);
            case Fields f -> fields(f);
            case Reference r -> throw new IllegalArgumentException(r.toString());
            case Function f -> throw new IllegalArgumentException(f.toString());
        };
    }

    private Node items(Value.Items items) {
        return new SequenceNode(
                Tag.SEQ,
                items.values().stream().map(this::node).toList(),
                style(items.values().isEmpty()));
    }

    private Node fields(Fields fields) {
        List<NodeTuple> tuples = new ArrayList<>();
        for (Map.Entry<String, Value> field : fields.values().entrySet()) {
            tuples.add(new NodeTuple(text(field.getKey()), node(field.getValue())));
        }
        return new MappingNode(Tag.MAP, tuples, style(tuples.isEmpty()));
    }

    private static FlowStyle style(boolean empty) {
        return empty ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    private static Node text(String text) {
        return new ScalarNode(Tag.STR, text, style(text));
    }

    private static ScalarStyle style(String text) {
        if (text.contains("\n")) {
            return ScalarStyle.LITERAL;
        }
        boolean word = WORD.matcher(text).matches() && !NOT_STRINGS.contains(text.toLowerCase(Locale.ROOT));
        return word ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED;
    }
}
