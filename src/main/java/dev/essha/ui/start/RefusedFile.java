package dev.essha.ui.start;

import dev.essha.plan.ProblemText;
import dev.essha.plan.yaml.LocatedProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A file that was to be opened and could not be understood. */
record RefusedFile(Path file, List<LocatedProblem> problems) {

    RefusedFile {
        problems = List.copyOf(problems);
    }

    /** All that is wrong, a line each, as compilers write it. */
    String report(ProblemText text) {
        return problems.stream()
                .map(p -> p.rendered(file.toString(), text))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
