package dev.essha.launch;

import dev.essha.secrecy.Redaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** The log file, which only a person who asked for it gets, and the libraries' logging, which nobody wants to see. */
final class Logs {

    private final Path file;
    private final Redaction redaction;

    Logs(Path stateFolder, Redaction redaction) {
        this.file = file(stateFolder);
        this.redaction = redaction;
    }

    static Path file(Path stateFolder) {
        return stateFolder.resolve("logs").resolve("ess-ha.log");
    }

    /** Keeps the libraries from writing to the terminal. */
    void quieten() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
    }

    /**
     * Appends the details of a failure, which quote what services and files say, without the secrets in them.
     *
     * @return the path of the log file
     */
    Path write(Throwable failure) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println(Instant.now());
        failure.printStackTrace(out);
        out.flush();
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, redaction.clean(text.toString()), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
