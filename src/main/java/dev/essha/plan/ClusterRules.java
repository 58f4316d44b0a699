package dev.essha.plan;

import dev.essha.plan.DatabasePlan.Topology;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a Multi-AZ DB cluster can be and a Multi-AZ DB instance need not.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html">Multi-AZ DB clusters</a>
 */
final class ClusterRules {

    static final List<Rule> ALL = List.of(
            Rule.of(ClusterRules::classHasLocalStorage, "database.topology", "database.instanceClass"),
            Rule.of(ClusterRules::engineIsSupported, "database.topology", "database.engineVersion"),
            Rule.of(
                    ClusterRules::storageDoesNotGrow,
                    "database.topology",
                    "database.storageGiB",
                    "database.maxStorageGiB"));

    /**
     * Every class that carries a cluster has local storage, which its family ends on: {@code m5d}, {@code c6gd},
     * {@code m6idn}, {@code x2iedn}. Which of them a region has is asked of the account.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html#multi-az-db-clusters-concepts.InstanceAvailability">Classes</a>
     */
    private static final Pattern LOCAL_STORAGE = Pattern.compile("db\\.[cmrx]\\d[a-z]*dn?\\.[a-z0-9-]+");

    /** Sizes that both families have that a sentence proposes. */
    private static final Set<String> COMMON_SIZES =
            Set.of("large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge");

    /**
     * All of 15 and later, and of 14 those from 14.5.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.RDS_Fea_Regions_DB-eng.Feature.MultiAZDBClusters.html">Versions</a>
     */
    private static final Pattern TOO_OLD = Pattern.compile("14\\.[0-4]");

    private ClusterRules() {}

    private static List<Problem> classHasLocalStorage(Plan plan) {
        String given = plan.database().instanceClass();
        boolean judged = isCluster(plan) && Format.DATABASE_CLASS.matches(given);
        boolean fine = !judged || LOCAL_STORAGE.matcher(given).matches();
        String size = sizeLike(given);
        return Rule.unless(
                fine,
                "database.instanceClass",
                "database.class-without-local-storage",
                given,
                "db.m6gd." + size,
                "db.m5d." + size);
    }

    private static List<Problem> engineIsSupported(Plan plan) {
        String version = plan.database().engineVersion();
        boolean fine = !isCluster(plan) || !TOO_OLD.matcher(version).matches();
        return Rule.unless(fine, "database.engineVersion", "database.engine-too-old-for-cluster", version);
    }

    /** @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.Limitations.html">Limitations</a> */
    private static List<Problem> storageDoesNotGrow(Plan plan) {
        int storage = plan.database().storageGiB();
        boolean fine = !isCluster(plan) || plan.database().maxStorageGiB() == storage;
        return Rule.unless(fine, "database.maxStorageGiB", "database.cluster-does-not-grow", storage);
    }

    private static boolean isCluster(Plan plan) {
        return plan.database().topology() == Topology.MULTI_AZ_CLUSTER;
    }

    private static String sizeLike(String instanceClass) {
        String size = instanceClass.substring(instanceClass.lastIndexOf('.') + 1);
        return COMMON_SIZES.contains(size) ? size : "large";
    }
}
