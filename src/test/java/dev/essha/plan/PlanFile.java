package dev.essha.plan;

import dev.essha.plan.yaml.PlanReader;
import dev.essha.plan.yaml.PlanWriter;
import dev.essha.plan.yaml.ReadResult;
import java.util.ArrayList;
import java.util.List;

/** A plan's file that tests change a setting of, as a person would with an editor. */
public record PlanFile(List<String> lines) {

    public PlanFile {
        lines = List.copyOf(lines);
    }

    public static PlanFile of(Preset preset) {
        return of(preset.plan(Preset.DEFAULT_NAME, Preset.DEFAULT_REGION, Preset.DEFAULT_DOMAIN));
    }

    public static PlanFile of(Plan plan) {
        return new PlanFile(PlanWriter.write(plan).lines().toList());
    }

    /** The file with another value, in flow style, for a setting; {@code tags.team} adds a key where there is none. */
    public PlanFile with(String path, String value) {
        int at = find(path);
        if (at < 0) {
            return withNew(path, value);
        }
        List<String> changed = new ArrayList<>(lines.subList(0, at));
        changed.add(keyOf(lines.get(at)) + ": " + value);
        changed.addAll(lines.subList(endOf(at), lines.size()));
        return new PlanFile(changed);
    }

    /** The file without a setting. */
    public PlanFile without(String path) {
        int at = find(path);
        List<String> changed = new ArrayList<>(lines.subList(0, at));
        changed.addAll(lines.subList(endOf(at), lines.size()));
        return new PlanFile(changed);
    }

    /** The line of a setting, from 1. */
    public int lineOf(String path) {
        return find(path) + 1;
    }

    /** The line of the first setting, from 1. */
    public int firstLine() {
        return (int) lines.stream()
                        .takeWhile(line -> line.isBlank() || line.startsWith("#"))
                        .count()
                + 1;
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }

    public ReadResult read() {
        return PlanReader.read(text());
    }

    private PlanFile withNew(String path, String value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            List<String> longer = new ArrayList<>(lines);
            longer.add(path + ": " + value);
            return new PlanFile(longer);
        }
        List<String> longer = new ArrayList<>(lines);
        longer.add(find(path.substring(0, dot)) + 1, "  " + path.substring(dot + 1) + ": " + value);
        return new PlanFile(longer);
    }

    private int find(String path) {
        int at = -1;
        String indent = "";
        for (String key : path.split("\\.")) {
            at = find(indent + key + ":", at + 1);
            if (at < 0) {
                return -1;
            }
            indent += "  ";
        }
        return at;
    }

    private int find(String start, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        return -1;
    }

    private int endOf(int at) {
        int end = at + 1;
        for (int i = end; i < lines.size() && (lines.get(i).isBlank() || isInside(i, at)); i++) {
            end = lines.get(i).isBlank() ? end : i + 1;
        }
        return end;
    }

    private boolean isInside(int line, int section) {
        return indent(lines.get(line)) > indent(lines.get(section));
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String keyOf(String line) {
        return line.substring(0, line.indexOf(':'));
    }
}
