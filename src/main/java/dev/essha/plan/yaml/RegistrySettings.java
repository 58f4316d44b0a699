package dev.essha.plan.yaml;

import dev.essha.plan.Format;
import dev.essha.plan.Limits;
import dev.essha.plan.RegistryPlan;
import java.util.List;

/** {@code registry}. */
final class RegistrySettings {

    private static final Setting<RegistryPlan, String> SOURCE = Setting.optional(
            "source",
            Text.of(Format.REGISTRY_HOST),
            RegistryPlan::source,
            "The registry that images are copied from. The token that opens it is never part of a plan.");

    private static final Setting<RegistryPlan, List<String>> REPOSITORIES = Setting.optional(
            "repositories",
            new Listing<>(Text.of(Format.REPOSITORY), 1),
            RegistryPlan::repositories,
            "Names of the images of ESS, each of which gets a private repository ess-<name>/<image>. The exact names"
                    + " stand in generated/images of the manifests that come with your release.");

    private static final Setting<RegistryPlan, Integer> KEEP_IMAGES = Setting.optional(
            "keepImages",
            Whole.in(Limits.KEEP_IMAGES),
            RegistryPlan::keepImages,
            "How many images of each repository are kept.");

    private RegistrySettings() {}

    static Section<RegistryPlan> section(RegistryPlan defaults) {
        return new Section<>(
                defaults,
                List.of(SOURCE, REPOSITORIES, KEEP_IMAGES),
                v -> new RegistryPlan(v.get(SOURCE), v.get(REPOSITORIES), v.get(KEEP_IMAGES)),
                true);
    }
}
