package dev.essha.ui.wizard;

import dev.essha.application.Archive;
import dev.essha.application.LocalStore;
import dev.essha.application.Places;
import dev.essha.cloud.signin.SignIns;
import dev.essha.survey.Survey;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * What the window is given by the wiring.
 *
 * @param places where it can run
 * @param signIns what this computer knows of signing in
 * @param survey how an account is looked at
 * @param archive what is kept of runs
 * @param store the window's own small texts
 * @param desktop what the system does for a window
 * @param clock the clock on the wall
 * @param details writes the details of a failure to the log and tells where that is
 */
public record UiTools(
        Places places,
        SignIns signIns,
        Survey survey,
        Archive archive,
        LocalStore store,
        Desktop desktop,
        InstantSource clock,
        Function<Throwable, Path> details) {}
