package dev.essha.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.cli.Console;
import dev.essha.cli.Toolbox;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
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
        return run(new Bystander(), arguments);
    }

    /** @param watcher is handed each line of standard output as it is printed */
    Ended run(Consumer<String> watcher, String... arguments) {
        return run(
                new Bystander() {
                    @Override
                    void hears(String line) {
                        watcher.accept(line);
                    }
                },
                arguments);
    }

    Ended run(Bystander bystander, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new PrintWriter(new Watched(out, bystander::hears)),
                new PrintWriter(err),
                new BufferedReader(new StringReader("")),
                false,
                120);
        int status = Main.run(surroundings(), console, bystander, bystander::sees, all(arguments));
        return new Ended(status, out.toString(), err.toString());
    }

    /** The rehearsed account of a deployment as the last command left it. */
    RehearsalCloud account(String deployment, String region) {
        Path file = surroundings().stateFolder().resolve("rehearsals").resolve(deployment + ".json");
        return RehearsalCloud.open(
                RehearsalSettings.of(new AccountId("111122223333"), new RegionName(region), Instant::now)
                        .withStateFile(file));
    }

    private Surroundings surroundings() {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("XDG_STATE_HOME", state.toString());
        return new Surroundings(variables, state, "Linux", false);
    }

    /** Somebody who watches a command and does things meanwhile. */
    static class Bystander implements Toolbox.Interruption {

        private volatile Runnable cancel = () -> {};
        private volatile RehearsalCloud cloud;

        /** A line of standard output was printed. */
        void hears(String line) {}

        /** A rehearsed account was opened. */
        void sees(RehearsalCloud opened) {
            cloud = opened;
        }

        /** The account that was opened last. */
        final RehearsalCloud cloud() {
            return cloud;
        }

        /** Presses Ctrl-C. */
        final void interrupt() {
            cancel.run();
        }

        @Override
        public final <T> T during(Runnable stop, Callable<T> work) throws Exception {
            cancel = stop;
            return work.call();
        }
    }

    private String[] all(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + always.size());
        for (int i = 0; i < always.size(); i++) {
            all[arguments.length + i] = always.get(i);
        }
        return all;
    }

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
