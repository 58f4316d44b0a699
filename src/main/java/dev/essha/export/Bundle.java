package dev.essha.export;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.diagram.DeploymentDrawing;
import dev.essha.plan.Plan;
import dev.essha.plan.yaml.PlanWriter;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The bundle for later automation: what a pipeline or a reviewer needs, usable without this program.
 *
 * <p>Made from the plan alone, so the same plan gives the same files, and no secret can be in them.
 */
public final class Bundle {

    /** The file by which a folder is recognized as a bundle that may be written again. */
    static final String PLAN_FILE = "plan.yaml";

    private final Map<String, String> files = new LinkedHashMap<>();

    private Bundle(Blueprint blueprint) {
        Plan plan = blueprint.plan().plan();
        files.put("README.md", BundleReadme.render(blueprint));
        files.put(PLAN_FILE, PlanWriter.write(plan));
        for (Stage stage : blueprint.stages()) {
            if (stage.work() instanceof Work.Stack stack) {
                files.put(templatePath(stage), stack.templateBody());
            }
        }
        files.put("deploy.sh", DeployScript.render(blueprint));
        files.put("architecture.svg", Svg.render(DeploymentDrawing.of(plan)));
        files.put("dns-records.zone", ZoneFile.render(plan));
        files.putAll(HandOverFiles.render(plan));
    }

    /** The bundle of a blueprint. */
    public static Bundle of(Blueprint blueprint) {
        return new Bundle(blueprint);
    }

    /** Content by path, in the order in which a reader meets the files. */
    public Map<String, String> files() {
        return Collections.unmodifiableMap(files);
    }

    /**
     * Writes the files.
     *
     * @param directory is created if it is missing; may be an earlier bundle, whose files are replaced
     * @return the paths that were written, relative to the directory, in the order of the bundle
     * @throws DirectoryNotEmptyException if the directory holds something else
     */
    public List<String> writeTo(Path directory) throws IOException {
        if (Files.isDirectory(directory) && !isEmptyOrBundle(directory)) {
            throw new DirectoryNotEmptyException(directory.toString());
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = directory.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
            if (file.getKey().endsWith(".sh")) {
                target.toFile().setExecutable(true);
            }
        }
        return new ArrayList<>(files.keySet());
    }

    static String templatePath(Stage stage) {
        return "cloudformation/" + stage.id().label() + ".yaml";
    }

    private static boolean isEmptyOrBundle(Path directory) throws IOException {
        if (Files.exists(directory.resolve(PLAN_FILE))) {
            return true;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }
}
