package dev.essha.cli;

import dev.essha.application.Spell;
import dev.essha.cloud.ResourceChange;
import dev.essha.pipeline.Effect;
import dev.essha.pipeline.PlannedChange;
import dev.essha.pipeline.StagePreview;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What an install would do, as text: a line for each stage, one for each resource that does not just get added, and in the
 * end what it refuses.
 */
final class Previews {

    private static final int INDENT = 12;
    private static final String MARGIN = " ".repeat(INDENT);

    private final int width;
    private final Consumer<String> line;

    /** @param width of the terminal in columns */
    Previews(int width, Consumer<String> line) {
        this.width = width;
        this.line = line;
    }

    void print(List<StagePreview> stages) {
        stages.forEach(this::print);
        List<StagePreview> refused =
                stages.stream().filter(s -> !s.refused().isEmpty()).toList();
        if (!refused.isEmpty()) {
            line.accept("");
            line.accept("WOULD REPLACE OR REMOVE WHAT HOLDS DATA, and is refused unless you name it:");
            refused.forEach(this::refused);
        }
    }

    private void print(StagePreview stage) {
        wrapped(Spell.stage(stage.stage().label(), summary(stage)), INDENT);
        stage.changes().stream().filter(c -> c.effect() != Effect.ADDED).forEach(this::print);
        stage.todo().forEach(this::detail);
        Drifts.lines(stage.drift()).forEach(this::detail);
        stage.drift().putBack().forEach(c -> detail("an install puts it back: " + resource(c)));
    }

    private void print(PlannedChange change) {
        detail(change.effect().words() + ": " + resource(change));
        change.interruption().ifPresent(i -> wrapped(MARGIN + "  " + i.what() + " " + i.link(), INDENT + 2));
    }

    private void refused(StagePreview stage) {
        for (PlannedChange change : stage.refused()) {
            String what = "  %s %s: %s, %s"
                    .formatted(
                            stage.stage().label(),
                            change.effect().words(),
                            resource(change),
                            change.change().physicalId());
            wrapped(what, 4);
            line.accept("    install " + change.refusedUnless().orElseThrow());
        }
    }

    private static String summary(StagePreview stage) {
        List<String> parts = new ArrayList<>(counts(stage.changes()));
        if (!stage.drift().putBack().isEmpty()) {
            parts.add(stage.drift().putBack().size() + " put back");
        }
        if (parts.isEmpty()) {
            return stage.unchanged() ? "stands as asked" + after("; ", stage.note()) : stage.note();
        }
        return String.join(", ", parts) + types(stage) + after("; ", stage.note());
    }

    private static String after(String separator, String note) {
        return note.isEmpty() ? "" : separator + note;
    }

    private static Collection<String> counts(List<PlannedChange> changes) {
        Map<Effect, Long> counts = changes.stream()
                .collect(Collectors.groupingBy(
                        PlannedChange::effect, () -> new EnumMap<>(Effect.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey().words())
                .toList();
    }

    /** Of what is added, where that is not said one by one. */
    private static String types(StagePreview stage) {
        Map<String, Long> byType = stage.changes().stream()
                .filter(c -> c.effect() == Effect.ADDED)
                .collect(
                        Collectors.groupingBy(c -> Spell.type(c.change().type()), TreeMap::new, Collectors.counting()));
        return byType.isEmpty()
                ? ""
                : byType.entrySet().stream()
                        .map(e -> e.getValue() == 1 ? e.getKey() : e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String resource(PlannedChange planned) {
        ResourceChange change = planned.change();
        String properties = change.properties().isEmpty() ? "" : ": " + String.join(", ", change.properties());
        return "%s (%s)%s".formatted(change.logicalId(), Spell.type(change.type()), properties);
    }

    private void detail(String text) {
        wrapped(MARGIN + text, INDENT + 2);
    }

    private void wrapped(String text, int indent) {
        Wrap.lines(text, width, indent).forEach(line);
    }
}
