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

    private DatabaseParameters() {}

    static ResourceRef add(StackDraft stack) {
        return stack.add(Resource.of("Parameters", "AWS::RDS::DBParameterGroup")
                .with("Description", "TLS forced, statements and connections observed")
                .with("Family", family(stack.plan().database().engineVersion()))
                .with("Parameters", observation(connections(Fields.none()))));
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
    private static Fields observation(Fields parameters) {
        return parameters
                .with("shared_preload_libraries", "pg_stat_statements")
                .with("log_connections", "1")
                .with("log_disconnections", "1")
                .with("log_lock_waits", "1")
                .with("log_min_duration_statement", "1000");
    }
}
