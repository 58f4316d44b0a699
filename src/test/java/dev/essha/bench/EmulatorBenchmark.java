package dev.essha.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A deployment from nothing to nothing on the emulator, each command a process of its own. */
final class EmulatorBenchmark {

    private final Path folder;

    EmulatorBenchmark(Path folder) {
        this.folder = folder;
    }

    Table run() {
        List<Figure> all = new ArrayList<>();
        for (int i = 0; i < Benchmarks.LONG_RUNS; i++) {
            all.addAll(once(Benchmarks.fresh(folder, "run-" + i)));
        }
        return new Table(
                "A deployment on the emulator",
                "Three zones; the emulator's resources come up %,.0f times faster than AWS's. It measures the program, not AWS."
                        .formatted(OnEmulator.SPEED),
                merged(all));
    }

    private static List<Figure> once(Path fresh) {
        OnEmulator account = new OnEmulator(fresh);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(account.measure("install", Set.of(0), "install", "--yes"));
        figures.addAll(account.measure("install again", Set.of(0), "install", "--yes"));
        figures.addAll(account.measure("plan, nothing to do", Set.of(0), "plan"));
        figures.addAll(account.measure("verify", Set.of(0), "verify"));
        figures.addAll(account.measure("destroy", Set.of(0), "destroy", "--yes"));
        return figures;
    }

    /** One figure of the runs of the same. */
    static List<Figure> merged(List<Figure> single) {
        Map<List<String>, List<Double>> runs = new LinkedHashMap<>();
        for (Figure figure : single) {
            runs.computeIfAbsent(List.of(figure.row(), figure.column()), _ -> new ArrayList<>())
                    .addAll(figure.runs());
        }
        List<Figure> figures = new ArrayList<>();
        runs.forEach((key, values) -> figures.add(new Figure(key.getFirst(), key.getLast(), values)));
        return figures;
    }
}
