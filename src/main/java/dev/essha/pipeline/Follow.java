package dev.essha.pipeline;

import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * Follows an operation on a stack through its events until it has ended. Each event is seen once.
 *
 * <p>The end is taken from an event of the stack itself, confirmed by the stack's status: right after an operation was
 * started the status may still be the one before. What happened between the last look at the events and that at the
 * status is read before the end is told: the cause of a failure may be in it.
 */
final class Follow {

    private static final String STACK = "AWS::CloudFormation::Stack";
    /** Looks without any news before the status is asked for all the same. */
    private static final int QUIET_LOOKS = 6;

    private final StageContext context;
    private final Stacks stacks;
    private final Observer observer;

    /** @param stacks of the region where the stack stands */
    Follow(StageContext context, Stacks stacks, Observer observer) {
        this.context = context;
        this.stacks = stacks;
        this.observer = observer;
    }

    /** Is told what happens, on the thread that follows. */
    interface Observer {

        /** Something happened to a resource, not to the stack as a whole. */
        void happened(StackEvent event);

        /** The events were looked at once more. */
        default void looked() throws InterruptedException {}

        /** One that tells this and then another one. */
        default Observer and(Observer other) {
            return new Observer() {
                @Override
                public void happened(StackEvent event) {
                    Observer.this.happened(event);
                    other.happened(event);
                }

                @Override
                public void looked() throws InterruptedException {
                    Observer.this.looked();
                    other.looked();
                }
            };
        }
    }

    /** The id of the last event so far: an operation that is started now has only later ones. */
    Optional<String> lastEvent(String stackId) throws InterruptedException {
        return context.retry().get(() -> stacks.lastEvent(stackId));
    }

    /**
     * Follows an operation that was started after an event.
     *
     * @return the stack as it stands then
     */
    StackView after(String stackId, Optional<String> lastEvent) throws InterruptedException {
        return until(stackId, events(stackId, lastEvent), lastEvent);
    }

    /** Follows an operation that somebody started already, from its start. */
    StackView inProgress(String stackId) throws InterruptedException {
        List<StackEvent> all = events(stackId, Optional.empty());
        return until(stackId, sinceStart(all), Optional.empty());
    }

    private StackView until(String stackId, List<StackEvent> first, Optional<String> before)
            throws InterruptedException {
        Pace pace = Pace.ofStack();
        List<StackEvent> news = first;
        Optional<String> last = before;
        int quiet = 0;
        while (true) {
            tell(news);
            last = news.isEmpty() ? last : Optional.of(news.getLast().id());
            quiet = news.isEmpty() ? quiet + 1 : 0;
            if (news.stream().anyMatch(Follow::ends) || quiet == QUIET_LOOKS) {
                quiet = 0;
                StackView view = find(stackId);
                if (ended(view.status())) {
                    tell(events(stackId, last));
                    return view;
                }
            }
            observer.looked();
            context.pause(pace);
            news = events(stackId, last);
        }
    }

    private void tell(List<StackEvent> news) {
        news.stream().filter(e -> !ofStack(e)).forEach(observer::happened);
    }

    private StackView find(String stackId) throws InterruptedException {
        return context.retry()
                .get(() -> stacks.find(stackId))
                .orElseThrow(() -> new StageException(
                        Phrase.of("stack.disappeared", stackId), Phrase.of("stack.disappeared.advice")));
    }

    private List<StackEvent> events(String stackId, Optional<String> after) throws InterruptedException {
        return context.retry().get(() -> stacks.events(stackId, after));
    }

    private static List<StackEvent> sinceStart(List<StackEvent> events) {
        int start = 0;
        for (int i = 0; i < events.size(); i++) {
            if (starts(events.get(i))) {
                start = i;
            }
        }
        return events.subList(start, events.size());
    }

    private static boolean starts(StackEvent event) {
        return ofStack(event)
                && List.of("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "IMPORT_IN_PROGRESS", "DELETE_IN_PROGRESS")
                        .contains(event.status());
    }

    /** By its form: events have more statuses than stacks that this program makes, such as those of an import. */
    private static boolean ends(StackEvent event) {
        return ofStack(event) && !event.status().endsWith("_IN_PROGRESS");
    }

    private static boolean ended(StackStatus status) {
        return !status.inProgress() && status != StackStatus.REVIEW_IN_PROGRESS;
    }

    private static boolean ofStack(StackEvent event) {
        return event.type().equals(STACK);
    }
}
