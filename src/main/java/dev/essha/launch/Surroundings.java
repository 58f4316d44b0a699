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
     * Where logs and rehearsed accounts are kept.
     *
     * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directories</a>
     */
    Path stateFolder() {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return variable("LOCALAPPDATA")
                    .map(Path::of)
                    .orElse(home.resolve("AppData/Local"))
                    .resolve(FOLDER);
        }
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support").resolve(FOLDER);
        }
        return variable("XDG_STATE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".local/state"))
                .resolve(FOLDER);
    }

    /**
     * Where preferences are kept.
     *
     * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directories</a>
     */
    Path configFolder() {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return variable("APPDATA")
                    .map(Path::of)
                    .orElse(home.resolve("AppData/Roaming"))
                    .resolve(FOLDER);
        }
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support").resolve(FOLDER);
        }
        return variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".config"))
                .resolve(FOLDER);
    }

    /** Whether a window can be shown: on Linux, where an X server (or one inside Wayland) is named. */
    boolean display() {
        String os = system.toLowerCase(Locale.ROOT);
        return os.contains("win") || os.contains("mac") || variable("DISPLAY").isPresent();
    }
}
