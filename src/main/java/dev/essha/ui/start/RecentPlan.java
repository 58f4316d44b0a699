package dev.essha.ui.start;

import dev.essha.plan.Plan;
import dev.essha.plan.yaml.PlanReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A plan file that was used before, as it is now.
 *
 * @param missing whether it is there no more
 * @param plan empty where it is not understood any more
 */
record RecentPlan(Path file, boolean missing, Optional<Plan> plan) {

    /** Looks at the file; to be asked in the background. */
    static RecentPlan of(Path file) {
        return Files.isRegularFile(file)
                ? new RecentPlan(file, false, PlanReader.read(file).plan())
                : new RecentPlan(file, true, Optional.empty());
    }
}
