package dev.essha.ui.run;

import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.pipeline.DestroyPlan;
import dev.essha.pipeline.Destroyer;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.Patience;
import java.util.Locale;
import java.util.function.Consumer;

/** Takes down what the person has seen listed. */
final class DestroyJob implements Job {

    private final DestroyPlan doomed;
    private final Locale language;
    private final Wish wish = new Wish();

    /** @param language of what is said */
    DestroyJob(DestroyPlan doomed, Locale language) {
        this.doomed = doomed;
        this.language = language;
    }

    @Override
    public Event.Operation operation() {
        return Event.Operation.DESTROY;
    }

    @Override
    public RunEnd run(Blueprint blueprint, Places.Session session, Consumer<Event> listener) {
        Patience patience = new Patience(Patience.SIGN_IN, session.jitter());
        Destroyer destroyer = new Destroyer(session.cloud(), session.time(), patience, language, listener);
        wish.tells(destroyer::cancel);
        return new RunEnd.Finished(destroyer.destroy(doomed));
    }

    @Override
    public void cancel() {
        wish.say();
    }
}
