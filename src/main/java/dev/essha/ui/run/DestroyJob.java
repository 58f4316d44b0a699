package dev.essha.ui.run;

import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.pipeline.DestroyPlan;
import dev.essha.pipeline.Destroyer;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.Patience;
import java.util.function.Consumer;

/** Takes down what the person has seen listed. */
final class DestroyJob implements Job {

    private final DestroyPlan doomed;
    private final Wish wish = new Wish();

    DestroyJob(DestroyPlan doomed) {
        this.doomed = doomed;
    }

    @Override
    public Event.Operation operation() {
        return Event.Operation.DESTROY;
    }

    @Override
    public RunEnd run(Blueprint blueprint, Places.Session session, Consumer<Event> listener) {
        Patience patience = new Patience(Patience.SIGN_IN, session.jitter());
        Destroyer destroyer = new Destroyer(session.cloud(), session.time(), patience, listener);
        wish.tells(destroyer::cancel);
        return new RunEnd.Finished(destroyer.destroy(doomed));
    }

    @Override
    public void cancel() {
        wish.say();
    }
}
