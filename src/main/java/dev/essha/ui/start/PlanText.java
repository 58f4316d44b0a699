package dev.essha.ui.start;

import dev.essha.plan.Plan;
import dev.essha.plan.yaml.PlanReader;
import dev.essha.plan.yaml.PlanWriter;
import dev.essha.plan.yaml.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a plan file as this window knows it: as it was read or written last. All methods are for the background.
 *
 * @param text what stood there
 * @param ours whether this program wrote it, so that writing it again loses no remark of anybody's
 */
record PlanText(Path file, String text, boolean ours) {

    /** What stands in the way of writing. */
    enum Obstacle {
        /** Somebody else has changed the file since. */
        CHANGED,
        /** Somebody wrote the file by hand: remarks and order would be replaced. */
        BY_HAND
    }

    /** What opening a file found. */
    record Opened(Path file, ReadResult read, Optional<PlanText> text) {}

    static Opened open(Path file) throws IOException {
        ReadResult read = PlanReader.read(file);
        return read.plan().isEmpty()
                ? new Opened(file, read, Optional.empty())
                : new Opened(file, read, Optional.of(of(file, read.plan().get())));
    }

    private static PlanText of(Path file, Plan plan) throws IOException {
        String text = Files.readString(file);
        return new PlanText(file, text, text.equals(PlanWriter.write(plan)));
    }

    static PlanText write(Path file, Plan plan) throws IOException {
        String text = PlanWriter.write(plan);
        Files.writeString(file, text);
        return new PlanText(file, text, true);
    }

    /** Whether writing the file anew would surprise somebody. One that is gone surprises nobody. */
    Optional<Obstacle> obstacle() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (!Files.readString(file).equals(text)) {
            return Optional.of(Obstacle.CHANGED);
        }
        return ours ? Optional.empty() : Optional.of(Obstacle.BY_HAND);
    }
}
