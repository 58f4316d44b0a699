package dev.essha.launch;

import dev.essha.blueprint.Version;
import dev.essha.cli.Console;
import dev.essha.cli.EssHa;
import dev.essha.cli.Failures;
import dev.essha.cli.Toolbox;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.plan.yaml.PlanFileName;
import dev.essha.secrecy.Redaction;
import dev.essha.survey.Survey;
import dev.essha.ui.wizard.Desktop;
import dev.essha.ui.wizard.UiTools;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Where the program starts: reads what is around it, wires the parts and runs a command. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Its look-ups would fail during the shutdown that Ctrl-C begins.
        System.setProperty("dnsjava.nio.register_shutdown_hook", "false");
        Surroundings surroundings = Surroundings.ofProcess();
        Optional<Path> opened = planToOpen(args);
        if (surroundings.display() && (args.length == 0 || opened.isPresent())) {
            window(surroundings, opened);
            return;
        }
        Shutdown shutdown = new Shutdown();
        Console console = new Console(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, false, StandardCharsets.UTF_8),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                surroundings.interactive(),
                surroundings.width());
        int status = run(surroundings, console, shutdown, args);
        shutdown.exit(status);
    }

    private static void window(Surroundings surroundings, Optional<Path> plan) {
        Redaction redaction = new Redaction(surroundings.secrets());
        Logs logs = new Logs(surroundings.logFolder(), redaction);
        logs.quieten();
        WindowProgram.run(
                desktop -> windowTools(surroundings, redaction, logs, desktop), plan, surroundings.tellsOfFiles());
    }

    static UiTools windowTools(Surroundings surroundings, Redaction redaction, Logs logs, Desktop desktop) {
        String version = Version.current().text();
        Wiring wiring = new Wiring(surroundings, version);
        return new UiTools(
                wiring,
                wiring.signIns(),
                survey(),
                new StateFolder(surroundings, redaction, version),
                new LocalFiles(surroundings),
                desktop,
                InstantSource.system(),
                logs::write);
    }

    private static Survey survey() {
        return new Survey(() -> "essha-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** A plan that was double-clicked: its path is all that the system gives. */
    static Optional<Path> planToOpen(String... args) {
        return args.length == 1
                ? path(args[0]).filter(PlanFileName::fits).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /** Nothing for what can be no path, such as an option with a colon on Windows. */
    private static Optional<Path> path(String argument) {
        try {
            return Optional.of(Path.of(argument));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** Runs a command with everything given, as tests do; the process goes on afterwards. */
    static int run(Surroundings surroundings, Console console, Toolbox.Interruption interruption, String... args) {
        return run(surroundings, console, interruption, _ -> {}, args);
    }

    /** @param rehearsed is handed each account in memory as it is opened */
    static int run(
            Surroundings surroundings,
            Console console,
            Toolbox.Interruption interruption,
            Consumer<RehearsalCloud> rehearsed,
            String... args) {
        Redaction redaction = new Redaction(surroundings.secrets());
        Logs logs = new Logs(surroundings.logFolder(), redaction);
        logs.quieten();
        String version = Version.current().text();
        Toolbox tools = new Toolbox(
                console,
                new Wiring(surroundings, version, rehearsed),
                survey(),
                new StateFolder(surroundings, redaction, version),
                new ReleaseFeed(surroundings, version),
                new TypedEntitlement(surroundings, console),
                interruption);
        return EssHa.run(tools, new Failures(logs::write, redaction), version, args);
    }
}
