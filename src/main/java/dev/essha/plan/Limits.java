package dev.essha.plan;

import java.util.List;

/** What numbers and choices of a plan may be. Held by the rules and shown by the plan's schema. */
public final class Limits {

    /** @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html">gp3 for PostgreSQL</a> */
    public static final Range DATABASE_STORAGE_GIB = new Range(20, 65_536);

    /**
     * Zero would switch backups off.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html">Retention</a>
     */
    public static final Range BACKUP_DAYS = new Range(1, 35);

    /** @see <a href="https://docs.aws.amazon.com/msk/latest/developerguide/limits.html">MSK quota</a> */
    public static final Range BROKER_STORAGE_GIB = new Range(1, 16_384);

    /** In each of three zones; {@link #brokers(String)} bounds their sum. */
    public static final Range BROKERS_PER_ZONE = new Range(1, 20);

    /**
     * A managed node group holds up to 450 nodes.
     *
     * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html">EKS quotas</a>
     */
    public static final Range NODES_PER_ZONE = new Range(1, 450);

    /** The node's system and images need 20; 16 TiB is the most of a gp3 volume in every region. */
    public static final Range NODE_DISK_GIB = new Range(20, 16_384);

    /** @see <a href="https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html">RateBasedStatement</a> */
    public static final Range REQUESTS_PER_CLIENT = new Range(10, 2_000_000_000);

    /**
     * As many ranges as a security group has rules before its quota is raised.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups">Quotas</a>
     */
    public static final int ALLOWED_CIDRS = 60;

    /** @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html">Public endpoint access CIDR ranges</a> */
    public static final int API_CIDRS = 40;

    /** @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport">NodePort</a> */
    public static final Range NODE_PORT = new Range(30_000, 32_767);

    /** Ten years; more is a typing error. */
    public static final Range NONCURRENT_DAYS = new Range(1, 3_650);

    /** A year; an upload that takes longer has ended. */
    public static final Range ABORT_UPLOAD_DAYS = new Range(1, 365);

    /** More than a rollback ever needs. */
    public static final Range KEEP_IMAGES = new Range(1, 1_000);

    /** @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">PutRetentionPolicy</a> */
    public static final List<Integer> LOG_DAYS = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    /**
     * The security policies of a Network Load Balancer that refuse everything older than TLS 1.2.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html">Policies</a>
     */
    public static final List<String> TLS_POLICIES = List.of(
            "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
            "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09",
            "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
            "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09",
            "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
            "ELBSecurityPolicy-TLS13-1-2-2021-06",
            "ELBSecurityPolicy-TLS13-1-3-2021-06",
            "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
            "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04",
            "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04");

    /**
     * From what R2 asks for to what the largest region has; {@link Partition#mostZones()} may be fewer.
     *
     * @see <a href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html">Zones</a>
     */
    public static final Range ZONES = new Range(3, 6);

    /** @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html">Sizes of VPC and subnets</a> */
    public static final Range PREFIX = new Range(16, 28);

    /** @see <a href="https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices">Tag limits</a> */
    public static final int TAGS = 50;

    /** How many of those the installer may need for itself, {@code Name} among them. */
    public static final int OWN_TAGS = 5;

    /** @see #TAGS */
    public static final int TAG_KEY = 128;

    /** @see #TAGS */
    public static final int TAG_VALUE = 256;

    /** Of all tags together, names and values, in bytes: the nodes' template repeats them for each kind of thing it starts. */
    public static final int TAG_BYTES = 6_000;

    /** The registry's template has to hold all repositories; ESS has half as many images. */
    public static final int REPOSITORIES = 40;

    /** In characters, for the same reason. */
    public static final int REPOSITORY_NAME = 100;

    /**
     * The common name of a certificate, which is the deployment's domain.
     *
     * @see <a href="https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html">RequestCertificate</a>
     */
    public static final int CERTIFICATE_NAME = 64;

    private Limits() {}

    /**
     * The most brokers of one cluster: 60 where Kafka keeps its metadata itself (KRaft), 30 with ZooKeeper.
     *
     * @see <a href="https://docs.aws.amazon.com/msk/latest/developerguide/limits.html">MSK quota</a>
     */
    public static int brokers(String kafkaVersion) {
        return kafkaVersion.endsWith(".kraft") ? 60 : 30;
    }
}
