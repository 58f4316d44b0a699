package dev.essha.pipeline;

import java.time.Instant;

/**
 * A resource of a stage as far as a run knows it.
 *
 * @param physicalId empty until it has one
 * @param reason what was said about its state, may be empty
 * @param since when it came into this state
 */
public record ResourceLine(
        String logicalId, String type, String physicalId, Event.ResourceState state, String reason, Instant since) {

    static ResourceLine of(Event.ResourceChanged event) {
        return new ResourceLine(
                event.logicalId(), event.type(), event.physicalId(), event.state(), event.reason(), event.at());
    }

    /** It is as it is to be. */
    boolean done() {
        return settled() && state != Event.ResourceState.FAILED && state != Event.ResourceState.CANCELLED;
    }

    /** Nothing more will happen to it. */
    public boolean settled() {
        return state != Event.ResourceState.WAITING && state != Event.ResourceState.IN_PROGRESS;
    }
}
