package dev.essha.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The program as a process, with the JVM's options that it always has, or as it is installed: {@code -Dbenchmarks.program=PATH}
 * names another command to measure instead.
 *
 * @param folder its working directory, home and state folder
 */
record Measured(Path folder) {

    private static final String MAIN = "dev.essha.launch.Main";
    private static final String PROGRAM = System.getProperty("benchmarks.program", "");

    static final int RUNS = Integer.getInteger("benchmarks.runs", 5);

    /** What the figures are of. */
    static String subject() {
        return PROGRAM.isEmpty() ? "the classes of the build, on the JDK of the tests" : PROGRAM;
    }

    /** The program with these arguments. */
    List<String> program(String... arguments) {
        List<String> command = PROGRAM.isEmpty()
                ? new ArrayList<>(java(List.of(), MAIN))
                : new ArrayList<>(List.of(Path.of(PROGRAM).toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * A class of the tests, in a JVM with the program's options: on the installed program's runtime, where one is measured.
     *
     * @param label of what runs with these options
     */
    List<String> java(String label, List<String> options, String mainClass, String... arguments) {
        Optional<AppImage> image = PROGRAM.isEmpty() ? Optional.empty() : AppImage.of(Path.of(PROGRAM));
        if (image.isEmpty()) {
            return java(options, mainClass, arguments);
        }
        Path classes = Path.of(Measured.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        List<String> command = new ArrayList<>(image.get().running(folder, label, mainClass, options, classes));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> java(List<String> options, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("jpackage/jvm.options").toAbsolutePath()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    Cost run(Set<Integer> expected, List<String> command) {
        return run(Map.of(), expected, command);
    }

    Cost run(Map<String, String> more, Set<Integer> expected, List<String> command) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HOME", folder.toString(),
                "XDG_STATE_HOME", folder.toString(),
                "XDG_CONFIG_HOME", folder.toString(),
                "AWS_CONFIG_FILE", folder.resolve("no-config").toString(),
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("no-credentials").toString(),
                "AWS_EC2_METADATA_DISABLED", "true"));
        environment.putAll(more);
        return Cost.of(folder, environment, expected, command);
    }

    /** Several runs of the same; the first one, which finds nothing in the disk's cache, does not count. */
    List<Cost> runs(Map<String, String> more, Set<Integer> expected, List<String> command) {
        run(more, expected, command);
        return IntStream.range(0, RUNS)
                .mapToObj(_ -> run(more, expected, command))
                .toList();
    }

    /** A plan in the folder, as {@code new} prints it. */
    Path plan(String region) {
        try {
            run(Set.of(0), program("new", "--preset", "proof-of-concept", "--region", region));
            return Files.copy(folder.resolve("said.txt"), folder.resolve("plan.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It may be relative to the tests' working directory. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
