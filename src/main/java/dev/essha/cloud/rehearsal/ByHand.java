package dev.essha.cloud.rehearsal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was changed without CloudFormation. Not safe for threads; {@link Account} locks. */
final class ByHand {

    private final Set<String> removed;
    private final Map<String, Map<String, Object>> overrides;
    private final Map<String, SortedSet<String>> attachments;

    ByHand(
            Set<String> removed,
            Map<String, Map<String, Object>> overrides,
            Map<String, ? extends Set<String>> attachments) {
        this.removed = new TreeSet<>(removed);
        this.overrides = new TreeMap<>(overrides);
        this.attachments = new TreeMap<>();
        attachments.forEach((group, arns) -> this.attachments.put(group, new TreeSet<>(arns)));
    }

    /** Seeds of what is gone; unlike a name, a seed is never used again. */
    Set<String> removed() {
        return Collections.unmodifiableSet(removed);
    }

    /** Properties that were changed, by seed of the resource. */
    Map<String, Map<String, Object>> overrides() {
        return Collections.unmodifiableMap(overrides);
    }

    /** ARNs of target groups by the auto scaling group that was put behind them, as they are now. */
    Map<String, SortedSet<String>> attachments() {
        Map<String, SortedSet<String>> copy = new TreeMap<>();
        attachments.forEach((group, arns) -> copy.put(group, new TreeSet<>(arns)));
        return Collections.unmodifiableMap(copy);
    }

    void remove(Live live) {
        removed.add(live.seed());
    }

    void override(Live live, String property, Object value) {
        overrides.computeIfAbsent(live.seed(), seed -> new TreeMap<>()).put(property, value);
    }

    void attach(String autoScalingGroup, Set<String> targetGroupArns) {
        attachments.computeIfAbsent(autoScalingGroup, g -> new TreeSet<>()).addAll(targetGroupArns);
    }

    boolean isRemoved(Live live) {
        return removed.contains(live.seed());
    }

    Live apply(Live live) {
        Map<String, Object> changes = overrides.getOrDefault(live.seed(), Map.of());
        if (changes.isEmpty()) {
            return live;
        }
        Map<String, Object> merged = new LinkedHashMap<>(live.properties().values());
        merged.putAll(changes);
        return live.withProperties(new Properties(merged));
    }
}
