package dev.essha.pipeline;

import dev.essha.cloud.ResourceChange;

/** What a change does to a resource, as a person has to know it before; from the harmless to the grave. */
public enum Effect {
    ADDED("added"),
    /** Nobody who uses it notices. */
    CHANGED("changed in place"),
    /** It stays what it is, but whoever uses it is interrupted: {@link Interruption}. */
    INTERRUPTED("changed with interruption"),
    /** CloudFormation finds out while it runs. */
    MAYBE_REPLACED("may be replaced"),
    /** A new one takes its place, and what was in the old one goes with it. */
    REPLACED("replaced"),
    REMOVED("removed");

    private final String words;

    Effect(String words) {
        this.words = words;
    }

    /** In the words of a sentence whose subject is the resource. */
    public String words() {
        return words;
    }

    static Effect of(ResourceChange change) {
        return switch (change.action()) {
            case ADD -> ADDED;
            case REMOVE -> REMOVED;
            case MODIFY ->
                switch (Replacements.of(change)) {
                    case YES -> REPLACED;
                    case MAYBE -> MAYBE_REPLACED;
                    case NO -> Interruption.happensIn(change) ? INTERRUPTED : CHANGED;
                };
        };
    }
}
