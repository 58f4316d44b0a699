package dev.essha.cli;

import picocli.CommandLine.Option;

/** How a command answers. */
final class OutputOptions {

    @Option(names = "--json", description = "Print JSON on standard output; text for people goes to standard error.")
    private boolean json;

    @Option(names = "--debug", description = "Write details of a failure to a log file and print its path.")
    private boolean debug;

    boolean json() {
        return json;
    }

    boolean debug() {
        return debug;
    }
}
