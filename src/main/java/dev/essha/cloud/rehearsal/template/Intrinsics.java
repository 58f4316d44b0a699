package dev.essha.cloud.rehearsal.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Resolves the intrinsic functions of a template.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     functions</a>
 */
public final class Intrinsics {

    /** What a change set shows for a value that is not known before the change is made. */
    public static final String UNKNOWN = "{{changeSet:KNOWN_AFTER_APPLY}}";

    /** What {@code AWS::NoValue} resolves to; whatever holds it is left out. */
    public static final Object NO_VALUE = new Object();

    private final Scope scope;

    public Intrinsics(Scope scope) {
        this.scope = scope;
    }

    /** The properties of a resource, resolved. */
    public Map<String, Object> properties(Template.Resource resource) {
        return object(resource.properties());
    }

    /** The value of an output, which is a text. */
    public String output(String key, Object node) {
        return switch (resolve(node)) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default ->
                throw Refusal.of(
                        "Template format error: The Value field of every Outputs member must evaluate to a String: "
                                + key);
        };
    }

    private Object resolve(Object node) {
        return switch (node) {
            case Map<?, ?> map ->
                Intrinsic.of(map)
                        .map(i -> call(i, map.values().iterator().next()))
                        .orElseGet(() -> object(map));
            case List<?> list ->
                list.stream().map(this::resolve).filter(v -> v != NO_VALUE).toList();
            default -> node;
        };
    }

    private Map<String, Object> object(Map<?, ?> map) {
        Map<String, Object> resolved = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object v = resolve(value);
            if (v != NO_VALUE) {
                resolved.put(key.toString(), v);
            }
        });
        return resolved;
    }

    private Object call(Intrinsic intrinsic, Object argument) {
        return switch (intrinsic) {
            case REF -> scope.ref(argument.toString());
            case GET_ATT -> attribute(Intrinsic.attribute(argument));
            case SUB -> substitute(Intrinsic.Substitution.of(argument));
            case JOIN -> join(argument);
            case SELECT -> select(argument);
            case SPLIT -> split(argument);
            case BASE64 ->
                Base64.getEncoder().encodeToString(text(resolve(argument)).getBytes(StandardCharsets.UTF_8));
        };
    }

    private Object attribute(Intrinsic.Attribute attribute) {
        return scope.attribute(attribute.logicalId(), attribute.name());
    }

    private String substitute(Intrinsic.Substitution substitution) {
        Map<String, Object> own = object(substitution.variables());
        return Variables.replace(
                substitution.text(), name -> text(own.containsKey(name) ? own.get(name) : named(name)));
    }

    private Object named(String name) {
        return name.contains(".") ? attribute(Intrinsic.attribute(name)) : scope.ref(name);
    }

    private String join(Object argument) {
        if (argument instanceof List<?> pair
                && pair.size() == 2
                && pair.getFirst() instanceof String delimiter
                && resolve(pair.getLast()) instanceof List<?> values) {
            return values.stream().map(this::text).collect(Collectors.joining(delimiter));
        }
        throw Refusal.of(
                "Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list"
                    + " of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to"
                    + " be joined.");
    }

    private Object select(Object argument) {
        if (argument instanceof List<?> pair
                && pair.size() == 2
                && Objects.toString(pair.getFirst()).matches("\\d+")
                && resolve(pair.getLast()) instanceof List<?> values) {
            int index = Integer.parseInt(pair.getFirst().toString());
            if (index < values.size()) {
                return values.get(index);
            }
            if (values.stream().anyMatch(v -> v.toString().contains(UNKNOWN))) {
                return UNKNOWN;
            }
            throw Refusal.of("Template error: Fn::Select cannot select nonexistent value at index " + index);
        }
        throw Refusal.of(
                "Template error: every Fn::Select object requires two parameters, (1) the index and (2) the list "
                        + "of objects to select from.");
    }

    private List<String> split(Object argument) {
        if (argument instanceof List<?> pair && pair.size() == 2 && pair.getFirst() instanceof String delimiter) {
            String source = text(resolve(pair.getLast()));
            if (source.contains(UNKNOWN)) {
                return List.of(UNKNOWN);
            }
            return new ArrayList<>(List.of(source.split(Pattern.quote(delimiter), -1)));
        }
        throw Refusal.of(
                "Template error: every Fn::Split object requires two parameters, (1) a string delimiter and (2) "
                        + "a string to be split or a function that returns a string to be split.");
    }

    private String text(Object value) {
        return switch (value) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default ->
                throw Refusal.of(
                        "Template error: every value that is joined or substituted must be a string, not a list or "
                                + "an object");
        };
    }
}
