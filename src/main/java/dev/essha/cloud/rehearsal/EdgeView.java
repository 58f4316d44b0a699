package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Compute;
import dev.essha.inventory.Edge;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What Elastic Load Balancing and ACM would tell. */
final class EdgeView {

    static final String LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    static final String TARGET_GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";

    private final AccountSnapshot account;

    EdgeView(AccountSnapshot account) {
        this.account = account;
    }

    static List<String> subnets(Live balancer) {
        return Stream.concat(
                        balancer.properties().texts("Subnets").stream(),
                        balancer.properties().objects("SubnetMappings").stream().map(m -> m.text("SubnetId")))
                .toList();
    }

    /** Whether the internet can reach it. */
    static boolean isOpen(Live balancer) {
        return !balancer.properties().text("Scheme").equals("internal");
    }

    /** The address of a load balancer in a subnet. */
    static String address(Live balancer, String subnetId) {
        return Hash.address(Hash.of(balancer.seed(), subnetId, "address"));
    }

    List<Edge.LoadBalancer> loadBalancers(String vpcId) {
        return account.all(LOAD_BALANCER).stream()
                .filter(b -> account.vpcOf(subnets(b)).equals(vpcId))
                .map(this::loadBalancer)
                .sorted(Comparator.comparing(Edge.LoadBalancer::arn))
                .toList();
    }

    /** ARNs of those that a cluster's controllers made by themselves. */
    List<String> madeByCluster(String clusterName, String vpcId) {
        return account.all(LOAD_BALANCER).stream()
                .filter(b -> account.vpcOf(subnets(b)).equals(vpcId))
                .filter(b -> SecurityGroupView.isClusters(account.tags(b), clusterName))
                .map(Live::physicalId)
                .sorted()
                .toList();
    }

    List<Edge.TargetGroup> targetGroups(String vpcId) {
        return account.ready(TARGET_GROUP).stream()
                .filter(g -> g.properties().text("VpcId").equals(vpcId))
                .map(this::targetGroup)
                .sorted(Comparator.comparing(Edge.TargetGroup::arn))
                .toList();
    }

    Optional<Edge.Certificate> certificate(String arn) {
        return account.find(ValidationRecords.CERTIFICATE, arn).map(this::certificate);
    }

    private Edge.LoadBalancer loadBalancer(Live balancer) {
        Properties properties = balancer.properties();
        return new Edge.LoadBalancer(
                balancer.physicalId(),
                balancer.attribute("LoadBalancerName"),
                balancer.attribute("DNSName"),
                orElse(properties.text("Scheme"), "internet-facing"),
                orElse(properties.text("Type"), "application"),
                balancer.ready() ? "active" : "provisioning",
                account.vpcOf(subnets(balancer)),
                subnets(balancer).stream().map(account::zone).sorted().toList(),
                properties.objects("LoadBalancerAttributes").stream()
                        .anyMatch(a -> a.text("Key").equals("load_balancing.cross_zone.enabled") && a.flag("Value")),
                listeners(balancer.physicalId()));
    }

    private List<Edge.Listener> listeners(String balancerArn) {
        return account.ready("AWS::ElasticLoadBalancingV2::Listener").stream()
                .map(Live::properties)
                .filter(l -> l.text("LoadBalancerArn").equals(balancerArn))
                .map(EdgeView::listener)
                .sorted(Comparator.comparing(Edge.Listener::port))
                .toList();
    }

    private static Edge.Listener listener(Properties listener) {
        return new Edge.Listener(
                listener.number("Port"),
                listener.text("Protocol"),
                listener.text("SslPolicy"),
                listener.objects("Certificates").stream()
                        .map(c -> c.text("CertificateArn"))
                        .toList(),
                listener.objects("DefaultActions").stream()
                        .flatMap(EdgeView::targets)
                        .toList());
    }

    private static Stream<String> targets(Properties action) {
        return Stream.concat(
                        Stream.of(action.text("TargetGroupArn")),
                        action.objects("ForwardConfig.TargetGroups").stream().map(g -> g.text("TargetGroupArn")))
                .filter(arn -> !arn.isEmpty());
    }

    private Edge.TargetGroup targetGroup(Live group) {
        return new Edge.TargetGroup(
                group.physicalId(),
                group.attribute("TargetGroupName"),
                group.properties().text("Protocol"),
                group.properties().number("Port"),
                orElse(group.properties().text("TargetType"), "instance"),
                targets(group.physicalId()));
    }

    /** Nothing listens on the nodes before ESS is installed, so no target can be healthy. */
    private List<Edge.Target> targets(String groupArn) {
        return new ComputeView(account)
                .allNodes().stream()
                        .filter(n -> isBehind(n, groupArn))
                        .map(n -> new Edge.Target(n.instanceId(), n.zone(), "unhealthy"))
                        .sorted(Comparator.comparing(Edge.Target::id))
                        .toList();
    }

    private boolean isBehind(Compute.Node node, String groupArn) {
        return account.attachments().containsKey(node.autoScalingGroup())
                && account.attachments().get(node.autoScalingGroup()).contains(groupArn);
    }

    private Edge.Certificate certificate(Live certificate) {
        Set<String> names = new LinkedHashSet<>(List.of(certificate.properties().text("DomainName")));
        names.addAll(certificate.properties().texts("SubjectAlternativeNames"));
        boolean used = Stream.concat(
                        account.ready("AWS::ElasticLoadBalancingV2::Listener").stream()
                                .flatMap(l -> listener(l.properties()).certificateArns().stream()),
                        account.ready(FrontView.DISTRIBUTION).stream()
                                .map(d -> FrontView.config(d).text("ViewerCertificate.AcmCertificateArn")))
                .anyMatch(certificate.physicalId()::equals);
        return new Edge.Certificate(
                certificate.physicalId(),
                certificate.ready() ? "ISSUED" : "PENDING_VALIDATION",
                certificate.properties().text("DomainName"),
                List.copyOf(names),
                certificate.ready() && used ? "ELIGIBLE" : "INELIGIBLE");
    }

    private static String orElse(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }
}
