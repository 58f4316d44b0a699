package dev.essha.plan;

/**
 * The names of everything in the account that has a name of its own, made from the deployment's. One place, so that the
 * rules can hold each against its limit before anything exists.
 */
public record ResourceNames(DeploymentName deployment) {

    /** The tag whose value is the deployment's name: how the installer knows its own again. */
    public static final String DEPLOYMENT_TAG = "ess-ha:deployment";

    /** Prefix of stacks and of everything named: {@code ess-<name>}. */
    public String prefix() {
        return "ess-" + deployment;
    }

    /** {@code ess-<name>-<stage>}; at most 128 characters. */
    public String stack(String stage) {
        return prefix() + "-" + stage;
    }

    /** Amazon EKS cluster; at most 100 characters. */
    public String cluster() {
        return prefix();
    }

    /** Amazon MSK cluster, at most 64 characters. */
    public String kafka() {
        return prefix();
    }

    /** RDS instance; at most 63 characters. */
    public String database() {
        return prefix();
    }

    /** Network load balancer; at most 32 characters. */
    public String loadBalancer() {
        return prefix();
    }

    /** KMS alias. */
    public String keyAlias() {
        return "alias/" + prefix();
    }

    /** A private repository, {@code ess-<name>/<image>}; at most 256 characters. */
    public String repository(String image) {
        return prefix() + "/" + image;
    }

    /** Secret with the owner of an ESS service's logical database. */
    public String databaseSecret(EssService service) {
        return prefix() + "/database/" + service.label();
    }

    /**
     * Secret with the Kafka user. MSK accepts only secrets whose names start with {@code AmazonMSK_}.
     *
     * @see <a href="https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-tutorial.html">MSK, SASL/SCRAM</a>
     */
    public String kafkaSecret() {
        return "AmazonMSK_" + prefix();
    }
}
