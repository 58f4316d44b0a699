package dev.essha.launch;

import dev.essha.application.Archive;
import dev.essha.secrecy.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The runs and the log in the person's state folder. */
final class StateFolder implements Archive {

    /** Of each deployment; a run of half an hour has some hundred kilobytes. */
    private static final int KEPT_RUNS = 20;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    /** Of a run; what comes after is in the account alone. */
    private static final long LONGEST = 16L << 20;

    private final Path folder;
    private final Path logFolder;
    private final Redaction redaction;
    private final SortedMap<String, String> versions = new TreeMap<>();

    StateFolder(Surroundings surroundings, Redaction redaction, String version) {
        this.folder = surroundings.stateFolder();
        this.logFolder = surroundings.logFolder();
        this.redaction = redaction;
        versions.put("ess-ha", version);
        versions.put("java", System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vendor"));
        versions.put(
                "system",
                surroundings.system() + " " + System.getProperty("os.version") + ", " + System.getProperty("os.arch"));
    }

    @Override
    public Consumer<String> run(String deployment, String operation) {
        return new Run(deployment, operation);
    }

    @Override
    public List<Path> runs(String deployment) {
        Path runs = runs().resolve(deployment);
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(runs)) {
            return files.filter(f -> f.toString().endsWith(".jsonl"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public Optional<Path> log() {
        return Optional.of(Logs.file(logFolder)).filter(Files::isRegularFile);
    }

    @Override
    public SortedMap<String, String> versions() {
        return versions;
    }

    @Override
    public Redaction redaction() {
        return redaction;
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // One file too many does no harm.
        }
    }

    /** A file that comes with its first line: a run in which nothing happens leaves none. */
    private final class Run implements Consumer<String> {

        private final String deployment;
        private final String operation;
        private Optional<Path> file = Optional.empty();
        private boolean refused;
        private long length;

        Run(String deployment, String operation) {
            this.deployment = deployment;
            this.operation = operation;
        }

        /** A full disk must not stop an install: the run itself is in the account. */
        @Override
        public void accept(String line) {
            if (refused) {
                return;
            }
            try {
                if (file.isEmpty()) {
                    file = Optional.of(begin());
                }
                String text = redaction.clean(line) + "\n";
                Files.writeString(file.get(), text, StandardOpenOption.APPEND);
                length += text.length();
                refused = length > LONGEST;
            } catch (IOException e) {
                refused = true;
            }
        }

        private Path begin() throws IOException {
            Path runs = Files.createDirectories(runs().resolve(deployment));
            Path begun = Files.createFile(runs.resolve(NAME.format(Instant.now()) + "-" + operation + ".jsonl"));
            StateFolder.this.runs(deployment).stream().skip(KEPT_RUNS).forEach(StateFolder::delete);
            return begun;
        }
    }
}
