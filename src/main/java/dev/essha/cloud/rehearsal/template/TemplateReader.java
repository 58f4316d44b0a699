package dev.essha.cloud.rehearsal.template;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a template's text and refuses what is not a template at all.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">Template anatomy</a>
 */
public final class TemplateReader {

    /** The limit of a body that is sent inline. */
    private static final int LONGEST = 51_200;

    private static final Set<String> SECTIONS =
            Set.of("AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Resources", "Outputs");
    private static final Set<String> ELSEWHERE = Set.of("Conditions", "Mappings", "Rules", "Transform", "Hooks");
    private static final Set<String> POLICIES = Set.of("Delete", "Retain", "Snapshot", "RetainExceptOnCreate");

    private TemplateReader() {}

    public static Template read(String body) {
        if (body.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw Refusal.of("1 validation error detected: Value at 'templateBody' failed to satisfy constraint: "
                    + "Member must have length less than or equal to " + LONGEST);
        }
        Map<String, Object> root = root(body);
        root.keySet().forEach(TemplateReader::checkSection);
        Map<String, Template.Resource> resources = entries(root, "Resources", TemplateReader::resource);
        if (resources.isEmpty()) {
            throw Refusal.of("Template format error: At least one Resources member must be defined.");
        }
        return new Template(
                entries(root, "Parameters", TemplateReader::parameter),
                resources,
                entries(root, "Outputs", TemplateReader::output));
    }

    private static Map<String, Object> root(String body) {
        try {
            Object loaded = new Load(LoadSettings.builder().build()).loadFromString(body);
            return map(loaded, "Template format error: unsupported structure.");
        } catch (YamlEngineException e) {
            throw Refusal.of("Template format error: YAML not well-formed. " + e.getMessage());
        }
    }

    private static void checkSection(String name) {
        if (ELSEWHERE.contains(name)) {
            throw Refusal.of("A rehearsal does not know the template section " + name + ".");
        }
        if (!SECTIONS.contains(name)) {
            throw Refusal.of("Invalid template property or properties [" + name + "]");
        }
    }

    private static Template.Parameter parameter(String name, Map<String, Object> body) {
        return new Template.Parameter(
                text(body, "Type").orElseThrow(() -> missingType("Parameters", name)),
                text(body, "Default"),
                list(body.get("AllowedValues")),
                text(body, "AllowedPattern"));
    }

    private static Template.Resource resource(String name, Map<String, Object> body) {
        if (!name.matches("[A-Za-z0-9]+")) {
            throw Refusal.of("Template format error: Resource name " + name + " is non alphanumeric.");
        }
        if (body.containsKey("Condition")) {
            throw Refusal.of("A rehearsal does not know conditions: resource " + name + ".");
        }
        return new Template.Resource(
                name,
                text(body, "Type").orElseThrow(() -> missingType("Resources", name)),
                body.containsKey("Properties")
                        ? map(
                                body.get("Properties"),
                                "Template format error: [/Resources/" + name + "/Properties] must be an object.")
                        : Map.of(),
                Set.copyOf(list(body.get("DependsOn"))),
                policy(name, body, "DeletionPolicy"),
                policy(name, body, "UpdateReplacePolicy"));
    }

    private static Object output(String name, Map<String, Object> body) {
        return Optional.ofNullable(body.get("Value"))
                .orElseThrow(() ->
                        Refusal.of("Template format error: Every Outputs member must contain a Value object: " + name));
    }

    private static Optional<String> policy(String resource, Map<String, Object> body, String kind) {
        Optional<String> policy = text(body, kind);
        policy.filter(p -> !POLICIES.contains(p)).ifPresent(p -> {
            throw Refusal.of("Template error: " + kind + " on resource " + resource + " must be one of "
                    + POLICIES.stream().sorted().toList());
        });
        return policy;
    }

    private static RuntimeException missingType(String section, String name) {
        return Refusal.of("Template format error: [/" + section + "/" + name + "] Every " + section
                + " object must contain a Type member.");
    }

    private static <T> Map<String, T> entries(
            Map<String, Object> root, String section, BiFunction<String, Map<String, Object>, T> read) {
        Map<String, T> entries = new LinkedHashMap<>();
        Object body = root.getOrDefault(section, Map.of());
        map(body, "Template format error: [/" + section + "] must be an object.")
                .forEach((name, value) -> entries.put(
                        name,
                        read.apply(
                                name,
                                map(
                                        value,
                                        "Template format error: [/" + section + "/" + name + "] must be an object."))));
        return entries;
    }

    private static Optional<String> text(Map<String, Object> body, String key) {
        return Optional.ofNullable(body.get(key)).map(Objects::toString);
    }

    private static List<String> list(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> many -> many.stream().map(Objects::toString).toList();
            default -> List.of(value.toString());
        };
    }

    private static Map<String, Object> map(Object value, String refusal) {
        if (!(value instanceof Map<?, ?> map)) {
            throw Refusal.of(refusal);
        }
        return map.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toString(), e -> orEmpty(e.getValue()), (a, b) -> a, LinkedHashMap::new));
    }

    private static Object orEmpty(Object value) {
        return value == null ? "" : value;
    }
}
