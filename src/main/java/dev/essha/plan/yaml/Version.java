package dev.essha.plan.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The version of the file's format, of which only one is known. */
record Version(String known) implements Shape<String> {

    /** Key of the problem after which nothing else in a file can be judged. */
    static final String UNKNOWN = "yaml.unknown-api-version";

    @Override
    public Optional<String> read(Entry entry) {
        Optional<String> version = entry.scalar(Tag.STR, known);
        return version.isPresent() && !version.get().equals(known)
                ? entry.refuse(UNKNOWN, version.get(), known)
                : version;
    }

    @Override
    public Written write(String version) {
        return Written.inline(Scalars.written(version));
    }

    @Override
    public JsonNode json(String version) {
        return JSON.textNode(version);
    }

    @Override
    public ObjectNode schema() {
        return JSON.objectNode().put("const", known);
    }
}
