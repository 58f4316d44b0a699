package dev.essha.cloud;

import java.util.List;

/**
 * A resource that no longer is as its stack made it.
 *
 * @param gone whether it does not exist any more
 * @param differences empty for one that is gone
 */
public record ResourceDrift(
        String logicalId, String type, String physicalId, boolean gone, List<Difference> differences) {

    public ResourceDrift {
        differences = List.copyOf(differences);
    }

    /**
     * @param path of the property, {@code /DeletionProtection}
     * @param expected what the template says; empty where it says nothing
     * @param actual what was found; empty where there is nothing
     */
    public record Difference(String path, String expected, String actual) {}
}
