package dev.essha.cli;

import dev.essha.cloud.ResourceChange;
import dev.essha.pipeline.StagePreview;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What an install would do, as text: a line for each stage, and one for each resource that does not just get added. */
final class Previews {

    private Previews() {}

    static void print(List<StagePreview> stages, Consumer<String> line) {
        for (StagePreview stage : stages) {
            line.accept("%-10s %s".formatted(stage.stage().label(), summary(stage)));
            stage.changes().stream()
                    .filter(c -> c.action() != ResourceChange.Action.ADD)
                    .forEach(c -> line.accept("           " + detail(c)));
        }
    }

    private static String summary(StagePreview stage) {
        if (stage.unchanged()) {
            return "stands as asked";
        }
        Map<String, Long> counts = stage.changes().stream()
                .collect(Collectors.groupingBy(Spell::change, TreeMap::new, Collectors.counting()));
        String changes = counts.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return changes.isEmpty() ? stage.note() : changes + types(stage);
    }

    private static String types(StagePreview stage) {
        boolean onlyNew = stage.changes().stream().allMatch(c -> c.action() == ResourceChange.Action.ADD);
        if (!onlyNew) {
            return "";
        }
        Map<String, Long> byType = stage.changes().stream()
                .collect(Collectors.groupingBy(c -> Spell.type(c.type()), TreeMap::new, Collectors.counting()));
        return byType.entrySet().stream()
                .map(e -> e.getValue() == 1 ? e.getKey() : e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", ", ": ", ""));
    }

    private static String detail(ResourceChange change) {
        String properties = change.properties().isEmpty() ? "" : ": " + String.join(", ", change.properties());
        return "%s %s (%s)%s"
                .formatted(Spell.change(change), change.logicalId(), Spell.type(change.type()), properties);
    }
}
