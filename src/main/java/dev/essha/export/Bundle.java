package dev.essha.export;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.diagram.DeploymentDrawing;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.Plan;
import dev.essha.plan.yaml.PlanReader;
import dev.essha.plan.yaml.PlanWriter;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final String PLAN_FILE = "plan.yaml";
    private static final String SCRIPT = "deploy.sh";
    private static final String TEMPLATES = "cloudformation";

    private final Map<String, String> files = new LinkedHashMap<>();
    private final DeploymentName deployment;

    private Bundle(Blueprint blueprint) {
        Plan plan = blueprint.plan().plan();
        deployment = plan.name();
        files.put("README.md", BundleReadme.render(blueprint));
        files.put(PLAN_FILE, PlanWriter.write(plan));
        for (Stage stage : blueprint.stages()) {
            if (stage.work() instanceof Work.Stack stack) {
                files.put(templatePath(stage), stack.templateBody());
            }
        }
        files.put(SCRIPT, DeployScript.render(blueprint));
        files.put("architecture.svg", Svg.render(DeploymentDrawing.of(plan)));
        files.put("dns-records.zone", ZoneFile.render(plan));
        files.putAll(HandOverFiles.render(blueprint));
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
     * @throws DirectoryNotEmptyException if the directory holds something else than a bundle of this deployment
     */
    public List<String> writeTo(Path directory) throws IOException {
        if (Files.isDirectory(directory) && !isEmptyOrOurs(directory)) {
            throw new DirectoryNotEmptyException(directory.toString());
        }
        removeTemplates(directory.resolve(TEMPLATES));
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(directory.resolve(file.getKey()), file.getValue());
        }
        return List.copyOf(files.keySet());
    }

    private static String templatePath(Stage stage) {
        return TEMPLATES + "/" + stage.id().label() + ".yaml";
    }

    /** The last bundle's: a stage that the plan does not have any more would look as if it still belonged. */
    private static void removeTemplates(Path directory) throws IOException {
        for (StageId stage : StageId.values()) {
            Files.deleteIfExists(directory.resolve(stage.label() + ".yaml"));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (file.toString().endsWith(".sh") && !file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    /** An earlier bundle of the same deployment: another's files would be mixed into this one's. */
    private boolean isEmptyOrOurs(Path directory) throws IOException {
        if (Stream.of(PLAN_FILE, SCRIPT, TEMPLATES).allMatch(f -> Files.exists(directory.resolve(f)))) {
            return PlanReader.read(directory.resolve(PLAN_FILE))
                    .plan()
                    .filter(plan -> plan.name().equals(deployment))
                    .isPresent();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }
}
