package dev.essha.pipeline;

import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.TypicalTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The resources of a stage as far as a run knows them.
 *
 * @param total how many it holds; once the change set is known, how many of them change
 * @param lines those that were heard of, by logical id
 */
public record StageResources(int total, SequencedMap<String, ResourceLine> lines) {

    public StageResources {
        lines = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(lines));
    }

    /** Nothing was heard yet. */
    static StageResources expected(int total) {
        return new StageResources(total, new LinkedHashMap<>());
    }

    static StageResources proposed(List<ResourceChange> changes, Instant at) {
        SequencedMap<String, ResourceLine> lines = new LinkedHashMap<>();
        changes.forEach(c -> lines.put(
                c.logicalId(),
                new ResourceLine(c.logicalId(), c.type(), c.physicalId(), Event.ResourceState.WAITING, "", at)));
        return new StageResources(lines.size(), lines);
    }

    StageResources with(ResourceLine line) {
        SequencedMap<String, ResourceLine> more = new LinkedHashMap<>(lines);
        more.put(line.logicalId(), line);
        return new StageResources(Math.max(total, more.size()), more);
    }

    /** Those that are being worked on, the one that has taken longest first. */
    public List<ResourceLine> current() {
        return lines.values().stream()
                .filter(r -> r.state() == Event.ResourceState.IN_PROGRESS)
                .sorted(Comparator.comparing(ResourceLine::since))
                .toList();
    }

    /** How many are as they are to be; one that failed is not. */
    public int done() {
        return (int) lines.values().stream().filter(ResourceLine::done).count();
    }

    /** How long it takes at most: one after the other. */
    static Duration atMost(List<ResourceChange> changes) {
        return changes.stream().map(c -> TypicalTimes.creation(c.type())).reduce(Duration.ZERO, Duration::plus);
    }
}
