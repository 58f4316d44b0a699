package dev.essha.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What was measured of one thing.
 *
 * @param row what was done, {@code install}
 * @param column what was measured, with its unit, {@code CPU s}
 * @param runs one value for each run, in order
 */
public record Figure(String row, String column, List<Double> runs) {

    private static final String PRINTED = "figure";
    private static final String MARK = "\t";

    public Figure {
        runs = List.copyOf(runs);
    }

    public static Figure of(String row, String column, double value) {
        return new Figure(row, column, List.of(value));
    }

    /** Says it to the process that has started this one. */
    public void print() {
        System.out.println(String.join(MARK, PRINTED, row, column, Double.toString(median())));
    }

    /** What a process has printed, among other lines. */
    static List<Figure> printed(Path said) {
        try {
            return Files.readAllLines(said).stream()
                    .map(line -> line.split(MARK))
                    .filter(parts -> parts[0].equals(PRINTED))
                    .map(parts -> of(parts[1], parts[2], Double.parseDouble(parts[3])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double median() {
        List<Double> sorted = runs.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
