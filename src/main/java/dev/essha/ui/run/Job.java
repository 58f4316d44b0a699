package dev.essha.ui.run;

import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.pipeline.Event;
import java.util.function.Consumer;

/** The work of a run. Good for one. */
interface Job {

    Event.Operation operation();

    /** Does it, away from the window's thread, and returns when nothing of it is running any more. */
    RunEnd run(Blueprint blueprint, Places.Session session, Consumer<Event> listener) throws Exception;

    /** Asks to stop after what is in flight; a second time, at once. From any thread, also before it runs. */
    void cancel();
}
