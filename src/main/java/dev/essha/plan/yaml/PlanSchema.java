package dev.essha.plan.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The file format as a JSON Schema, which editors use to complete and explain settings. It says what each value may be;
 * what only shows when values are seen together is said by reading the file.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class PlanSchema {

    private PlanSchema() {}

    /** The schema, indented, with a line break at its end; always the same text. */
    public static String json() {
        ObjectNode schema = Shape.JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:ess-ha:plan:v1");
        schema.put("title", "Plan of ESS HA Installer");
        schema.setAll(PlanSettings.FILE.schema());
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try {
            return new JsonMapper()
                            .writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(lines)
                                    .withArrayIndenter(lines))
                            .writeValueAsString(schema)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory can always be written", e);
        }
    }
}
