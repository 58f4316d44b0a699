package dev.essha.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A stage's template as a reader of YAML understands it. */
final class Rendered {

    private final Work.Stack stack;
    private final Map<?, ?> template;

    Rendered(Work.Stack stack) {
        this.stack = stack;
        this.template = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(stack.templateBody());
    }

    Work.Stack stack() {
        return stack;
    }

    /**
     * What stands at a path, null where nothing does.
     *
     * @param path keys and positions with dots between them
     */
    Object at(String path) {
        Object here = template;
        for (String step : path.split("\\.")) {
            here = here instanceof List<?> list ? list.get(Integer.parseInt(step)) : ((Map<?, ?>) here).get(step);
            if (here == null) {
                return null;
            }
        }
        return here;
    }

    /** A property of a resource. */
    Object property(String logicalId, String path) {
        assertThat(at("Resources." + logicalId)).as(logicalId).isNotNull();
        return at("Resources." + logicalId + ".Properties." + path);
    }

    /** The logical ids of all resources of a type, in order of the template. */
    List<String> ids(String type) {
        return stack.resources().stream()
                .filter(r -> r.type().equals(type))
                .map(Work.Resource::logicalId)
                .toList();
    }

    /** The attributes of a load balancer or a target group, whose list of keys and values nobody can read. */
    Map<String, String> attributes(String logicalId, String property) {
        return ((List<?>) property(logicalId, property))
                .stream().map(a -> (Map<?, ?>) a).collect(Collectors.toMap(a -> (String) a.get("Key"), a ->
                        (String) a.get("Value")));
    }

    static Map<String, Object> ref(String name) {
        return Map.of("Ref", name);
    }

    static Map<String, Object> att(String logicalId, String attribute) {
        return Map.of("Fn::GetAtt", List.of(logicalId, attribute));
    }

    static Map<String, Object> select(int index, String list) {
        return Map.of("Fn::Select", List.of(index, ref(list)));
    }
}
