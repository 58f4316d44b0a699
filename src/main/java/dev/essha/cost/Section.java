package dev.essha.cost;

import dev.essha.wording.Labels;

/** The parts of an estimate, in the order in which people read them. */
public enum Section {
    NETWORK,
    SECURITY,
    REGISTRY,
    STORAGE,
    DATABASE,
    MESSAGING,
    COMPUTE,
    /** Load balancers and what leads to them. */
    EDGE,
    GATEWAY,
    DNS,
    LOGS,
    /** What leaves AWS or crosses its zones. */
    TRANSFER;

    /** The name in JSON, {@code network}. */
    public String label() {
        return Labels.of(this);
    }
}
