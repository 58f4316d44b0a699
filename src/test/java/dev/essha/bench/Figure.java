package dev.essha.bench;

import java.util.List;

/**
 * What was measured of one thing.
 *
 * @param row what was done, {@code install}
 * @param column what was measured, with its unit, {@code CPU s}
 * @param runs one value for each run, in order
 */
public record Figure(String row, String column, List<Double> runs) {

    public Figure {
        runs = List.copyOf(runs);
    }

    static Figure of(String row, String column, double value) {
        return new Figure(row, column, List.of(value));
    }

    double median() {
        List<Double> sorted = runs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
