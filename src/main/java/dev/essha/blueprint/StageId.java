package dev.essha.blueprint;

import dev.essha.wording.Labels;
import dev.essha.wording.Phrase;

/** The stages of an installation, in the order in which people read them; not every plan has each of them. */
public enum StageId {
    /** Tags the VPC and the subnets that the plan says are there already. */
    ADOPTION,
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
    /** AWS Global Accelerator in front of the load balancers. */
    ACCELERATOR,
    /** What stands in front of the VPC (R5). */
    GATEWAY,
    DNS,
    /** Who may connect to the load balancers: clients, or nobody but the gateway. */
    ACCESS,
    /** Removes the stacks of stages that the plan has no more, once nothing leads to them. */
    CLEAN_UP,
    /** Writes what a person needs to put ESS on top. */
    HAND_OVER;

    /**
     * The bundle of {@link #named() names}. {@link java.util.Locale#ENGLISH}, the language of the command line, has the
     * labels there, because its options and lists do; whoever asks in {@link java.util.Locale#ROOT} gets words.
     */
    public static final String NAMES = "dev.essha.blueprint.stages";

    /** The name in stack names, on the command line and in files: {@code network}, {@code hand-over}. */
    public String label() {
        return Labels.of(this);
    }

    /** The name in a sentence, in the language of the sentence. */
    public Phrase named() {
        return Phrase.of("stage." + label());
    }
}
