package dev.essha.plan;

import java.util.List;

/**
 * The private registry that images are pulled from (R14, R15).
 *
 * @param source host of the registry that images are copied from; its entitlement is never part of a plan
 * @param repositories names of the images, each of which gets a private repository {@code ess-<name>/<image>}
 * @param keepImages how many images of each repository are kept
 */
public record RegistryPlan(String source, List<String> repositories, int keepImages) {

    public RegistryPlan {
        repositories = List.copyOf(repositories);
    }
}
