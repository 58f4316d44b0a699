package dev.essha.plan.yaml;

import dev.essha.plan.Problem;
import dev.essha.plan.ProblemText;

/**
 * A problem and where in the file it is.
 *
 * @param line from 1; where a setting is missing, the line of the nearest section that should hold it
 * @param column from 1
 */
public record LocatedProblem(Problem problem, int line, int column) {

    LocatedProblem(Problem problem, Where where) {
        this(problem, where.line(), where.column());
    }

    /** {@code plan.yaml:12:3: network.zones: ...}, as compilers write it and editors follow it. */
    public String rendered(String file, ProblemText text) {
        return file + ":" + line + ":" + column + ": " + text.located(problem);
    }
}
