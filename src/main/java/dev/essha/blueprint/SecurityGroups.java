package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.NetworkPlan;
import java.util.Locale;

/**
 * Who may talk to whom: the load balancers to the nodes, the nodes to the database and to Kafka. Peers are named by their
 * groups; the only addresses are those that the nodes look up WebIDs at. Who may talk to the load balancers is the business
 * of the stage {@link StageId#ACCESS}.
 *
 * <p>The cluster's own group, which EKS makes, is worn by the nodes beside theirs: it opens what the control plane needs.
 */
final class SecurityGroups {

    private static final int HTTPS = 443;
    private static final int POSTGRESQL = 5432;
    private static final String GROUP_ID = "GroupId";

    private SecurityGroups() {}

    /** Answers the group of the nodes. */
    static ResourceRef add(StackDraft stack, Value vpc) {
        ResourceRef nodes = nodes(stack, vpc);
        ResourceRef balancer = closed(stack, vpc, "LoadBalancer", "Load balancer");
        ResourceRef database = closed(stack, vpc, "Database", "PostgreSQL");
        ResourceRef kafka = closed(stack, vpc, "Kafka", "Kafka brokers");
        int nodePort = stack.plan().edge().nodePort();
        egress(stack, "LoadBalancerToNodes", balancer, nodes, nodePort);
        ingress(stack, "NodesFromLoadBalancer", nodes, balancer, nodePort);
        ingress(stack, "DatabaseFromNodes", database, nodes, POSTGRESQL);
        ingress(stack, "KafkaFromNodes", kafka, nodes, kafkaPort(stack));
        stack.deliver(Output.LOAD_BALANCER_SECURITY_GROUP, balancer.att(GROUP_ID));
        stack.deliver(Output.NODE_SECURITY_GROUP, nodes.att(GROUP_ID));
        stack.deliver(Output.DATABASE_SECURITY_GROUP, database.att(GROUP_ID));
        stack.deliver(Output.KAFKA_SECURITY_GROUP, kafka.att(GROUP_ID));
        if (stack.plan().domain().privateZone()) {
            internal(stack, vpc, nodes);
        }
        return nodes;
    }

    /** The group of the interface endpoints. Only nodes ask them: RDS, MSK and EKS have ways of their own. */
    static ResourceRef addForEndpoints(StackDraft stack, Value vpc, ResourceRef nodes) {
        ResourceRef endpoints = closed(stack, vpc, "Endpoint", "Interface endpoints");
        ingress(stack, "EndpointsFromNodes", endpoints, nodes, HTTPS);
        return endpoints;
    }

    /** The load balancer inside the VPC: pods ask it by the domain's names, and are themselves behind it. */
    private static void internal(StackDraft stack, Value vpc, ResourceRef nodes) {
        ResourceRef internal = closed(stack, vpc, "Internal", "Internal load balancer");
        int nodePort = stack.plan().edge().nodePort();
        ingress(stack, "InternalFromNodes", internal, nodes, HTTPS);
        egress(stack, "InternalToNodes", internal, nodes, nodePort);
        ingress(stack, "NodesFromInternal", nodes, internal, nodePort);
        stack.deliver(Output.INTERNAL_SECURITY_GROUP, internal.att(GROUP_ID));
    }

    /** @see <a href="https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html">Ports of MSK</a> */
    private static int kafkaPort(StackDraft stack) {
        return switch (stack.plan().messaging().authentication()) {
            case MessagingPlan.Authentication.SCRAM -> 9096;
            case MessagingPlan.Authentication.IAM -> 9098;
        };
    }

    /** Pods talk to each other over all nodes. */
    private static ResourceRef nodes(StackDraft stack, Value vpc) {
        ResourceRef nodes = stack.add(
                group(stack, vpc, "Node", "Worker nodes", waysOut(stack.plan().network())));
        stack.add(Resource.of("NodesFromNodes", "AWS::EC2::SecurityGroupIngress")
                .with(GROUP_ID, nodes.att(GROUP_ID))
                .with("SourceSecurityGroupId", nodes.att(GROUP_ID))
                .with("IpProtocol", "-1")
                .with("Description", "Pods to pods on other nodes"));
        return nodes;
    }

    /**
     * With no way out of the VPC, S3 is all that can be reached outside it. This is not what keeps the nodes inside: the
     * cluster's own group lets everything out, too. That no route leads out does.
     */
    private static Value waysOut(NetworkPlan plan) {
        return switch (plan.egress()) {
            case NAT_PER_ZONE, REGIONAL_NAT, EXISTING ->
                Value.list(all("0.0.0.0/0", "WebIDs and client identifiers are anywhere"));
            case NONE ->
                Value.list(
                        all(plan.vpcCidr().toString(), "Everything inside the VPC"),
                        tcp(HTTPS)
                                .with("CidrIp", "0.0.0.0/0")
                                .with("Description", "S3 by its gateway endpoint: no other route leads out"));
        };
    }

    private static ResourceRef closed(StackDraft stack, Value vpc, String name, String what) {
        return stack.add(group(stack, vpc, name, what, nowhere()));
    }

    private static Resource group(StackDraft stack, Value vpc, String name, String what, Value egress) {
        return Resource.of(name + "SecurityGroup", "AWS::EC2::SecurityGroup")
                .with("GroupDescription", what + " of " + stack.names().prefix())
                .with("VpcId", vpc)
                .with("SecurityGroupEgress", egress)
                .with(
                        "Tags",
                        NetworkStage.named(stack, what.toLowerCase(Locale.ROOT).replace(' ', '-')));
    }

    /**
     * A group without any rule for the way out gets one from EC2 that opens everything; a rule that leads nowhere keeps it
     * closed.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html">
     *     AWS::EC2::SecurityGroup</a>
     */
    private static Value nowhere() {
        return Value.list(all("127.0.0.1/32", "Nowhere: without a rule EC2 adds one that allows everything"));
    }

    private static Fields all(String cidr, String description) {
        return Fields.of("IpProtocol", "-1").with("CidrIp", cidr).with("Description", description);
    }

    private static void ingress(StackDraft stack, String id, ResourceRef group, ResourceRef peer, int port) {
        stack.add(Resource.of(id, "AWS::EC2::SecurityGroupIngress")
                .with(GROUP_ID, group.att(GROUP_ID))
                .with("SourceSecurityGroupId", peer.att(GROUP_ID))
                .with("IpProtocol", "tcp")
                .with("FromPort", port)
                .with("ToPort", port)
                .with("Description", words(id)));
    }

    private static void egress(StackDraft stack, String id, ResourceRef group, ResourceRef peer, int port) {
        stack.add(Resource.of(id, "AWS::EC2::SecurityGroupEgress")
                .with(GROUP_ID, group.att(GROUP_ID))
                .with("DestinationSecurityGroupId", peer.att(GROUP_ID))
                .with("IpProtocol", "tcp")
                .with("FromPort", port)
                .with("ToPort", port)
                .with("Description", words(id)));
    }

    private static Fields tcp(int port) {
        return Fields.of("IpProtocol", "tcp").with("FromPort", port).with("ToPort", port);
    }

    /** {@code DatabaseFromNodes}: Database from nodes. */
    private static String words(String id) {
        return id.charAt(0) + id.substring(1).replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
