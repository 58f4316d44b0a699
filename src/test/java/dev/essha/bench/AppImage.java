package dev.essha.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A program as jpackage makes it on Linux: a launcher, a file that says what it launches, a runtime without a {@code java} of its
 * own. A copy with another such file runs other classes on the same runtime, in the same way.
 *
 * @param root the folder with {@code bin} and {@code lib}
 */
record AppImage(Path root, String name) {

    /** The image that a launcher is of; empty where it is none. */
    static Optional<AppImage> of(Path launcher) {
        try {
            Path real = launcher.toRealPath();
            AppImage image = new AppImage(
                    real.getParent().getParent(), real.getFileName().toString());
            return Files.exists(image.configuration()) ? Optional.of(image) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(launcher + " is not there", e);
        }
    }

    /**
     * The command that runs another class in a copy; the copy is made once.
     *
     * @param folder where the copy goes
     * @param label of the copy
     * @param options of the JVM, beside the program's own
     * @param classes where the class is, behind the program's own class path
     */
    List<String> running(Path folder, String label, String mainClass, List<String> options, Path classes) {
        AppImage copy = new AppImage(folder.resolve(label), name);
        if (!Files.exists(copy.root)) {
            copy(copy.root);
            copy.launch(mainClass, options, classes);
        }
        return List.of(copy.root.resolve("bin").resolve(name).toString());
    }

    private Path configuration() {
        return root.resolve("lib/app").resolve(name + ".cfg");
    }

    private void copy(Path target) {
        Cost.of(target.getParent(), Map.of(), Set.of(0), List.of("cp", "-r", root.toString(), target.toString()));
    }

    private void launch(String mainClass, List<String> options, Path classes) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(configuration()));
            lines.replaceAll(line -> line.startsWith("app.mainclass=") ? "app.mainclass=" + mainClass : line);
            lines.add(lines.indexOf("app.mainclass=" + mainClass), "app.classpath=" + classes);
            for (String option : options) {
                lines.add(lines.indexOf("[JavaOptions]") + 1, "java-options=" + option);
            }
            Files.write(configuration(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
