package dev.essha.cloud.rehearsal.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a piece of a template refers to.
 *
 * @param names resources, parameters and pseudo parameters, by Ref or Sub
 * @param attributes attributes of resources, by GetAtt or Sub
 */
record References(Set<String> names, Set<Intrinsic.Attribute> attributes) {

    static References in(Object node) {
        References found = new References(new LinkedHashSet<>(), new LinkedHashSet<>());
        found.collect(node);
        return found;
    }

    /** The logical ids among them. */
    Set<String> resources(Template template) {
        Set<String> ids = new LinkedHashSet<>(names);
        attributes.forEach(a -> ids.add(a.logicalId()));
        ids.retainAll(template.resources().keySet());
        return ids;
    }

    private void collect(Object node) {
        switch (node) {
            case Map<?, ?> map ->
                Intrinsic.of(map)
                        .ifPresentOrElse(
                                i -> collect(i, map.values().iterator().next()),
                                () -> map.values().forEach(this::collect));
            case List<?> list -> list.forEach(this::collect);
            default -> {}
        }
    }

    private void collect(Intrinsic intrinsic, Object argument) {
        switch (intrinsic) {
            case REF -> names.add(argument.toString());
            case GET_ATT -> attributes.add(Intrinsic.attribute(argument));
            case SUB -> collect(Intrinsic.Substitution.of(argument));
            default -> collect(argument);
        }
    }

    private void collect(Intrinsic.Substitution substitution) {
        collect(substitution.variables());
        Variables.in(substitution.text()).stream()
                .filter(name -> !substitution.variables().containsKey(name))
                .forEach(this::collectVariable);
    }

    private void collectVariable(String name) {
        if (name.contains(".")) {
            attributes.add(Intrinsic.attribute(name));
        } else {
            names.add(name);
        }
    }
}
