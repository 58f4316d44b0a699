package dev.essha.blueprint.cfn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A rendered template, read again: what one says of a resource can take the place of what another says. Functions are maps
 * here, as they are written.
 */
public record TemplateText(Fields document) {

    private static final String RESOURCES = "Resources";
    private static final String PROPERTIES = "Properties";

    /** Empty for what this program did not write: short forms of functions, or no template at all. */
    public static Optional<TemplateText> read(String body) {
        try {
            Object loaded = new Load(LoadSettings.builder().build()).loadFromString(body);
            return value(loaded) instanceof Fields document && document.values().get(RESOURCES) instanceof Fields
                    ? Optional.of(new TemplateText(document))
                    : Optional.empty();
        } catch (YamlEngineException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same bytes as before where nothing was changed. */
    public String body() {
        return new Yaml(UnaryOperator.identity()).write(document);
    }

    public Optional<String> type(String logicalId) {
        return at(document, List.of(RESOURCES, logicalId, "Type"))
                .map(type -> type instanceof Value.Text text ? text.value() : "");
    }

    /** The properties of a resource; none where there is no such resource. */
    public Fields properties(String logicalId) {
        return at(document, List.of(RESOURCES, logicalId, PROPERTIES))
                .map(properties -> properties instanceof Fields fields ? fields : Fields.none())
                .orElse(Fields.none());
    }

    /** @param path of a property, or of a part of one: {@code BrokerNodeGroupInfo.InstanceType} */
    public Optional<Value> property(String logicalId, String path) {
        return at(properties(logicalId), steps(path));
    }

    public TemplateText withProperties(String logicalId, Fields properties) {
        return new TemplateText(set(document, List.of(RESOURCES, logicalId, PROPERTIES), Optional.of(properties)));
    }

    /** Properties with another value at a path, or without any. */
    public static Fields set(Fields properties, String path, Optional<Value> value) {
        return set(properties, steps(path), value);
    }

    /** Whether all that resources refer to is there. */
    public boolean isWhole() {
        Value resources = document.values().get(RESOURCES);
        Set<String> missing = names(resources, "Fn::GetAtt");
        missing.addAll(names(resources, "Ref"));
        missing.removeIf(name -> name.startsWith("AWS::") || stands(name));
        return missing.isEmpty();
    }

    private boolean stands(String name) {
        return type(name).isPresent()
                || at(document, List.of("Parameters", name)).isPresent();
    }

    private static List<String> steps(String path) {
        return List.of(path.split("\\."));
    }

    private static Optional<Value> at(Value value, List<String> path) {
        Optional<Value> found = Optional.of(value);
        for (String step : path) {
            found = found.flatMap(
                    v -> v instanceof Fields f ? Optional.ofNullable(f.values().get(step)) : Optional.empty());
        }
        return found;
    }

    private static Fields set(Value value, List<String> path, Optional<Value> wanted) {
        Map<String, Value> changed = new LinkedHashMap<>(value instanceof Fields fields ? fields.values() : Map.of());
        String key = path.getFirst();
        Optional<Value> inside = path.size() == 1
                ? wanted
                : Optional.of(set(changed.getOrDefault(key, Fields.none()), path.subList(1, path.size()), wanted));
        inside.ifPresentOrElse(v -> changed.put(key, v), () -> changed.remove(key));
        return new Fields(changed);
    }

    /** What a function refers to, which is its argument or the first of them. */
    private static Set<String> names(Value value, String function) {
        return functions(value, function)
                .map(argument -> argument instanceof Value.Items(List<Value> all) ? all.getFirst() : argument)
                .map(name -> name instanceof Value.Text(String text) ? text : "")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Value> functions(Value value, String function) {
        return switch (value) {
            case Value.Items items -> items.values().stream().flatMap(item -> functions(item, function));
            case Fields fields ->
                Stream.concat(
                        Stream.ofNullable(fields.values().get(function)),
                        fields.values().values().stream().flatMap(inside -> functions(inside, function)));
            default -> Stream.empty();
        };
    }

    private static Value value(Object loaded) {
        return switch (loaded) {
            case Map<?, ?> map -> fields(map);
            case List<?> list -> Value.list(items(list));
            case String text -> Value.text(text);
            case Integer number -> new Value.Number(number);
            case Long number -> new Value.Number(number);
            case Boolean bool -> new Value.Bool(bool);
            case null, default -> throw new IllegalArgumentException("not in templates of ours: " + loaded);
        };
    }

    private static Fields fields(Map<?, ?> map) {
        Map<String, Value> fields = new LinkedHashMap<>();
        map.forEach((key, inside) -> fields.put(key.toString(), value(inside)));
        return new Fields(fields);
    }

    private static List<Value> items(List<?> list) {
        List<Value> items = new ArrayList<>();
        list.forEach(item -> items.add(value(item)));
        return items;
    }
}
