package dev.essha.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one run of a process took.
 *
 * @param wall seconds on the clock
 * @param cpu seconds of CPU, also of the processes that it waited for
 * @param peakMib resident memory at its peak, of the largest of them
 */
record Cost(double wall, double cpu, double peakMib) {

    private static final double MIB = 1024 * 1024;
    private static final Path TIMED = Path.of("src/test/bench/timed.py").toAbsolutePath();

    /**
     * Runs a command to its end; what it says goes to {@code said.txt} and {@code err.txt} in its folder.
     *
     * @param environment all that it gets of one, beside the PATH
     * @param expected its exit status
     */
    static Cost of(Path folder, Map<String, String> environment, Set<Integer> expected, List<String> command) {
        Path result = folder.resolve("cost.json");
        Path said = folder.resolve("said.txt");
        List<String> timed = new ArrayList<>(List.of("python3", TIMED.toString(), result.toString()));
        timed.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(timed)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().putAll(environment);
        try {
            builder.start().waitFor();
            JsonNode cost = new JsonMapper().readTree(result.toFile());
            if (!expected.contains(cost.path("status").asInt())) {
                throw new IllegalStateException("... "
                        + String.join(" ", command.subList(Math.max(0, command.size() - 6), command.size()))
                        + " ended with " + cost.path("status") + "\n" + Files.readString(said)
                        + Files.readString(folder.resolve("err.txt")));
            }
            return new Cost(
                    cost.path("wall").asDouble(),
                    cost.path("cpu").asDouble(),
                    cost.path("peak").asDouble() / MIB);
        } catch (IOException e) {
            throw new IllegalStateException("python3 is needed to measure processes: " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The figures of several runs of the same. */
    static List<Figure> figures(String row, List<Cost> runs) {
        return List.of(
                new Figure(row, "wall s", runs.stream().map(Cost::wall).toList()),
                new Figure(row, "CPU s", runs.stream().map(Cost::cpu).toList()),
                new Figure(row, "peak MiB", runs.stream().map(Cost::peakMib).toList()));
    }
}
