package dev.essha.ui.run;

import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.Patience;
import dev.essha.pipeline.RollBack;
import dev.essha.pipeline.RollBackPlan;
import java.util.Locale;
import java.util.function.Consumer;

/** Takes a stage back, as the person has seen it said. */
final class RollBackJob implements Job {

    private final RollBackPlan plan;
    private final Locale language;
    private final Wish wish = new Wish();

    /** @param language of what is said */
    RollBackJob(RollBackPlan plan, Locale language) {
        this.plan = plan;
        this.language = language;
    }

    @Override
    public Event.Operation operation() {
        return Event.Operation.ROLL_BACK;
    }

    @Override
    public RunEnd run(Blueprint blueprint, Places.Session session, Consumer<Event> listener) {
        Patience patience = new Patience(Patience.SIGN_IN, session.jitter());
        RollBack rollBack = new RollBack(session.cloud(), session.time(), patience, language, listener);
        wish.tells(rollBack::cancel);
        return new RunEnd.Finished(rollBack.run(plan));
    }

    @Override
    public void cancel() {
        wish.say();
    }
}
