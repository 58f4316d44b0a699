package dev.essha.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The program's window, as a process with the options that it always has: how soon it is there, how well it goes on. */
final class WindowBenchmark {

    private static final String EVENTS_NOTE =
            "Events of a real install's resources, for 4 s each, once the page stands. The window is drawn anew at"
                    + " most ten times a second. ";
    private static final String INSTALL_NOTE =
            "A rehearsed install at the usual speed, half a minute long. Resident memory is the process's when it has"
                    + " ended and the heap has been cleared once. ";
    private static final String FRAMES_NOTE = "A frame is late that left out another (34 ms). Drawn by software, ";
    /** Its window copies each pixel by itself, with every frame, which takes longer than all that the program does. */
    private static final String HEADLESS_NOTE =
            ", whose own copying of pixels makes most frames late: name a DISPLAY to measure the program.";

    private static final List<String> HEADLESS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");
    private static final List<String> BY_SOFTWARE = List.of("-Dprism.order=sw");

    private final Measured measured;
    private final Optional<String> display = Optional.ofNullable(System.getenv("DISPLAY"));

    WindowBenchmark(Path folder) {
        measured = new Measured(folder);
    }

    /** How long it takes until the first window is drawn, over a bare JavaFX window of the same runtime. */
    Table first() {
        List<Figure> figures = new ArrayList<>();
        double bare = add(figures, "a bare window", "bare");
        double own = add(figures, "the program's", "dev.essha.launch.Main");
        figures.add(Figure.of("the program's", "over bare", own / bare));
        return new Table(
                "First window",
                "From the start of the JVM until a frame with the window in it was drawn, "
                        + where()
                        + ", on the same runtime.",
                figures);
    }

    Table events() {
        return watched("Events in the window", EVENTS_NOTE, "dev.essha.ui.run.RunBenchmark");
    }

    Table install() {
        return watched("An install in the window", INSTALL_NOTE, "dev.essha.launch.WindowInstall");
    }

    /** The figures that a class prints in a process of its own. */
    private Table watched(String title, String note, String mainClass) {
        measured.run(
                environment(),
                Set.of(0),
                measured.java("watched", display.isPresent() ? BY_SOFTWARE : HEADLESS, mainClass));
        return new Table(
                title,
                note + FRAMES_NOTE + where() + (display.isPresent() ? "." : HEADLESS_NOTE),
                Figure.printed(measured.folder().resolve("said.txt")));
    }

    private String where() {
        return display.map(d -> "on the display " + d).orElse("on JavaFX's headless platform");
    }

    /** The program shows its window where a display is named; the headless platform asks none. */
    private Map<String, String> environment() {
        return Map.of("DISPLAY", display.orElse(":none"));
    }

    private double add(List<Figure> figures, String row, String what) {
        List<String> options = display.isPresent() ? List.of() : HEADLESS;
        List<Figure> costs = Cost.figures(
                row,
                measured.runs(
                        environment(),
                        Set.of(0),
                        measured.java("window", options, "dev.essha.bench.FirstWindow", what)));
        figures.addAll(costs);
        return costs.getFirst().median();
    }
}
