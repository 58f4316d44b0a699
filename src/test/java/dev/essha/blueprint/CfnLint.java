package dev.essha.blueprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * AWS's own linter, which knows the schema of every resource type in every region.
 *
 * @see <a href="https://github.com/aws-cloudformation/cfn-lint">cfn-lint</a>
 */
final class CfnLint {

    /** Rules and schemas come with the version: another one may find more, or less. */
    static final String VERSION = "1.51.0";

    /** A process takes as long to start as four templates take to be linted. */
    private static final int LEAST_SHARE = 8;

    private static final List<String> CANDIDATES = List.of("cfn-lint", "target/emulator-venv/bin/cfn-lint");

    private final String program;

    private CfnLint(String program) {
        this.program = program;
    }

    /** @throws IllegalStateException if it is not on this machine */
    static CfnLint find() throws InterruptedException {
        for (String candidate : CANDIDATES) {
            try {
                if (output(start(List.of(candidate, "--version"))).strip().equals("cfn-lint " + VERSION)) {
                    return new CfnLint(candidate);
                }
            } catch (IOException e) {
                // Not this one.
            }
        }
        throw new IllegalStateException("cfn-lint " + VERSION + " is neither of " + CANDIDATES
                + "; src/test/emulator/start installs it, or: python3 -m pip install cfn-lint==" + VERSION);
    }

    /**
     * What it finds in templates, errors and warnings, one a line; nothing if they are clean. As many processes share the
     * work as the machine has processors.
     *
     * @param regions whose schemas the templates are held against
     */
    String check(Collection<Path> templates, Collection<String> regions) throws IOException, InterruptedException {
        int worthwhile = (templates.size() + LEAST_SHARE - 1) / LEAST_SHARE;
        int shares = Math.min(worthwhile, Runtime.getRuntime().availableProcessors());
        List<List<String>> commands = new ArrayList<>();
        for (int i = 0; i < shares; i++) {
            commands.add(command(regions));
        }
        int next = 0;
        for (Path template : templates) {
            commands.get(next++ % shares).add(template.toString());
        }
        return run(commands);
    }

    private List<String> command(Collection<String> regions) {
        List<String> command = new ArrayList<>(List.of(program, "--format", "parseable", "--regions"));
        command.addAll(regions);
        command.add("--");
        return command;
    }

    private static String run(List<List<String>> commands) throws IOException, InterruptedException {
        List<Process> running = new ArrayList<>();
        for (List<String> command : commands) {
            running.add(start(command));
        }
        StringBuilder found = new StringBuilder();
        for (Process process : running) {
            found.append(output(process));
        }
        return found.toString();
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String output(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
