package dev.essha.ui.run;

import dev.essha.application.Json;
import dev.essha.application.Spell;
import dev.essha.cloud.ResourceChange;
import dev.essha.pipeline.Effect;
import dev.essha.pipeline.PlannedChange;
import dev.essha.pipeline.StagePreview;
import dev.essha.ui.text.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an install would do to a stage, in words. */
record PreviewText(Words words) {

    /**
     * A stage of a preview.
     *
     * @param effect the gravest of its changes; empty where none is known
     * @param summary in a line
     * @param details a line for each thing that is worth one
     * @param grave whether somebody should look at the details
     */
    record Line(Optional<Effect> effect, String name, String summary, List<Detail> details, boolean grave) {}

    /** @param link to where AWS says so */
    record Detail(String text, Optional<URI> link) {

        static Detail of(String text) {
            return new Detail(text, Optional.empty());
        }
    }

    Line line(StagePreview stage) {
        Optional<Effect> worst = Stream.concat(stage.changes().stream(), stage.drift().putBack().stream())
                .map(PlannedChange::effect)
                .max(Effect::compareTo);
        boolean grave = worst.filter(e -> e.compareTo(Effect.CHANGED) > 0).isPresent()
                || stage.drift().found();
        return new Line(worst, new StageWords(words).name(stage.stage()), summary(stage), details(stage), grave);
    }

    /** The whole in a sentence. */
    String total(List<StagePreview> stages) {
        long changed = stages.stream().filter(s -> !s.unchanged()).count();
        if (changed == 0) {
            return words.of("review.preview.nothing");
        }
        String counts =
                counts(stages.stream().flatMap(s -> s.changes().stream()).toList());
        if (counts.isEmpty()) {
            return words.of("review.preview.stages", changed);
        }
        long withChanges = stages.stream().filter(s -> !s.changes().isEmpty()).count();
        return withChanges == changed
                ? words.of("review.preview.total", counts, changed)
                : words.of("review.preview.total.steps", counts, withChanges, changed - withChanges);
    }

    private String summary(StagePreview stage) {
        List<String> parts = new ArrayList<>();
        String counts = counts(stage.changes());
        if (!counts.isEmpty()) {
            parts.add(counts);
        }
        if (stage.drift().found()) {
            parts.add(words.of("review.preview.drift", stage.drift().resources().size()));
        }
        if (parts.isEmpty() && stage.unchanged()) {
            parts.add(words.of("review.preview.unchanged"));
        }
        if (parts.isEmpty() && !stage.todo().isEmpty()) {
            parts.add(words.of("review.preview.todo", stage.todo().size()));
        }
        if (!stage.note().isEmpty()) {
            parts.add(stage.note());
        }
        return String.join("; ", parts);
    }

    private String counts(List<PlannedChange> changes) {
        Map<Effect, Long> counts = changes.stream()
                .collect(Collectors.groupingBy(
                        PlannedChange::effect, () -> new EnumMap<>(Effect.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> words.of("review.effects." + label(e.getKey()), e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private List<Detail> details(StagePreview stage) {
        List<Detail> details = new ArrayList<>();
        added(stage).ifPresent(details::add);
        stage.changes().stream().filter(c -> c.effect() != Effect.ADDED).forEach(c -> change(c, details));
        stage.todo().forEach(t -> details.add(Detail.of(t)));
        DriftWords drift = new DriftWords(words);
        stage.drift().resources().forEach(r -> drift.lines(r).forEach(l -> details.add(Detail.of(l))));
        if (!stage.drift().note().isEmpty()) {
            details.add(Detail.of(stage.drift().note()));
        }
        stage.drift()
                .putBack()
                .forEach(c -> details.add(Detail.of(words.of("review.preview.put-back", resource(c.change())))));
        return details;
    }

    /** What is added is told by type: nobody reads forty names. */
    private Optional<Detail> added(StagePreview stage) {
        Map<String, Long> types = stage.changes().stream()
                .filter(c -> c.effect() == Effect.ADDED)
                .collect(
                        Collectors.groupingBy(c -> Spell.type(c.change().type()), TreeMap::new, Collectors.counting()));
        return types.isEmpty()
                ? Optional.empty()
                : Optional.of(Detail.of(words.of(
                        "review.preview.added",
                        types.entrySet().stream()
                                .map(e -> e.getValue() == 1 ? e.getKey() : e.getValue() + " " + e.getKey())
                                .collect(Collectors.joining(", ")))));
    }

    private void change(PlannedChange planned, List<Detail> into) {
        into.add(Detail.of(words.of("review.effect." + label(planned.effect()), resource(planned.change()))));
        planned.interruption().ifPresent(i -> into.add(new Detail(i.what(), Optional.of(URI.create(i.link())))));
    }

    private static String resource(ResourceChange change) {
        String properties = change.properties().isEmpty() ? "" : ": " + String.join(", ", change.properties());
        return change.logicalId() + " (" + Spell.type(change.type()) + ")" + properties;
    }

    /** What replacing or removing it would lose. */
    String loss(StagePreview stage, PlannedChange change) {
        return words.of(
                "review.loss." + label(change.effect()),
                ReviewModel.name(stage, change),
                Spell.type(change.change().type()),
                change.change().physicalId());
    }

    private static String label(Effect effect) {
        return Json.hyphenated(effect.name());
    }
}
