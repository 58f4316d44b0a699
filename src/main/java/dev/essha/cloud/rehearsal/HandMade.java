package dev.essha.cloud.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What was changed without CloudFormation, as it is kept.
 *
 * @param removed seeds of what is gone
 * @param changed properties by seed of the resource
 * @param attachments ARNs of target groups by the auto scaling group that was put behind them
 * @param tags by physical id
 * @param asked when the person elsewhere was last asked to lead names to something, by its name
 * @param made what no stack made
 */
record HandMade(
        Set<String> removed,
        Map<String, Map<String, Object>> changed,
        Map<String, SortedSet<String>> attachments,
        Map<String, SortedMap<String, String>> tags,
        Map<String, Instant> asked,
        List<Made> made) {

    static final HandMade NOTHING = new HandMade(Set.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of());

    /** @param seed what the made-up part of its id was cut from */
    record Made(String type, String physicalId, String seed, Map<String, Object> properties) {}
}
