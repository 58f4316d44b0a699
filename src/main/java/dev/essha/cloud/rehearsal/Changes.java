package dev.essha.cloud.rehearsal;

import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.ResourceChange.Action;
import dev.essha.cloud.ResourceChange.Replacement;
import dev.essha.cloud.rehearsal.template.Dependencies;
import dev.essha.cloud.rehearsal.template.Intrinsics;
import dev.essha.cloud.rehearsal.template.Refusal;
import dev.essha.cloud.rehearsal.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Works out what a change set would do, from the resolved properties before and after. */
final class Changes {

    private final Template template;
    private final Map<String, Live> standing;
    private final StackScope scope;
    private final Intrinsics intrinsics;
    private final List<ResourceChange> found = new ArrayList<>();

    /** @param standing the resources that the stack holds; those that failed to be created do not count */
    Changes(Template template, Map<String, Live> standing, StackScope scope) {
        this.template = template;
        this.standing = standing;
        this.scope = scope;
        this.intrinsics = new Intrinsics(scope);
        Dependencies.of(template)
                .order()
                .forEach(id -> compare(template.resources().get(id)));
        standing.values().stream()
                .filter(live -> !template.resources().containsKey(live.logicalId()))
                .forEach(this::remove);
    }

    List<ResourceChange> list() {
        return List.copyOf(found);
    }

    /** The outputs as far as they are known before the change. */
    Map<String, String> outputs() {
        Map<String, String> outputs = new TreeMap<>();
        template.outputs().forEach((key, value) -> outputs.put(key, intrinsics.output(key, value)));
        return outputs;
    }

    private void compare(Template.Resource resource) {
        Properties after = new Properties(intrinsics.properties(resource));
        Live before = standing.get(resource.logicalId());
        if (before == null) {
            scope.willBeNew(resource.logicalId());
            add(Action.ADD, resource.logicalId(), resource.type(), "", Replacement.NO, List.of());
            return;
        }
        if (!before.is(resource.type())) {
            throw Refusal.of("Update of resource type is not permitted. The new template modifies resource type of the "
                    + "following resources: [" + resource.logicalId() + "]");
        }
        List<String> differences = before.properties().differingParts(after);
        if (!differences.isEmpty() || before.status().equals("UPDATE_FAILED")) {
            modify(before, after, before.properties().differingParts(after));
        }
    }

    private void modify(Live before, Properties after, List<String> differences) {
        Replacement replacement = ResourceTypes.TABLE.get(before.type()).replacement(before.properties(), after);
        if (replacement == Replacement.NO) {
            scope.willChange(before.logicalId());
        } else {
            scope.willBeNew(before.logicalId());
        }
        add(Action.MODIFY, before.logicalId(), before.type(), before.physicalId(), replacement, differences);
    }

    private void remove(Live live) {
        add(Action.REMOVE, live.logicalId(), live.type(), live.physicalId(), Replacement.NO, List.of());
    }

    private void add(
            Action action,
            String id,
            String type,
            String physicalId,
            Replacement replacement,
            List<String> properties) {
        found.add(new ResourceChange(action, id, type, physicalId, replacement, properties));
    }
}
