package dev.essha.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How long it takes until the first window is drawn, over a bare JavaFX window of the same runtime. */
final class WindowBenchmark {

    private static final List<String> HEADLESS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    private final Measured measured;
    private final Optional<String> display = Optional.ofNullable(System.getenv("DISPLAY"));

    WindowBenchmark(Path folder) {
        measured = new Measured(folder);
    }

    Table run() {
        List<Figure> figures = new ArrayList<>();
        double bare = add(figures, "a bare window", "bare");
        double own = add(figures, "the program's", "dev.essha.launch.Main");
        figures.add(Figure.of("the program's", "over bare", own / bare));
        return new Table(
                "First window",
                "From the start of the JVM until a frame with the window in it was drawn, "
                        + (display.isPresent() ? "on the display " + display.get() : "on JavaFX's headless platform")
                        + ", on the same runtime.",
                figures);
    }

    private double add(List<Figure> figures, String row, String what) {
        // The program shows its window where a display is named; the headless platform asks none.
        Map<String, String> environment = Map.of("DISPLAY", display.orElse(":none"));
        List<String> options = display.isPresent() ? List.of() : HEADLESS;
        List<Figure> costs = Cost.figures(
                row,
                measured.runs(
                        environment, Set.of(0), measured.java("window", options, "dev.essha.bench.FirstWindow", what)));
        figures.addAll(costs);
        return costs.getFirst().median();
    }
}
