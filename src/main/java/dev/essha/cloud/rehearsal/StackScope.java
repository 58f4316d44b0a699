package dev.essha.cloud.rehearsal;

import dev.essha.cloud.rehearsal.template.Intrinsics;
import dev.essha.cloud.rehearsal.template.ParameterValues;
import dev.essha.cloud.rehearsal.template.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What names mean in one stack, while it is worked out resource by resource. */
final class StackScope implements Scope {

    private final Place place;
    private final RehearsedStack stack;
    private final ParameterValues parameters;
    private final Map<String, Live> standing;
    private final Set<String> unknown = new HashSet<>();
    private final Set<String> modified = new HashSet<>();

    StackScope(RehearsedStack stack, ParameterValues parameters, Map<String, Live> standing) {
        this.place = stack.place();
        this.stack = stack;
        this.parameters = parameters;
        this.standing = new HashMap<>(standing);
    }

    /** The resource will be new: its id and attributes are only known afterwards. */
    void willBeNew(String logicalId) {
        unknown.add(logicalId);
    }

    /** The resource will be changed in place: its id stays. */
    void willChange(String logicalId) {
        modified.add(logicalId);
    }

    /** From here on the resource is this one. */
    void stands(Live live) {
        standing.put(live.logicalId(), live);
    }

    @Override
    public Object ref(String name) {
        return switch (name) {
            case "AWS::AccountId" -> place.account().value();
            case "AWS::NoValue" -> Intrinsics.NO_VALUE;
            case "AWS::NotificationARNs" -> List.of();
            case "AWS::Partition" -> place.partition();
            case "AWS::Region" -> place.region().value();
            case "AWS::StackId" -> stack.id();
            case "AWS::StackName" -> stack.name();
            case "AWS::URLSuffix" -> place.suffix();
            default -> parameters.find(name).orElseGet(() -> physicalId(name));
        };
    }

    @Override
    public Object attribute(String logicalId, String name) {
        Live live = standing.get(logicalId);
        boolean later = unknown.contains(logicalId)
                || modified.contains(logicalId)
                        && ResourceTypes.TABLE.get(live.type()).changesWithUpdate(name);
        return later ? Intrinsics.UNKNOWN : value(live, name);
    }

    private static Object value(Live live, String name) {
        String value = live.attribute(name);
        return ResourceTypes.TABLE.get(live.type()).isList(name) ? List.of(value.split(";")) : value;
    }

    private Object physicalId(String logicalId) {
        return unknown.contains(logicalId)
                ? Intrinsics.UNKNOWN
                : standing.get(logicalId).physicalId();
    }
}
