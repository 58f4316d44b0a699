package dev.essha.cloud.rehearsal.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A template as it was written, intrinsics unresolved, everything in the order of the text.
 *
 * @param outputs the value of each output by its key
 */
public record Template(
        Map<String, Parameter> parameters, Map<String, Resource> resources, Map<String, Object> outputs) {

    public Template {
        parameters = ordered(parameters);
        resources = ordered(resources);
        outputs = ordered(outputs);
    }

    /** @param defaultValue what it is without a value in the request */
    public record Parameter(
            String type, Optional<String> defaultValue, List<String> allowedValues, Optional<String> allowedPattern) {

        public Parameter {
            allowedValues = List.copyOf(allowedValues);
        }

        /** Whether its value is one text with commas that stands for a list. */
        public boolean isList() {
            return type.equals("CommaDelimitedList") || type.startsWith("List<");
        }
    }

    /**
     * @param dependsOn what it names under DependsOn, without the references in its properties
     * @param deletionPolicy empty where the default of its type holds
     * @param updateReplacePolicy what becomes of the old one when it is replaced; empty for the default
     */
    public record Resource(
            String logicalId,
            String type,
            Map<String, Object> properties,
            Set<String> dependsOn,
            Optional<String> deletionPolicy,
            Optional<String> updateReplacePolicy) {

        public Resource {
            properties = ordered(properties);
            dependsOn = Set.copyOf(dependsOn);
        }
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
