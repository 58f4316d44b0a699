package dev.essha.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the process finds around it, read once.
 *
 * @param environment the environment's variables
 * @param home the person's home folder
 * @param system {@code os.name}
 * @param terminal whether standard input and output are a terminal
 */
record Surroundings(Map<String, String> environment, Path home, String system, boolean terminal) {

    private static final String FOLDER = "ess-ha";
    private static final int DEFAULT_WIDTH = 100;
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(SECRET|TOKEN|PASSWORD|PASSWD|ENTITLEMENT|CREDENTIAL|API_?KEY|ACCESS_KEY).*");

    static Surroundings ofProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                System.getProperty("os.name"),
                System.console() != null && System.console().isTerminal());
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
    }

    /** The values of variables whose names say that they are secret. */
    List<String> secrets() {
        return environment.entrySet().stream()
                .filter(e -> SECRET_NAME.matcher(e.getKey()).matches())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Without the environment, which has secrets in it. */
    @Override
    public String toString() {
        return "Surroundings[" + system + ", " + home + "]";
    }

    /** Columns of the terminal, from {@code COLUMNS}. */
    int width() {
        return variable("COLUMNS")
                .filter(w -> w.matches("\\d{2,4}"))
                .map(Integer::parseInt)
                .orElse(DEFAULT_WIDTH);
    }

    /** Whether the terminal moves its cursor when told to. */
    boolean interactive() {
        return terminal
                && !variable("TERM").orElse("").equals("dumb")
                && variable("CI").isEmpty();
    }

    /**
     * Where rehearsed accounts, runs and the draft are kept.
     *
     * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directories</a>
     */
    Path stateFolder() {
        return switch (family()) {
            case WINDOWS -> folder("LOCALAPPDATA", "AppData/Local");
            case MAC -> home.resolve("Library/Application Support").resolve(FOLDER);
            case OTHER -> folder("XDG_STATE_HOME", ".local/state");
        };
    }

    /** Where the log is kept; macOS shows its folder in Console. */
    Path logFolder() {
        return family() == Family.MAC
                ? home.resolve("Library/Logs").resolve(FOLDER)
                : stateFolder().resolve("logs");
    }

    /**
     * Where preferences are kept, on Windows with what follows a person from computer to computer.
     *
     * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directories</a>
     */
    Path configFolder() {
        return switch (family()) {
            case WINDOWS -> folder("APPDATA", "AppData/Roaming");
            case MAC -> home.resolve("Library/Application Support").resolve(FOLDER);
            case OTHER -> folder("XDG_CONFIG_HOME", ".config");
        };
    }

    /** Whether a window can be shown: on Linux, where an X server (or one inside Wayland) is named. */
    boolean display() {
        return family() != Family.OTHER || variable("DISPLAY").isPresent();
    }

    /** Whether the system tells a program of files to open in events, and not on its command line. */
    boolean tellsOfFiles() {
        return family() == Family.MAC;
    }

    private enum Family {
        WINDOWS,
        MAC,
        OTHER
    }

    private Family family() {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("win")) {
            return Family.WINDOWS;
        }
        return os.startsWith("mac") ? Family.MAC : Family.OTHER;
    }

    /** A relative path in the variable does not count, says XDG; it would lead elsewhere from each working directory. */
    private Path folder(String variable, String usual) {
        return variable(variable)
                .map(Path::of)
                .filter(this::isAbsolute)
                .orElse(home.resolve(usual))
                .resolve(FOLDER);
    }

    /** A path of Windows is one where Windows runs; tests look at it from elsewhere. */
    private boolean isAbsolute(Path path) {
        return path.isAbsolute() || family() == Family.WINDOWS;
    }
}
