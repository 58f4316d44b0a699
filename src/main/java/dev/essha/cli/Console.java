package dev.essha.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Where a command talks to a person or a program.
 *
 * @param out what the command was asked for; nothing else
 * @param err everything else where {@code out} carries JSON
 * @param in what the person types
 * @param interactive whether a person sits at a terminal that can move its cursor
 * @param width of the terminal in columns
 */
public record Console(PrintWriter out, PrintWriter err, BufferedReader in, boolean interactive, int width) {

    /** A line for a person. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** A line beside the result. */
    void tell(String line) {
        err.println(line);
        err.flush();
    }

    /**
     * Asks a question and waits for a line.
     *
     * @return what was typed, without surrounding blanks; empty if nobody can be asked
     */
    public Optional<String> ask(String question) {
        if (!interactive) {
            return Optional.empty();
        }
        err.print(question + " ");
        err.flush();
        try {
            return Optional.ofNullable(in.readLine()).map(String::strip);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
