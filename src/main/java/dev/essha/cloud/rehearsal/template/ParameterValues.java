package dev.essha.cloud.rehearsal.template;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The parameters of a template with the values of a request. */
public final class ParameterValues {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @throws dev.essha.cloud.CloudException where values are missing, unknown, or not allowed */
    public ParameterValues(Template template, Map<String, String> given) {
        checkUnknown(template, given);
        checkMissing(template, given);
        template.parameters().forEach((name, parameter) -> {
            String value = Optional.ofNullable(given.get(name))
                    .or(parameter::defaultValue)
                    .orElseThrow();
            check(name, parameter, value);
            values.put(name, parameter.isList() ? Arrays.asList(value.split(",", -1)) : value);
        });
    }

    public Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static void checkUnknown(Template template, Map<String, String> given) {
        TreeSet<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(template.parameters().keySet());
        if (!unknown.isEmpty()) {
            throw Refusal.of("Parameters: " + unknown + " do not exist in the template");
        }
    }

    private static void checkMissing(Template template, Map<String, String> given) {
        TreeSet<String> missing = new TreeSet<>();
        template.parameters().forEach((name, parameter) -> {
            if (!given.containsKey(name) && parameter.defaultValue().isEmpty()) {
                missing.add(name);
            }
        });
        if (!missing.isEmpty()) {
            throw Refusal.of("Parameters: " + missing + " must have values");
        }
    }

    private static void check(String name, Template.Parameter parameter, String value) {
        if (!parameter.allowedValues().isEmpty() && !parameter.allowedValues().contains(value)) {
            throw Refusal.of("Parameter '" + name + "' must be one of AllowedValues");
        }
        if (parameter.allowedPattern().filter(p -> !value.matches(p)).isPresent()) {
            throw Refusal.of("Parameter '" + name + "' must match pattern "
                    + parameter.allowedPattern().orElseThrow());
        }
        if (parameter.type().contains("AWS::") && value.isBlank()) {
            throw Refusal.of(
                    "Parameter validation failed: parameter value for parameter name " + name + " does not exist");
        }
    }
}
