package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.said.Said;
import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.util.Locale;

/**
 * What the pipeline says to people, {@code sentences.properties}, and what the adapters say in the middle of it. Where it
 * decides something it holds phrases, no sentences.
 */
final class Sentences {

    static final Wording ENGLISH = in(Locale.ENGLISH);

    private Sentences() {}

    /** @param language English where there is no translation */
    static Wording in(Locale language) {
        return new Wording("dev.essha.pipeline.sentences", language)
                .with(Said.BUNDLE)
                .with(StageId.NAMES);
    }

    static Phrase listed(Phrase some, Phrase next) {
        return Phrase.of("list", some, next);
    }
}
