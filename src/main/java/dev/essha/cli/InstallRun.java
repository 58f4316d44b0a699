package dev.essha.cli;

import dev.essha.application.KeptRun;
import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.InstallOptions;
import dev.essha.pipeline.Installer;
import java.util.function.Consumer;

/** Runs the pipeline in front of a person or a program. */
final class InstallRun {

    private final Toolbox tools;
    private final boolean json;

    InstallRun(Toolbox tools, boolean json) {
        this.tools = tools;
        this.json = json;
    }

    /** @param also is handed every event as well */
    Event.Outcome run(Blueprint blueprint, Places.Session session, InstallOptions options, Consumer<Event> also)
            throws Exception {
        try (Progress progress = Progress.of(tools.console(), session.time(), json)) {
            Consumer<Event> kept = KeptRun.of(tools.archive(), blueprint, Event.Operation.INSTALL);
            Installer installer = new Installer(
                    session.cloud(), session.time(), also.andThen(progress).andThen(kept));
            return tools.interruption()
                    .during(progress.stopping(installer::cancel), () -> installer.install(blueprint, options));
        }
    }
}
