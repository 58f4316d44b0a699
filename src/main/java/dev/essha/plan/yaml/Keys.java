package dev.essha.plan.yaml;

import dev.essha.plan.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The keys of a mapping, each a text and each only once. */
final class Keys {

    private Keys() {}

    /** What stands under each key, in the order of the file; keys that are wrong are reported and left out. */
    static Map<String, Entry> of(Entry around, MappingNode mapping) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && isText(key)) {
                add(entries, around, key, tuple.getValueNode());
            } else {
                refuse(around, "", tuple.getKeyNode(), "yaml.key-not-text");
            }
        }
        return entries;
    }

    static boolean isText(ScalarNode key) {
        return key.getTag().equals(Tag.STR);
    }

    private static void add(Map<String, Entry> entries, Entry around, ScalarNode key, Node value) {
        String name = key.getValue();
        Entry earlier = entries.get(name);
        if (earlier != null) {
            refuse(
                    around,
                    name,
                    key,
                    "yaml.duplicate-key",
                    name,
                    Where.of(earlier.node()).line());
            return;
        }
        entries.put(name, around.value(name, value));
        if (!(value instanceof ScalarNode)) {
            // What is missing inside is best shown where the section starts.
            around.findings().place(around.below(name), Where.of(key));
        }
    }

    private static void refuse(Entry around, String name, Node key, String problem, Object... args) {
        String path = name.isEmpty() ? around.path() : around.below(name);
        around.findings().report(Problem.at(path, problem, args), Where.of(key));
    }
}
