package dev.essha.pipeline;

import dev.essha.cloud.ResourceDrift;
import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.util.List;
import java.util.Optional;

/**
 * What a look at a stack found to be changed by hand: a {@link StageDrift} before it is said in anybody's language.
 *
 * @param looked whether it was looked for
 * @param resources what was changed or deleted
 * @param why it could not be looked for; empty where it could, or where nobody has to know
 */
record DriftSeen(boolean looked, List<ResourceDrift> resources, Optional<Phrase> why) {

    /** It was not looked for, and nobody has to know why. */
    static final DriftSeen NOT_LOOKED = new DriftSeen(false, List.of(), Optional.empty());

    DriftSeen {
        resources = List.copyOf(resources);
    }

    static DriftSeen unseen(Phrase why) {
        return new DriftSeen(false, List.of(), Optional.of(why));
    }

    static DriftSeen of(List<ResourceDrift> resources) {
        return new DriftSeen(true, resources, Optional.empty());
    }

    /** Whether something is other than its stack made it. */
    boolean found() {
        return !resources.isEmpty();
    }

    StageDrift in(Wording language) {
        return new StageDrift(
                looked, resources, List.of(), why.map(language::of).orElse(""));
    }
}
