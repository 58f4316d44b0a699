package dev.essha.cloud.rehearsal.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which resource of a template needs which.
 *
 * @param needs logical ids by logical id, in the template's order
 */
public record Dependencies(Map<String, Set<String>> needs) {

    /** References and DependsOn together. */
    public static Dependencies of(Template template) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        template.resources().forEach((id, resource) -> {
            Set<String> of = References.in(resource.properties()).resources(template);
            of.addAll(resource.dependsOn());
            needs.put(id, of);
        });
        return new Dependencies(needs);
    }

    /**
     * Every resource after those that it needs, otherwise in the template's order.
     *
     * @throws dev.essha.cloud.CloudException where some need each other in a circle
     */
    public List<String> order() {
        Map<String, Set<String>> waiting = new LinkedHashMap<>(needs);
        Set<String> placed = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            List<String> ready = waiting.entrySet().stream()
                    .filter(e -> placed.containsAll(e.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (ready.isEmpty()) {
                throw Refusal.of("Circular dependency between resources: " + new ArrayList<>(waiting.keySet()));
            }
            placed.addAll(ready);
            waiting.keySet().removeAll(ready);
        }
        return List.copyOf(placed);
    }

    /** The resources that need one. */
    public Set<String> neededBy(String logicalId) {
        Set<String> dependents = new LinkedHashSet<>();
        needs.forEach((id, of) -> {
            if (of.contains(logicalId)) {
                dependents.add(id);
            }
        });
        return dependents;
    }
}
