package dev.essha.plan.yaml;

import dev.essha.plan.InvalidValue;
import dev.essha.plan.Problem;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A node of the file that is about to become a value.
 *
 * @param path of the setting that it stands for
 */
record Entry(Node node, String path, Findings findings) {

    /** Regular expressions that repeat a group go one call deeper for each repetition: the stack has an end. */
    private static final int LONGEST = 1_000;

    /** Rules compare the entries of a list with each other; no setting takes half as many. */
    private static final int MOST = 200;

    Entry {
        findings.place(path, Where.of(node));
    }

    Entry item(int index, Node item) {
        return new Entry(item, path + "[" + index + "]", findings);
    }

    Entry value(String key, Node value) {
        return new Entry(value, below(key), findings);
    }

    String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The scalar with that tag, or empty after saying what would have been right. */
    Optional<String> scalar(Tag wanted, String description) {
        if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(wanted)) {
            return refuse("yaml.wrong-type", description, kind());
        }
        int length = scalar.getValue().length();
        return length <= LONGEST ? Optional.of(scalar.getValue()) : refuse("yaml.too-long", length, LONGEST);
    }

    Optional<MappingNode> mapping() {
        return node instanceof MappingNode mapping
                ? Optional.of(mapping)
                : refuse("yaml.wrong-type", "settings, one to a line", kind());
    }

    Optional<SequenceNode> sequence() {
        if (!(node instanceof SequenceNode sequence)) {
            return refuse("yaml.wrong-type", "a list", kind());
        }
        int entries = sequence.getValue().size();
        return entries <= MOST ? Optional.of(sequence) : refuse("yaml.too-many", entries, MOST);
    }

    <T> Optional<T> refuse(String key, Object... args) {
        findings.report(Problem.at(path, key, args), Where.of(node));
        return Optional.empty();
    }

    <T> Optional<T> refuse(InvalidValue cause) {
        findings.report(Problem.at(path, cause), Where.of(node));
        return Optional.empty();
    }

    /** What the node is, in a person's words. */
    String kind() {
        return switch (node) {
            case MappingNode _ -> "settings";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "nothing";
            case ScalarNode scalar -> scalar.isPlain() ? scalar.getValue() : '"' + scalar.getValue() + '"';
            default -> node.getNodeType().toString();
        };
    }
}
