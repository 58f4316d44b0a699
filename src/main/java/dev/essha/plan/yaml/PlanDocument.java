package dev.essha.plan.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.plan.Plan;

/**
 * A plan as a tree of its settings, for a face that shows and changes them one by one. JSON is YAML: a tree is read with
 * {@link PlanReader} by its text, whatever is wrong with it.
 */
public final class PlanDocument {

    private PlanDocument() {}

    /** Every setting under its key, in the order of the format; null where the plan has nothing to say. */
    public static ObjectNode of(Plan plan) {
        return (ObjectNode) PlanSettings.FILE.json(plan);
    }

    /** What each setting may be, as JSON Schema. */
    public static JsonNode schema() {
        return PlanSettings.FILE.schema();
    }
}
