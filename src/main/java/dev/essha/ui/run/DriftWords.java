package dev.essha.ui.run;

import dev.essha.application.Spell;
import dev.essha.cloud.ResourceDrift;
import dev.essha.ui.text.Words;
import java.util.List;

/** What is said of what was changed by hand. */
record DriftWords(Words words) {

    /** A line for each difference, or that it is gone. */
    List<String> lines(ResourceDrift drift) {
        String what = drift.logicalId() + " (" + Spell.type(drift.type()) + ")";
        return drift.gone()
                ? List.of(words.of("run.drift.gone", what, drift.physicalId()))
                : drift.differences().stream()
                        .map(d -> words.of("run.drift.changed", what, d.path(), value(d.actual()), value(d.expected())))
                        .toList();
    }

    private String value(String value) {
        return value.isEmpty() ? words.of("run.drift.nothing") : value;
    }
}
