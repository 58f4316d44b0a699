package dev.essha.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How long commands take that need no account, over a JVM that does nothing. */
final class StartBenchmark {

    private static final String BARE = "a bare JVM";

    private final Measured measured;

    StartBenchmark(Path folder) {
        measured = new Measured(folder);
    }

    Table run() {
        String plan = measured.plan("eu-central-1").toString();
        List<Figure> figures = new ArrayList<>();
        double bare = add(figures, BARE, Set.of(0), measured.java("bare", List.of(), "dev.essha.bench.Hello"));
        for (Command command : List.of(
                new Command("--version", Set.of(0), "--version"),
                new Command("validate", Set.of(0), "validate", plan),
                new Command("plan", Set.of(10), "plan", plan))) {
            double wall = add(figures, command.name, command.expected, measured.program(command.arguments));
            figures.add(Figure.of(command.name, "over bare", wall / bare));
        }
        return new Table(
                "Commands without an account",
                "`plan` finds no credentials and says what an install would make. Bare: a class that prints a word,"
                        + " with the same options.",
                figures);
    }

    private double add(List<Figure> figures, String row, Set<Integer> expected, List<String> command) {
        List<Figure> costs = Cost.figures(row, measured.runs(Map.of(), expected, command));
        figures.addAll(costs);
        return costs.getFirst().median();
    }

    private record Command(String name, Set<Integer> expected, String... arguments) {}
}
