package dev.essha.pipeline;

import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackView;
import dev.essha.wording.Phrase;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Turns the events of one operation on a stack into those of the run, and keeps the first real cause of a failure. */
final class ResourceNews implements Follow.Observer {

    private final StageContext context;
    private final Advice advice;
    private final Map<String, String> current = new HashMap<>();
    private final SequencedMap<String, StackEvent> undeleted = new LinkedHashMap<>();
    private Optional<StackEvent> cause = Optional.empty();

    /** @param advice what to do about a failure */
    ResourceNews(StageContext context, Advice advice) {
        this.context = context;
        this.advice = advice;
    }

    @Override
    public void happened(StackEvent event) {
        switch (event.status()) {
            case "DELETE_FAILED" -> undeleted.put(event.physicalId(), event);
            case "DELETE_COMPLETE" -> undeleted.remove(event.physicalId());
            default -> {}
        }
        if (isRemainsOfReplaced(event)) {
            return;
        }
        Event.ResourceState state = stateOf(event);
        if (state == Event.ResourceState.COMPLETE) {
            current.put(event.logicalId(), event.physicalId());
        }
        if (state == Event.ResourceState.FAILED && cause.isEmpty()) {
            cause = Optional.of(event);
        }
        context.resource(event.logicalId(), event.type(), event.physicalId(), state, event.reason());
    }

    /** The first real cause; what the stack says of itself where no resource failed. */
    PhrasedFailure failure(StackView stack) {
        return cause.map(e -> advice.failure(e, context.cloud().offers()))
                .orElseGet(() -> new PhrasedFailure(
                        stack.reason().isBlank()
                                ? Phrase.of("stack.is-in", stack.status())
                                : Phrase.asIs(stack.reason()),
                        advice.about(stack.reason(), context.cloud().offers())));
    }

    /** What CloudFormation tried to delete in vain; an update succeeds all the same. */
    Collection<StackEvent> undeleted() {
        return List.copyOf(undeleted.sequencedValues());
    }

    /** After a replacement the old resource is deleted under the same logical id; the new one stands. */
    private boolean isRemainsOfReplaced(StackEvent event) {
        String standing = current.get(event.logicalId());
        return event.status().startsWith("DELETE_") && standing != null && !standing.equals(event.physicalId());
    }

    private static Event.ResourceState stateOf(StackEvent event) {
        if (event.cancelled()) {
            return Event.ResourceState.CANCELLED;
        }
        if (event.failed()) {
            return Event.ResourceState.FAILED;
        }
        return switch (event.status()) {
            case "DELETE_COMPLETE" -> Event.ResourceState.DELETED;
            case "DELETE_SKIPPED" -> Event.ResourceState.RETAINED;
            default ->
                event.status().endsWith("_COMPLETE") ? Event.ResourceState.COMPLETE : Event.ResourceState.IN_PROGRESS;
        };
    }
}
