package dev.essha.plan.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How files of plans are called. A plan is YAML; where a system tells what a file is by its ending alone (Windows, macOS), it
 * needs one that no other YAML has, so that a double click opens it.
 */
public final class PlanFileName {

    /** With the dot, the usual one first. */
    public static final List<String> ENDINGS = List.of(".yaml", ".yml", ".essha");

    private PlanFileName() {}

    /** Whether a file is called like a plan, in capitals or not; what is in it is not asked. */
    public static boolean fits(Path file) {
        String name =
                file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(ending -> name.endsWith(ending) && name.length() > ending.length());
    }
}
