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
    private static final String LONGEST_STAGE = "accelerator";
    private static final RegionName LONG_REGION = new RegionName("ap-northeast-1");

    /** Prefix of stacks and of everything named: {@code ess-<name>}. */
    public String prefix() {
        return "ess-" + deployment;
    }

    /** Key of the tag by which a VPC that the deployment did not make says that the deployment uses it. */
    public String usageTag() {
        return "ess-ha:used-by/" + deployment;
    }

    /** {@code ess-<name>-<stage>}; at most 128 characters. */
    public String stack(String stage) {
        return prefix() + "-" + stage;
    }

    /**
     * {@code ess-<name>-<stage>-<region>}; at most 128 characters. Of a stack that stands in another region than the
     * deployment: those of several regions may have the same name, and meet there.
     *
     * @param home region of the deployment
     */
    public String stackAbroad(String stage, RegionName home) {
        return stack(stage) + "-" + home;
    }

    /** Amazon EKS cluster; at most 100 characters. */
    public String cluster() {
        return prefix();
    }

    /** Amazon MSK cluster, at most 64 characters. */
    public String kafka() {
        return prefix();
    }

    /** RDS instance or Multi-AZ DB cluster that all services share; at most 63 or 52 characters. */
    public String database() {
        return prefix();
    }

    /** RDS instance or Multi-AZ DB cluster of one service, {@code ess-<name>-<service>}; at most 63 or 52 characters. */
    public String database(EssService service) {
        return prefix() + "-" + service.label();
    }

    /** Network load balancer over all zones; at most 32 characters. */
    public String loadBalancer() {
        return prefix();
    }

    /**
     * Network load balancer of one zone, {@code ess-<name>-<letter>}; at most 32 characters.
     *
     * @param letter of the zone, {@link ZoneName#letter()}
     */
    public String zonalLoadBalancer(String letter) {
        return prefix() + "-" + letter;
    }

    /**
     * Network load balancer in the private subnets; at most 32 characters, so its ending is a short one. While a plan goes
     * from one load balancer to one in each zone, there are two of them, and so two names.
     */
    public String internalLoadBalancer(EdgePlan.LoadBalancing shape) {
        return prefix() + (shape == EdgePlan.LoadBalancing.SINGLE ? "-vpc" : "-vpz");
    }

    /** Accelerator in front of the zones' load balancers; at most 64 characters. */
    public String accelerator() {
        return prefix();
    }

    /**
     * Web ACL in front of the gateway; at most 128 characters. Those of all regions stand in the same one.
     *
     * @param home region of the deployment
     */
    public String webAcl(RegionName home) {
        return prefix() + "-" + home;
    }

    /**
     * The addresses that the web ACL lets through; at most 128 characters.
     *
     * @param home region of the deployment
     */
    public String ipSet(RegionName home) {
        return webAcl(home) + "-clients";
    }

    /**
     * Log group of the web ACL. AWS WAF writes only into log groups whose names start with {@code aws-waf-logs-}.
     *
     * @param home region of the deployment
     * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html">CloudWatch Logs</a>
     */
    public String webAclLog(RegionName home) {
        return "aws-waf-logs-" + webAcl(home);
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

    /**
     * Each of these names with the limit of its service, those with an image's name excepted. The names of every shape are
     * among them, whichever a plan asks for: a deployment keeps its name when its shape is changed.
     */
    public List<DerivedName> derived() {
        return Stream.of(edgeNames(), otherNames(), serviceNames())
                .flatMap(List::stream)
                .toList();
    }

    private List<DerivedName> edgeNames() {
        return List.of(
                balancer(loadBalancer(), "Network Load Balancer"),
                balancer(zonalLoadBalancer("a"), "load balancer of a zone"),
                balancer(internalLoadBalancer(EdgePlan.LoadBalancing.SINGLE), "load balancer inside the VPC"),
                name(accelerator(), "accelerator", 64, "global-accelerator/latest/api/API_CreateAccelerator.html"),
                name(webAcl(LONG_REGION), "web ACL", 128, "waf/latest/APIReference/API_CreateWebACL.html"),
                name(ipSet(LONG_REGION), "IP set", 128, "waf/latest/APIReference/API_CreateIPSet.html"),
                name(
                        webAclLog(LONG_REGION),
                        "log group",
                        512,
                        "AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html"));
    }

    private static DerivedName balancer(String name, String of) {
        return name(name, of, 32, "elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html");
    }

    private List<DerivedName> otherNames() {
        return List.of(
                databaseName(database()),
                name(kafka(), "MSK cluster", 64, "msk/1.0/apireference/clusters.html"),
                name(cluster(), "EKS cluster", 100, "eks/latest/APIReference/API_CreateCluster.html"),
                name(
                        stackAbroad(LONGEST_STAGE, LONG_REGION),
                        "CloudFormation stack",
                        128,
                        "AWSCloudFormation/latest/APIReference/API_CreateStack.html"),
                name(keyAlias(), "KMS alias", 256, "kms/latest/APIReference/API_CreateAlias.html"),
                secretName(kafkaSecret()));
    }

    private List<DerivedName> serviceNames() {
        return Stream.of(EssService.values())
                .flatMap(s -> Stream.of(databaseName(database(s)), secretName(databaseSecret(s))))
                .toList();
    }

    private static DerivedName databaseName(String name) {
        return name(name, "Multi-AZ DB cluster", 52, "AmazonRDS/latest/APIReference/API_CreateDBCluster.html");
    }

    private static DerivedName secretName(String name) {
        return name(name, "secret", 512, "secretsmanager/latest/apireference/API_CreateSecret.html");
    }

    private static DerivedName name(String name, String of, int limit, String page) {
        return new DerivedName(name, of, limit, DOCS + page);
    }
}
