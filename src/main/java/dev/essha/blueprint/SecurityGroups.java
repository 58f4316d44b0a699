package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.MessagingPlan;
import java.util.Locale;

/**
 * Who may talk to whom: clients to the load balancer, it to the nodes, the nodes to the database and to Kafka. Peers are
 * named by their groups; the only addresses are those of the clients, and the internet for the nodes.
 *
 * <p>The cluster's own group, which EKS makes, is worn by the nodes beside theirs: it opens what the control plane needs.
 */
final class SecurityGroups {

    private static final int HTTPS = 443;
    private static final int POSTGRESQL = 5432;

    private SecurityGroups() {}

    static void add(StackDraft stack, ResourceRef vpc) {
        ResourceRef nodes = nodes(stack, vpc);
        ResourceRef balancer = loadBalancer(stack, vpc);
        ResourceRef database = closed(stack, vpc, "Database", "PostgreSQL");
        ResourceRef kafka = closed(stack, vpc, "Kafka", "Kafka brokers");
        int nodePort = stack.plan().edge().nodePort();
        egress(stack, "LoadBalancerToNodes", balancer, nodes, nodePort);
        ingress(stack, "NodesFromLoadBalancer", nodes, balancer, nodePort);
        ingress(stack, "DatabaseFromNodes", database, nodes, POSTGRESQL);
        ingress(stack, "KafkaFromNodes", kafka, nodes, kafkaPort(stack));
        stack.deliver(Output.LOAD_BALANCER_SECURITY_GROUP, balancer.att("GroupId"));
        stack.deliver(Output.NODE_SECURITY_GROUP, nodes.att("GroupId"));
        stack.deliver(Output.DATABASE_SECURITY_GROUP, database.att("GroupId"));
        stack.deliver(Output.KAFKA_SECURITY_GROUP, kafka.att("GroupId"));
    }

    /** @see <a href="https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html">Ports of MSK</a> */
    private static int kafkaPort(StackDraft stack) {
        return switch (stack.plan().messaging().authentication()) {
            case MessagingPlan.Authentication.SCRAM -> 9096;
            case MessagingPlan.Authentication.IAM -> 9098;
        };
    }

    /** Pods talk to each other over all nodes, and to WebIDs anywhere. */
    private static ResourceRef nodes(StackDraft stack, ResourceRef vpc) {
        Fields anywhere = Fields.of("IpProtocol", "-1")
                .with("CidrIp", "0.0.0.0/0")
                .with("Description", "WebIDs and client identifiers are anywhere");
        ResourceRef nodes = stack.add(group(stack, vpc, "Node", "Worker nodes", Value.list(anywhere)));
        stack.add(Resource.of("NodesFromNodes", "AWS::EC2::SecurityGroupIngress")
                .with("GroupId", nodes.att("GroupId"))
                .with("SourceSecurityGroupId", nodes.att("GroupId"))
                .with("IpProtocol", "-1")
                .with("Description", "Pods to pods on other nodes"));
        return nodes;
    }

    private static ResourceRef loadBalancer(StackDraft stack, ResourceRef vpc) {
        Resource group = group(stack, vpc, "LoadBalancer", "Load balancer", nowhere());
        return stack.add(group.with(
                "SecurityGroupIngress",
                stack.plan().edge().allowedCidrs().stream()
                        .sorted()
                        .map(cidr -> tcp(HTTPS).with("CidrIp", cidr.toString()).with("Description", "Clients"))
                        .toList()));
    }

    private static ResourceRef closed(StackDraft stack, ResourceRef vpc, String name, String what) {
        return stack.add(group(stack, vpc, name, what, nowhere()));
    }

    private static Resource group(StackDraft stack, ResourceRef vpc, String name, String what, Value egress) {
        return Resource.of(name + "SecurityGroup", "AWS::EC2::SecurityGroup")
                .with("GroupDescription", what + " of " + stack.names().prefix())
                .with("VpcId", vpc.ref())
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
        return Value.list(Fields.of("IpProtocol", "-1")
                .with("CidrIp", "127.0.0.1/32")
                .with("Description", "Nowhere: without a rule EC2 adds one that allows everything"));
    }

    private static void ingress(StackDraft stack, String id, ResourceRef group, ResourceRef peer, int port) {
        stack.add(Resource.of(id, "AWS::EC2::SecurityGroupIngress")
                .with("GroupId", group.att("GroupId"))
                .with("SourceSecurityGroupId", peer.att("GroupId"))
                .with("IpProtocol", "tcp")
                .with("FromPort", port)
                .with("ToPort", port)
                .with("Description", words(id)));
    }

    private static void egress(StackDraft stack, String id, ResourceRef group, ResourceRef peer, int port) {
        stack.add(Resource.of(id, "AWS::EC2::SecurityGroupEgress")
                .with("GroupId", group.att("GroupId"))
                .with("DestinationSecurityGroupId", peer.att("GroupId"))
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
