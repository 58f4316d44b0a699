package dev.essha.blueprint;

import dev.essha.blueprint.cfn.ServicePrincipal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A template as a reader of YAML sees it, who knows nothing of how it was made. */
final class ReadTemplate {

    /** What a text refers to, but for literals that are written with an exclamation mark. */
    private static final Pattern IN_TEXT = Pattern.compile("\\$\\{([^!}][^}]*)}");

    private static final String PSEUDO = "AWS::";

    private final String body;
    private final Map<?, ?> template;
    private final Set<String> references = new HashSet<>();
    private final Set<String> dependencies = new HashSet<>();

    ReadTemplate(String body) {
        this.body = body;
        this.template = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(body);
        collect(template);
    }

    String body() {
        return body;
    }

    Set<String> parameters() {
        return names("Parameters");
    }

    Set<String> outputs() {
        return names("Outputs");
    }

    Set<String> resources() {
        return names("Resources");
    }

    /** Everything that Ref, Fn::GetAtt and Fn::Sub name, but for CloudFormation's own parameters. */
    Set<String> references() {
        return references;
    }

    /** Everything that DependsOn names. */
    Set<String> dependencies() {
        return dependencies;
    }

    /** The text without the names of services in policies, which look like host names and are none. */
    String withoutServicePrincipals() {
        String names = Arrays.stream(ServicePrincipal.values())
                .map(p -> Pattern.quote(p.text()))
                .collect(Collectors.joining("|"));
        return body.replaceAll(names, "");
    }

    private Set<String> names(String section) {
        return template.get(section) instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }

    private void collect(Object node) {
        switch (node) {
            case Map<?, ?> map -> map.forEach((key, value) -> collect(String.valueOf(key), value));
            case List<?> list -> list.forEach(this::collect);
            case null, default -> {
                // A scalar refers to nothing by itself.
            }
        }
    }

    private void collect(String key, Object value) {
        switch (key) {
            case "Ref" -> refer((String) value);
            case "Fn::GetAtt" -> refer(value instanceof List<?> list ? (String) list.getFirst() : (String) value);
            case "Fn::Sub" -> substitute(value);
            case "DependsOn" -> depend(value);
            default -> collect(value);
        }
    }

    private void substitute(Object value) {
        String text = value instanceof List<?> list ? (String) list.getFirst() : (String) value;
        Map<?, ?> own = value instanceof List<?> list ? (Map<?, ?>) list.get(1) : Map.of();
        Matcher m = IN_TEXT.matcher(text);
        while (m.find()) {
            if (!own.containsKey(m.group(1))) {
                refer(m.group(1));
            }
        }
        own.values().forEach(this::collect);
    }

    private void depend(Object value) {
        List<?> names = value instanceof List<?> list ? list : List.of(value);
        names.forEach(name -> dependencies.add((String) name));
    }

    private void refer(String name) {
        if (!name.startsWith(PSEUDO)) {
            references.add(name.split("\\.")[0]);
        }
    }
}
