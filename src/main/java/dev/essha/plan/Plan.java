package dev.essha.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person asks for: one deployment, in the order of the file's sections. Each value is well formed by itself;
 * whether they fit together is judged by {@link ValidPlan}.
 *
 * @param name the deployment
 * @param account the only account this plan may be installed into, empty for any
 * @param region where everything runs
 * @param tags put on every resource beside the installer's own
 * @param ess the services of ESS that will run
 */
public record Plan(
        DeploymentName name,
        Optional<AccountId> account,
        RegionName region,
        SortedMap<String, String> tags,
        EssPlan ess,
        NetworkPlan network,
        DomainPlan domain,
        EdgePlan edge,
        DatabasePlan database,
        MessagingPlan messaging,
        StoragePlan storage,
        ComputePlan compute,
        RegistryPlan registry) {

    /** The version of the file format that these records describe. */
    public static final String API_VERSION = "ess-ha/v1";

    public Plan {
        tags = sorted(tags);
    }

    private static SortedMap<String, String> sorted(Map<String, String> tags) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
}
