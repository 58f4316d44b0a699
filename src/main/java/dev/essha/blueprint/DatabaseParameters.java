package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;

/**
 * The settings of the PostgreSQL engine. RDS has defaults for most of them, which differ from version to version; what
 * the deployment relies on stands here.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Parameters.html">
 *     Parameters</a>
 */
final class DatabaseParameters {

    private static final String STATISTICS = "pg_stat_statements";

    /**
     * Slows the writer down when a reader falls behind. Clusters have it by default, and lose it to a list of libraries
     * that does not name it.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html#multi-az-db-clusters-concepts-replica-lag">
     *     Replica lag</a>
     */
    private static final String FLOW_CONTROL = "flow_control";

    private DatabaseParameters() {}

    static ResourceRef ofInstances(StackDraft stack) {
        return add(stack, Resource.of("Parameters", "AWS::RDS::DBParameterGroup"), STATISTICS);
    }

    /** They hold for every member of a cluster. */
    static ResourceRef ofClusters(StackDraft stack) {
        Resource group = Resource.of("ClusterParameters", "AWS::RDS::DBClusterParameterGroup");
        return add(stack, group, FLOW_CONTROL + "," + STATISTICS);
    }

    private static ResourceRef add(StackDraft stack, Resource group, String libraries) {
        return stack.add(group.with("Description", "TLS forced, statements and connections observed")
                .with("Family", family(stack.plan().database().engineVersion()))
                .with("Parameters", observation(connections(Fields.none()), libraries)));
    }

    /** Parameter groups belong to a major version: {@code postgres17} for 17.6. */
    private static String family(String engineVersion) {
        return "postgres" + engineVersion.split("\\.")[0];
    }

    private static Fields connections(Fields parameters) {
        return parameters
                .with("rds.force_ssl", "1")
                .with("password_encryption", "scram-sha-256")
                .with("rds.accepted_password_auth_method", "scram");
    }

    /**
     * Statements of a second or more, lock waits, and who came and went. No statements by their kind: those that make roles
     * would bring passwords into the log.
     */
    private static Fields observation(Fields parameters, String libraries) {
        return parameters
                .with("shared_preload_libraries", libraries)
                .with("log_connections", "1")
                .with("log_disconnections", "1")
                .with("log_lock_waits", "1")
                .with("log_min_duration_statement", "1000");
    }
}
