package dev.essha.launch;

import dev.essha.secrecy.Redaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** The log file, which only a person who asked for it gets, and the libraries' logging, which nobody wants to see. */
final class Logs {

    /** Enough for some dozen failures. */
    private static final int LONGEST = 1 << 20;

    /** Beside the one that is written to. */
    static final int KEPT = 4;

    private final Path file;
    private final Redaction redaction;
    private final int longest;

    Logs(Path logFolder, Redaction redaction) {
        this(logFolder, redaction, LONGEST);
    }

    /** @param longest how many characters a file has at most */
    Logs(Path logFolder, Redaction redaction, int longest) {
        this.file = file(logFolder);
        this.redaction = redaction;
        this.longest = longest;
    }

    static Path file(Path logFolder) {
        return logFolder.resolve("ess-ha.log");
    }

    /** Keeps the libraries from writing to the terminal. */
    void quieten() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
    }

    /**
     * Appends the details of a failure, which quote what services and files say, without the secrets in them. A log that has
     * become long is kept under another name, and the oldest of those goes.
     *
     * @return the path of the log file
     */
    synchronized Path write(Throwable failure) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println(Instant.now());
        failure.printStackTrace(out);
        out.flush();
        try {
            Files.createDirectories(file.getParent());
            String entry = shortened(redaction.clean(text.toString()));
            makeRoomFor(entry);
            Files.writeString(file, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** What a service says may be of any length. */
    private String shortened(String entry) {
        int most = longest / 4;
        return entry.length() <= most ? entry : entry.substring(0, most) + "\n[shortened]\n";
    }

    private void makeRoomFor(String entry) throws IOException {
        if (!Files.exists(file) || Files.size(file) + entry.length() <= longest) {
            return;
        }
        for (int i = KEPT - 1; i >= 1; i--) {
            if (Files.exists(older(i))) {
                Files.move(older(i), older(i + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, older(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path older(int number) {
        return file.resolveSibling("ess-ha." + number + ".log");
    }
}
