package dev.essha.blueprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * AWS's own linter, which knows the schema of every resource type in every region.
 *
 * @see <a href="https://github.com/aws-cloudformation/cfn-lint">cfn-lint</a>
 */
final class CfnLint {

    /** Rules and schemas come with the version: another one may find more, or less. */
    static final String VERSION = "1.51.0";

    private static final List<String> CANDIDATES = List.of("cfn-lint", "target/emulator-venv/bin/cfn-lint");
    private static final List<String> REGIONS = List.of("eu-central-1", "us-east-1");

    private final String program;

    private CfnLint(String program) {
        this.program = program;
    }

    /** @throws IllegalStateException if it is not on this machine */
    static CfnLint find() throws InterruptedException {
        for (String candidate : CANDIDATES) {
            try {
                if (run(List.of(candidate, "--version")).strip().equals("cfn-lint " + VERSION)) {
                    return new CfnLint(candidate);
                }
            } catch (IOException e) {
                // Not this one.
            }
        }
        throw new IllegalStateException("cfn-lint " + VERSION + " is neither of " + CANDIDATES
                + "; src/test/emulator/start installs it, or: python3 -m pip install cfn-lint==" + VERSION);
    }

    /** What it finds in templates, errors and warnings, one a line; nothing if they are clean. */
    String check(List<Path> templates) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program, "--format", "parseable", "--regions"));
        command.addAll(REGIONS);
        command.add("--");
        templates.forEach(t -> command.add(t.toString()));
        return run(command);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
