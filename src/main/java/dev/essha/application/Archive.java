package dev.essha.application;

import dev.essha.secrecy.Redaction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/** What the program keeps on this computer: the events of its runs, and the log. None of it is needed to go on. */
public interface Archive {

    /**
     * Begins to keep a run.
     *
     * @param operation {@code install} or {@code destroy}
     * @return takes one event after the other, each one line of JSON; where the disk refuses, nothing is kept and nobody is
     *     stopped
     */
    Consumer<String> run(String deployment, String operation);

    /** The kept runs of a deployment, newest first. */
    List<Path> runs(String deployment);

    /** The log file, if there is one. */
    Optional<Path> log();

    /** Versions of the program and of what it runs on, by name. */
    SortedMap<String, String> versions();

    /** Knows the secrets of this computer's environment. */
    Redaction redaction();
}
