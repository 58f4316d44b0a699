package dev.essha.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * The names of everything in the account that has a name of its own, made from the deployment's. One place, so that the
 * rules can hold each against its limit before anything exists.
 */
public record ResourceNames(DeploymentName deployment) {

    /** The tag whose value is the deployment's name: how the installer knows its own again. */
    public static final String DEPLOYMENT_TAG = "ess-ha:deployment";

    private static final String DOCS = "https://docs.aws.amazon.com/";
    private static final String LONGEST_STAGE = "messaging";

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

    /** Each of these names with the limit of its service, those with an image's name excepted. */
    public List<DerivedName> derived() {
        return Stream.concat(
                        Stream.of(fixedNames()), Stream.of(EssService.values()).map(this::databaseSecretName))
                .toList();
    }

    private DerivedName[] fixedNames() {
        return new DerivedName[] {
            name(
                    loadBalancer(),
                    "Network Load Balancer",
                    32,
                    "elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html"),
            name(database(), "RDS instance", 63, "AmazonRDS/latest/APIReference/API_CreateDBInstance.html"),
            name(kafka(), "MSK cluster", 64, "msk/1.0/apireference/clusters.html"),
            name(cluster(), "EKS cluster", 100, "eks/latest/APIReference/API_CreateCluster.html"),
            name(
                    stack(LONGEST_STAGE),
                    "CloudFormation stack",
                    128,
                    "AWSCloudFormation/latest/APIReference/API_CreateStack.html"),
            name(keyAlias(), "KMS alias", 256, "kms/latest/APIReference/API_CreateAlias.html"),
            name(kafkaSecret(), "secret", 512, "secretsmanager/latest/apireference/API_CreateSecret.html")
        };
    }

    private DerivedName databaseSecretName(EssService service) {
        return name(databaseSecret(service), "secret", 512, "secretsmanager/latest/apireference/API_CreateSecret.html");
    }

    private static DerivedName name(String name, String of, int limit, String page) {
        return new DerivedName(name, of, limit, DOCS + page);
    }
}
