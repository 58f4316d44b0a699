package dev.essha.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.cli.Console;
import dev.essha.cli.Toolbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * The whole program in this JVM, as the command line runs it.
 *
 * @param state where it keeps rehearsed accounts and logs
 * @param always arguments that stand behind every command's own
 * @param environment what the program takes for the process's environment, beside the state folder
 */
record Program(Path state, List<String> always, Map<String, String> environment) {

    Program(Path state, List<String> always) {
        this(state, always, Map.of());
    }

    /** How a command ended and what it said. */
    record Ended(int status, String out, String err) {

        JsonNode json() {
            try {
                return new JsonMapper().readTree(out);
            } catch (IOException e) {
                throw new UncheckedIOException(out, e);
            }
        }

        List<JsonNode> jsonLines() {
            return out.lines().map(l -> new Ended(0, l, "").json()).toList();
        }
    }

    Ended run(String... arguments) {
        return run(_ -> {}, arguments);
    }

    /** @param watcher is handed each line of standard output as it is printed */
    Ended run(Consumer<String> watcher, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new PrintWriter(new Watched(out, watcher)),
                new PrintWriter(err),
                new BufferedReader(new StringReader("")),
                false,
                120);
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("XDG_STATE_HOME", state.toString());
        Surroundings surroundings = new Surroundings(variables, state, "Linux", false);
        int status = Main.run(surroundings, console, UNINTERRUPTED, all(arguments));
        return new Ended(status, out.toString(), err.toString());
    }

    private String[] all(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + always.size());
        for (int i = 0; i < always.size(); i++) {
            all[arguments.length + i] = always.get(i);
        }
        return all;
    }

    private static final Toolbox.Interruption UNINTERRUPTED = new Toolbox.Interruption() {
        @Override
        public <T> T during(Runnable cancel, Callable<T> work) throws Exception {
            return work.call();
        }
    };

    /** Hands on whole lines. */
    private static final class Watched extends Writer {

        private final StringWriter all;
        private final Consumer<String> watcher;
        private final StringBuilder line = new StringBuilder();

        Watched(StringWriter all, Consumer<String> watcher) {
            this.all = all;
            this.watcher = watcher;
        }

        @Override
        public void write(char[] text, int from, int length) {
            all.write(text, from, length);
            for (int i = from; i < from + length; i++) {
                if (text[i] == '\n') {
                    watcher.accept(line.toString());
                    line.setLength(0);
                } else {
                    line.append(text[i]);
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
