package dev.essha.pipeline;

import dev.essha.blueprint.Output;
import dev.essha.blueprint.StageId;
import dev.essha.wording.Phrase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the stages delivered so far. Safe for many threads. */
final class Outputs {

    private final Map<StageId, Map<String, String>> byStage = new ConcurrentHashMap<>();

    void put(StageId stage, Map<String, String> values) {
        byStage.put(stage, Map.copyOf(values));
    }

    /** Empty where it was not delivered; an empty text counts as not delivered. */
    Optional<String> find(Output output) {
        return Optional.ofNullable(
                        byStage.getOrDefault(output.producer(), Map.of()).get(output.key()))
                .filter(v -> !v.isBlank());
    }

    /** @throws StageException naming producer and key where it was not delivered */
    String get(Output output) {
        return find(output)
                .orElseThrow(() -> new StageException(
                        Phrase.of("output.missing", output.producer().named(), output.key()),
                        Phrase.of("output.missing.advice", output.producer().named())));
    }

    /** The parts of an output that is a list. */
    List<String> list(Output output) {
        return List.of(get(output).split(","));
    }

    /** Values by the name that producer and consumer share. */
    SortedMap<String, String> all(Collection<Output> wanted) {
        SortedMap<String, String> values = new TreeMap<>();
        wanted.forEach(output -> values.put(output.key(), get(output)));
        return values;
    }
}
