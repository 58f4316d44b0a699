package dev.essha.blueprint;

import java.util.Locale;

/** The stages of an installation, in the order in which people read them. */
public enum StageId {
    NETWORK,
    SECURITY,
    REGISTRY,
    STORAGE,
    DATABASE,
    MESSAGING,
    COMPUTE,
    EDGE,
    /** Puts the cluster's nodes behind the load balancers' target groups. */
    NODES,
    DNS,
    /** Writes what a person needs to put ESS on top. */
    HAND_OVER;

    /** The name in stack names, on the command line and in files: {@code network}, {@code hand-over}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
