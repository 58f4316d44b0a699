package dev.essha.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The services of AWS that a cluster without a way out reaches through interface endpoints: what EKS wants of a private
 * cluster, what the deployment's pods ask for, and what the usual controllers of a cluster do. S3 is not among them; its
 * gateway endpoint costs nothing. Neither is KMS: S3, Secrets Manager and RDS ask it themselves.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html">Private clusters</a>
 */
public enum InterfaceEndpoint {
    /** For an autoscaler of nodes. */
    AUTO_SCALING("autoscaling", InChina.OTHER_NAME),
    /** Nodes ask for their names, the network plug-in for the pods' addresses. */
    EC2("ec2", InChina.OTHER_NAME),
    /** Together with the next and S3: pulling images. */
    ECR_API("ecr.api", InChina.OTHER_NAME),
    ECR_DKR("ecr.dkr", InChina.OTHER_NAME),
    EKS("eks", InChina.OTHER_NAME),
    /** EKS Pod Identity: the roles of pods. */
    EKS_AUTH("eks-auth", InChina.OTHER_NAME),
    /**
     * For a controller of load balancers.
     *
     * @see <a href="https://docs.amazonaws.cn/en_us/aws/latest/userguide/elb.html">Elastic Load Balancing in China</a>
     */
    ELASTIC_LOAD_BALANCING("elasticloadbalancing", InChina.ABSENT),
    LOGS("logs", InChina.SAME_NAME),
    SECRETS_MANAGER("secretsmanager", InChina.SAME_NAME),
    /** For pods whose roles come from IAM roles for service accounts. */
    STS("sts", InChina.OTHER_NAME);

    private static final String PREFIX = "com.amazonaws.";

    /**
     * What becomes of a name in China, where some services turn the DNS suffix of the partition round.
     *
     * @see <a
     *     href="https://docs.amazonaws.cn/en_us/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html">
     *     Names of services in China</a>
     */
    private enum InChina {
        SAME_NAME,
        OTHER_NAME,
        ABSENT
    }

    private final String service;
    private final InChina inChina;

    InterfaceEndpoint(String service, InChina inChina) {
        this.service = service;
        this.inChina = inChina;
    }

    /** Those that a region's partition has. */
    public static List<InterfaceEndpoint> in(RegionName region) {
        return Stream.of(values())
                .filter(e -> !isChina(region) || e.inChina != InChina.ABSENT)
                .toList();
    }

    /** The name by which EC2 knows the service, {@code com.amazonaws.eu-central-1.ecr.api}. */
    public String serviceName(RegionName region) {
        return prefix(region) + region + "." + service;
    }

    /** The part of the name before the region. */
    public String prefix(RegionName region) {
        return isChina(region) && inChina == InChina.OTHER_NAME ? "cn." + PREFIX : PREFIX;
    }

    /** The part of the name behind the region. */
    public String service() {
        return service;
    }

    private static boolean isChina(RegionName region) {
        return Partition.of(region).equals(Optional.of(Partition.AWS_CN));
    }
}
