package dev.essha.cli;

import dev.essha.application.Folded;
import dev.essha.application.KeptRun;
import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.InstallOptions;
import dev.essha.pipeline.Installer;
import dev.essha.pipeline.Patience;
import dev.essha.pipeline.RunState;
import java.util.Locale;
import java.util.function.Consumer;

/** Runs the pipeline in front of a person or a program. */
final class InstallRun {

    private final Toolbox tools;
    private final boolean json;

    InstallRun(Toolbox tools, boolean json) {
        this.tools = tools;
        this.json = json;
    }

    /**
     * @param also is handed every event as well
     * @return how it ended
     */
    RunState run(
            Blueprint blueprint,
            Places.Session session,
            Patience patience,
            InstallOptions options,
            Consumer<Event> also)
            throws Exception {
        Folded folded = new Folded();
        try (Progress progress = Progress.of(tools.console(), session.time(), json)) {
            Consumer<Event> kept = KeptRun.of(tools.archive(), blueprint, Event.Operation.INSTALL);
            Installer installer = new Installer(
                    session.cloud(),
                    session.time(),
                    patience,
                    Locale.ENGLISH,
                    also.andThen(folded).andThen(progress).andThen(kept));
            tools.interruption()
                    .during(progress.stopping(installer::cancel), () -> installer.install(blueprint, options));
            return folded.state();
        }
    }
}
