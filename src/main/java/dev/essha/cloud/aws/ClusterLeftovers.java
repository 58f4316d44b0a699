package dev.essha.cloud.aws;

import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/** What a cluster's controllers made by themselves and what would keep the network from being deleted. */
final class ClusterLeftovers {

    private static final int ARNS_PER_CALL = 20;

    private final AwsClients clients;

    ClusterLeftovers(AwsClients clients) {
        this.clients = clients;
    }

    List<String> loadBalancers(String clusterName, String vpcId) {
        return clients.loadBalancing().describeLoadBalancersPaginator().loadBalancers().stream()
                .filter(lb -> vpcId.equals(lb.vpcId()))
                .map(LoadBalancer::loadBalancerArn)
                .gather(Gatherers.windowFixed(ARNS_PER_CALL))
                .flatMap(this::tags)
                .filter(description -> isClusters(Facts.tags(description.tags(), Tag::key, Tag::value), clusterName))
                .map(TagDescription::resourceArn)
                .sorted()
                .toList();
    }

    List<String> unusedInterfaces(String vpcId) {
        List<Filter> unused = Stream.of(Map.entry("vpc-id", vpcId), Map.entry("status", "available"))
                .map(e -> Filter.builder().name(e.getKey()).values(e.getValue()).build())
                .toList();
        return clients.ec2().describeNetworkInterfacesPaginator(r -> r.filters(unused)).networkInterfaces().stream()
                .map(NetworkInterface::networkInterfaceId)
                .sorted()
                .toList();
    }

    private Stream<TagDescription> tags(List<String> arns) {
        return clients.loadBalancing().describeTags(r -> r.resourceArns(arns)).tagDescriptions().stream();
    }

    /**
     * The AWS Load Balancer Controller and EKS Auto Mode write the first and second tag, the cloud provider in the control
     * plane the third.
     *
     * @see <a href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/subnet_discovery/">AWS Load Balancer Controller</a>
     */
    static boolean isClusters(Map<String, String> tags, String clusterName) {
        return clusterName.equals(tags.get("elbv2.k8s.aws/cluster"))
                || clusterName.equals(tags.get("eks:eks-cluster-name"))
                || "owned".equals(tags.get("kubernetes.io/cluster/" + clusterName));
    }
}
