package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Network;
import dev.essha.inventory.Network.SecurityRule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What EC2 would tell of security groups. */
final class SecurityGroupView {

    static final String GROUP = "AWS::EC2::SecurityGroup";
    static final String INGRESS = "AWS::EC2::SecurityGroupIngress";

    private static final int LAST_PORT = 65_535;
    private static final String EVERY_PROTOCOL = "-1";

    private static final List<String> PEERS =
            List.of("CidrIp", "CidrIpv6", "SourcePrefixListId", "SourceSecurityGroupId");

    /** @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html">Groups that EKS makes</a> */
    private static final String CLUSTER_TAG = "aws:eks:cluster-name";

    private final AccountSnapshot account;

    SecurityGroupView(AccountSnapshot account) {
        this.account = account;
    }

    /** The groups that were made, the one that every VPC comes with, and those that EKS makes for its clusters. */
    List<Network.SecurityGroup> inVpc(String vpcId) {
        Stream<Network.SecurityGroup> own = account.ready("AWS::EC2::VPC").stream()
                .filter(vpc -> vpc.physicalId().equals(vpcId))
                .map(vpc -> amongThemselves(vpc.attribute("DefaultSecurityGroup"), "default", Map.of()));
        Stream<Network.SecurityGroup> ofClusters = account.ready("AWS::EKS::Cluster").stream()
                .filter(c -> account.vpcOf(c.properties().texts("ResourcesVpcConfig.SubnetIds"))
                        .equals(vpcId))
                .map(SecurityGroupView::ofCluster);
        return Stream.of(own, ofClusters, made(vpcId).map(this::group))
                .flatMap(groups -> groups)
                .sorted(Comparator.comparing(Network.SecurityGroup::id))
                .toList();
    }

    Map<String, List<String>> ofLoadBalancers(String vpcId) {
        return account.all(EdgeView.LOAD_BALANCER).stream()
                .filter(b -> account.vpcOf(EdgeView.subnets(b)).equals(vpcId))
                .collect(Collectors.toMap(
                        Live::physicalId,
                        b -> b.properties().texts("SecurityGroups").stream()
                                .sorted()
                                .toList(),
                        (a, b) -> a,
                        TreeMap::new));
    }

    /** Those that no stack holds, that no cluster in use needs and that nothing wears. */
    List<String> leftByOthers(String clusterName, String vpcId) {
        return made(vpcId)
                .filter(group -> !group.origin().isStack() && isOthers(account.tags(group), clusterName))
                .filter(group -> account.find(
                                "AWS::EKS::Cluster", account.tags(group).getOrDefault(CLUSTER_TAG, ""))
                        .isEmpty())
                .map(Live::physicalId)
                .filter(id -> !isWorn(id))
                .sorted()
                .toList();
    }

    private Stream<Live> made(String vpcId) {
        return account.ready(GROUP).stream()
                .filter(group -> group.properties().text("VpcId").equals(vpcId));
    }

    private Network.SecurityGroup group(Live group) {
        Stream<Properties> inline = group.properties().objects("SecurityGroupIngress").stream();
        Stream<Properties> apart = account.ready(INGRESS).stream()
                .map(Live::properties)
                .filter(rule -> rule.text("GroupId").equals(group.physicalId()));
        return new Network.SecurityGroup(
                group.physicalId(),
                name(group),
                Stream.concat(inline, apart)
                        .map(SecurityGroupView::rule)
                        .sorted(Comparator.comparing(SecurityRule::peer).thenComparing(SecurityRule::fromPort))
                        .toList(),
                account.tags(group));
    }

    private static Network.SecurityGroup ofCluster(Live cluster) {
        return amongThemselves(
                cluster.attribute("ClusterSecurityGroupId"),
                "eks-cluster-sg-" + cluster.physicalId() + "-" + Hash.uuid(cluster.seed()),
                Map.of(CLUSTER_TAG, cluster.physicalId()));
    }

    /** Its members may talk to each other. */
    private static Network.SecurityGroup amongThemselves(String id, String name, Map<String, String> tags) {
        return new Network.SecurityGroup(id, name, List.of(new SecurityRule(EVERY_PROTOCOL, 0, LAST_PORT, id)), tags);
    }

    private static String name(Live group) {
        String given = group.properties().text("GroupName");
        return given.isEmpty()
                ? group.origin().stackName() + "-" + group.logicalId() + "-"
                        + group.seed().substring(0, 12)
                : given;
    }

    private static SecurityRule rule(Properties rule) {
        String protocol = rule.text("IpProtocol");
        boolean everyPort = protocol.equals(EVERY_PROTOCOL);
        String peer = PEERS.stream()
                .map(rule::text)
                .filter(p -> !p.isEmpty())
                .findFirst()
                .orElse("");
        return new SecurityRule(
                protocol, everyPort ? 0 : rule.number("FromPort"), everyPort ? LAST_PORT : rule.number("ToPort"), peer);
    }

    private static boolean isOthers(Map<String, String> tags, String clusterName) {
        return Objects.equals(tags.get("AWSServiceName"), "GlobalAccelerator")
                || clusterName.equals(tags.get(CLUSTER_TAG))
                || isClusters(tags, clusterName);
    }

    /** What a cluster's controllers write on what they make. */
    static boolean isClusters(Map<String, String> tags, String clusterName) {
        return clusterName.equals(tags.get("elbv2.k8s.aws/cluster"))
                || clusterName.equals(tags.get("eks:eks-cluster-name"))
                || "owned".equals(tags.get("kubernetes.io/cluster/" + clusterName));
    }

    /** Whether anything but rules and other groups names it. */
    boolean isWorn(String groupId) {
        return account.live().stream()
                .filter(live -> !isRule(live) && !live.is(GROUP))
                .anyMatch(live -> live.properties().values().toString().contains(groupId));
    }

    static boolean isRule(Live live) {
        return live.is(INGRESS) || live.is("AWS::EC2::SecurityGroupEgress");
    }
}
