package dev.essha.cli;

import dev.essha.application.Spell;
import dev.essha.cloud.ResourceDrift;
import dev.essha.pipeline.StageDrift;
import java.util.ArrayList;
import java.util.List;

/** What was changed by hand, as text. */
final class Drifts {

    private Drifts() {}

    static List<String> lines(StageDrift drift) {
        List<String> lines = new ArrayList<>(lines(drift.resources()));
        if (!drift.note().isEmpty()) {
            lines.add(drift.note());
        }
        return lines;
    }

    static List<String> lines(List<ResourceDrift> resources) {
        return resources.stream().flatMap(r -> lines(r).stream()).toList();
    }

    private static List<String> lines(ResourceDrift drift) {
        String what = "%s (%s)".formatted(drift.logicalId(), Spell.type(drift.type()));
        return drift.gone()
                ? List.of("DELETED BY HAND: %s, %s".formatted(what, drift.physicalId()))
                : drift.differences().stream()
                        .map(d -> "CHANGED BY HAND: %s: %s".formatted(what, difference(d)))
                        .toList();
    }

    private static String difference(ResourceDrift.Difference difference) {
        return "%s is %s instead of %s"
                .formatted(difference.path(), value(difference.actual()), value(difference.expected()));
    }

    private static String value(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
