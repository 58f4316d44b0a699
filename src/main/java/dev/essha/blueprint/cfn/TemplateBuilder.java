package dev.essha.blueprint.cfn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts a template together. A resource is referred to by what {@link #add} answered, so references lead only to what
 * stands above them: nothing dangles and nothing turns in a circle.
 */
public final class TemplateBuilder {

    private final String description;
    private final Map<String, String> lintExceptions = new LinkedHashMap<>();
    private final Map<String, Template.Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, Value> outputs = new LinkedHashMap<>();

    public TemplateBuilder(String description) {
        this.description = description;
    }

    /** A rule of cfn-lint that does not hold in this template; the reason is written beside it. */
    public void lintException(String rule, String reason) {
        lintExceptions.put(rule, reason);
    }

    /** Declares a parameter, or answers the one that was declared by this name. */
    public Reference parameter(String name, String type, String description) {
        parameters.putIfAbsent(name, new Template.Parameter(type, description));
        return new Ref(name);
    }

    /** @throws IllegalArgumentException if the name is taken, or the resource refers to another template's */
    public ResourceRef add(Resource resource) {
        String id = resource.logicalId();
        if (resources.containsKey(id) || parameters.containsKey(id)) {
            throw new IllegalArgumentException(id + " twice");
        }
        requireKnown(id, resource.needs().stream());
        resources.put(id, resource);
        return new ResourceRef(id);
    }

    /** @throws IllegalArgumentException if the name is taken, or the value refers to another template */
    public void output(String name, Value value) {
        requireKnown(name, value.references());
        if (outputs.put(name, value) != null) {
            throw new IllegalArgumentException("output " + name + " twice");
        }
    }

    public Template build() {
        return new Template(
                description,
                lintExceptions,
                parameters,
                resources.values().stream().toList(),
                outputs);
    }

    private void requireKnown(String by, Stream<String> references) {
        Set<String> unknown = new TreeSet<>(references.toList());
        unknown.removeAll(resources.keySet());
        unknown.removeAll(parameters.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(by + " refers to " + unknown + ", which this template lacks");
        }
    }
}
