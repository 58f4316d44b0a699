package dev.essha.cli;

import dev.essha.application.Archive;
import dev.essha.application.Entitlements;
import dev.essha.application.Places;
import dev.essha.application.Releases;
import dev.essha.survey.Survey;
import java.util.concurrent.Callable;

/**
 * What the commands are given by the wiring.
 *
 * @param console where they talk
 * @param places where they can run
 * @param survey how an account is looked at
 * @param archive what is kept of runs
 * @param releases where newer versions are told of
 * @param entitlements what opens the release registry
 * @param interruption what happens when a person interrupts a run
 */
public record Toolbox(
        Console console,
        Places places,
        Survey survey,
        Archive archive,
        Releases releases,
        Entitlements entitlements,
        Interruption interruption) {

    /** Lets a run hear of Ctrl-C. */
    @FunctionalInterface
    public interface Interruption {

        /** Runs the work; calls {@code cancel} from another thread if a person interrupts it. */
        <T> T during(Runnable cancel, Callable<T> work) throws Exception;
    }
}
