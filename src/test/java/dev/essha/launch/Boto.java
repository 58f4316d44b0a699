package dev.essha.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.emulator.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A client that is not ours: the boto3 scripts in {@code src/test/emulator}, run by the Python that the emulator runs on.
 */
record Boto(String prefix, String region) {

    private static final Path SCRIPTS = Path.of("src/test/emulator");
    private static final String REGION = "eu-central-1";

    Boto(String prefix) {
        this(prefix, REGION);
    }

    /** What stands in the account. */
    JsonNode ask() {
        return asked("ask.py");
    }

    /** Which shape a deployment has: a sentence for each choice of the architecture. */
    Map<String, String> shape(String domain) {
        Map<String, String> facts = new TreeMap<>();
        asked("ask_shape.py", domain)
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
        return facts;
    }

    /**
     * What a change must leave the same ({@code kept}) and how large everything is ({@code sizes}).
     *
     * @param options {@code put} stores an object first, which is then among what is kept
     */
    JsonNode growth(String... options) {
        return asked("ask_growth.py", options);
    }

    /** A VPC with all that belongs to it: what carries which {@code tags}, and everything else ({@code rest}). */
    JsonNode vpc(String id) {
        return asked("ask_vpc.py", id);
    }

    private JsonNode asked(String script, String... arguments) {
        try {
            return new JsonMapper().readTree(run(script, arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something to the account that the program knows nothing of. */
    void does(String what) {
        run("break.py", what);
    }

    void mends(String what) {
        run("break.py", what, "mend");
    }

    private String run(String script, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Emulator.shared().python());
        command.add(SCRIPTS.resolve(script).toString());
        command.add(Emulator.shared().endpoint().toString());
        command.add(region);
        command.add(prefix);
        Stream.of(arguments).forEach(command::add);
        return Commands.run(new ProcessBuilder(command));
    }

    /** Runs other programs. */
    static final class Commands {

        private Commands() {}

        /**
         * Runs a command to its end.
         *
         * @return its standard output
         */
        static String run(ProcessBuilder command) {
            try {
                Path err = Files.createTempFile("command", ".err");
                Process process = command.redirectError(err.toFile()).start();
                process.getOutputStream().close();
                String out = new String(process.getInputStream().readAllBytes());
                int status = process.waitFor();
                if (status != 0) {
                    throw new IllegalStateException(
                            command.command() + " ended with " + status + "\n" + out + Files.readString(err));
                }
                return out;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
