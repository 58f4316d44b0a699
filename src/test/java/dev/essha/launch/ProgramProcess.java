package dev.essha.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole program in a process of its own, with the JVM's options that it always has.
 *
 * @param home its working directory, home and state folder; what it writes to standard error is {@code err.txt} there
 * @param environment all that it gets of one, beside what keeps it away from real credentials
 */
record ProgramProcess(Path home, Map<String, String> environment) {

    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("jpackage/jvm.options").toAbsolutePath(),
                "-cp",
                classPath(),
                "dev.essha.launch.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(error().toFile()));
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", System.getenv("PATH"),
                        "HOME", home.toString(),
                        "XDG_STATE_HOME", home.toString(),
                        "AWS_CONFIG_FILE", home.resolve("no-config").toString(),
                        "AWS_SHARED_CREDENTIALS_FILE",
                                home.resolve("no-credentials").toString(),
                        "AWS_EC2_METADATA_DISABLED", "true"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What it wrote to standard error, all processes one after the other. */
    Path error() {
        return home.resolve("err.txt");
    }

    /** It may be relative to the tests' working directory. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
