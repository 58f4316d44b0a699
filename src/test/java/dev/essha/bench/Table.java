package dev.essha.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of one question, a row for each thing that was done.
 *
 * @param title the question
 * @param note what one has to know to read it
 */
record Table(String title, String note, List<Figure> figures) {

    private static final int WIDTH = 14;

    Table {
        figures = List.copyOf(figures);
    }

    /** The medians. */
    String text() {
        Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>();
        for (Figure figure : figures) {
            rows.computeIfAbsent(figure.row(), _ -> new LinkedHashMap<>()).put(figure.column(), figure.median());
            if (!columns.contains(figure.column())) {
                columns.add(figure.column());
            }
        }
        StringBuilder text = new StringBuilder("\n" + title + "\n");
        int first = rows.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        text.append(" ".repeat(first));
        columns.forEach(c -> text.append(pad(c)));
        rows.forEach((row, values) -> {
            text.append("\n").append(row).append(" ".repeat(first - row.length()));
            columns.forEach(c -> text.append(pad(values.containsKey(c) ? shown(values.get(c)) : "")));
        });
        return text.append("\n").append(note).append("\n").toString();
    }

    private static String pad(String cell) {
        return " ".repeat(Math.max(1, WIDTH - cell.length())) + cell;
    }

    private static String shown(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
