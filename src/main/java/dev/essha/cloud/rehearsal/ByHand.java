package dev.essha.cloud.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was changed without CloudFormation. Not safe for threads; {@link Account} locks. */
final class ByHand {

    /** Unlike a name, a seed is never used again. */
    private final Set<String> removed;

    private final Map<String, Map<String, Object>> changed = new TreeMap<>();
    private final Map<String, SortedSet<String>> attachments = new TreeMap<>();
    private final Map<String, SortedMap<String, String>> tags = new TreeMap<>();
    private final Map<String, Instant> asked;
    private final List<HandMade.Made> made;

    ByHand(HandMade saved) {
        this.removed = new TreeSet<>(saved.removed());
        saved.changed().forEach((seed, values) -> changed.put(seed, new TreeMap<>(values)));
        saved.attachments().forEach((group, arns) -> attachments.put(group, new TreeSet<>(arns)));
        saved.tags().forEach((id, own) -> tags.put(id, new TreeMap<>(own)));
        this.asked = new TreeMap<>(saved.asked());
        this.made = new ArrayList<>(saved.made());
    }

    HandMade saved() {
        return new HandMade(
                Set.copyOf(removed), new TreeMap<>(changed), attachments(), tags(), asked(), List.copyOf(made));
    }

    /** ARNs of target groups by the auto scaling group that was put behind them, as they are now. */
    Map<String, SortedSet<String>> attachments() {
        Map<String, SortedSet<String>> copy = new TreeMap<>();
        attachments.forEach((group, arns) -> copy.put(group, new TreeSet<>(arns)));
        return Collections.unmodifiableMap(copy);
    }

    /** By physical id, as they are now. */
    Map<String, SortedMap<String, String>> tags() {
        Map<String, SortedMap<String, String>> copy = new TreeMap<>();
        tags.forEach((id, own) -> copy.put(id, new TreeMap<>(own)));
        return Collections.unmodifiableMap(copy);
    }

    /** When the person elsewhere was last asked to lead names to something, by its name. */
    Map<String, Instant> asked() {
        return Map.copyOf(asked);
    }

    void ask(String front, Instant now) {
        asked.put(front, now);
    }

    List<Live> made(Place place) {
        return made.stream()
                .map(m -> Live.byHand(place, m.type(), m.physicalId(), m.seed(), m.properties(), Instant.EPOCH))
                .toList();
    }

    /** Makes something without a stack. */
    Live make(Place place, String type, Map<String, Object> properties) {
        String seed = Hash.of("by hand", type, made.size()).substring(0, 32);
        Naming naming = new Naming(place, "", "", seed, "", 1, new Properties(properties));
        String id = ResourceTypes.TABLE.get(type).physicalId(naming);
        made.add(new HandMade.Made(type, id, seed, properties));
        return made(place).getLast();
    }

    void remove(Live live) {
        removed.add(live.seed());
    }

    void change(Live live, String property, Object value) {
        changed.computeIfAbsent(live.seed(), seed -> new TreeMap<>()).put(property, value);
    }

    /** CloudFormation has set a property anew. */
    void overwrite(String seed, List<String> properties) {
        changed.getOrDefault(seed, new TreeMap<>()).keySet().removeAll(properties);
    }

    void attach(String autoScalingGroup, Set<String> targetGroupArns) {
        attachments.computeIfAbsent(autoScalingGroup, g -> new TreeSet<>()).addAll(targetGroupArns);
    }

    void detach(String autoScalingGroup, Set<String> targetGroupArns) {
        attachments.getOrDefault(autoScalingGroup, new TreeSet<>()).removeAll(targetGroupArns);
    }

    void tag(String physicalId, Map<String, String> more) {
        tags.computeIfAbsent(physicalId, id -> new TreeMap<>()).putAll(more);
    }

    void untag(String physicalId, List<String> keys) {
        tags.getOrDefault(physicalId, new TreeMap<>()).keySet().removeAll(keys);
    }

    boolean isRemoved(Live live) {
        return removed.contains(live.seed());
    }

    /** Resources of a stack by logical id as they are found; what no template mentions of them does not count. */
    Map<String, Live> asFound(Map<String, Live> standing) {
        Map<String, Live> found = new LinkedHashMap<>();
        standing.forEach((id, live) -> {
            if (!isRemoved(live)) {
                Map<String, Object> properties =
                        new LinkedHashMap<>(apply(live).properties().values());
                properties.keySet().retainAll(live.properties().values().keySet());
                found.put(id, live.withProperties(new Properties(properties)));
            }
        });
        return found;
    }

    Live apply(Live live) {
        Map<String, Object> changes = changed.getOrDefault(live.seed(), Map.of());
        if (changes.isEmpty()) {
            return live;
        }
        Map<String, Object> merged = new LinkedHashMap<>(live.properties().values());
        merged.putAll(changes);
        return live.withProperties(new Properties(merged));
    }
}
