package dev.essha.launch;

import dev.essha.pipeline.Effect;
import dev.essha.pipeline.PlannedChange;
import dev.essha.pipeline.StagePreview;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a preview says, as tests write it down. */
final class Said {

    private Said() {}

    /** A line for each stage that something would happen to. */
    static List<String> of(List<StagePreview> preview) {
        List<String> said = new ArrayList<>();
        for (StagePreview stage : preview) {
            String counts = counts(stage);
            if (stage.changed() || stage.note().contains("follows")) {
                said.add("%s: %s".formatted(stage.stage().label(), counts.isEmpty() ? stage.note() : counts));
            }
        }
        return said;
    }

    private static String counts(StagePreview stage) {
        Map<Effect, List<String>> byEffect = stage.changes().stream()
                .collect(Collectors.groupingBy(
                        PlannedChange::effect,
                        () -> new EnumMap<>(Effect.class),
                        Collectors.mapping(c -> c.change().logicalId(), Collectors.toList())));
        String counts = byEffect.entrySet().stream()
                .map(e -> e.getKey().words() + " " + names(e.getValue()))
                .collect(Collectors.joining("; "));
        return counts.isEmpty() || stage.note().isEmpty() ? counts : counts + "; " + stage.note();
    }

    private static String names(List<String> names) {
        return names.size() > 4 ? names.size() + " resources" : String.join(", ", names);
    }

    /** What has to be named so that it is not refused. */
    static Set<String> refused(List<StagePreview> preview) {
        return preview.stream()
                .flatMap(s -> s.refused().stream())
                .flatMap(c -> c.refusedUnless().stream())
                .map(option -> option.substring("--replace ".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
