package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Compute;
import dev.essha.inventory.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The network interfaces that the services put into subnets for what they run, with EC2's interface types and the
 * services' descriptions.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html">Requester-managed network interfaces</a>
 */
final class Interfaces {

    private static final int CONTROL_PLANE = 2;

    private final AccountSnapshot account;
    private final List<Network.Interface> list = new ArrayList<>();

    Interfaces(AccountSnapshot account) {
        this.account = account;
        account.all("AWS::EC2::NatGateway").forEach(this::ofNatGateway);
        account.all("AWS::ElasticLoadBalancingV2::LoadBalancer").forEach(this::ofLoadBalancer);
        account.all("AWS::EC2::VPCEndpoint").forEach(this::ofEndpoint);
        account.all("AWS::RDS::DBInstance").forEach(this::ofDatabase);
        account.all(DatabaseClusterView.CLUSTER).forEach(this::ofDatabaseCluster);
        account.all("AWS::MSK::Cluster").forEach(this::ofBrokers);
        account.all("AWS::EKS::Cluster").forEach(this::ofControlPlane);
        new ComputeView(account).allNodes().forEach(this::ofNode);
    }

    List<Network.Interface> list() {
        return List.copyOf(list);
    }

    private void ofNatGateway(Live nat) {
        String subnet = nat.properties().text("SubnetId");
        if (!subnet.isEmpty()) {
            Optional<String> address = account.all("AWS::EC2::EIP").stream()
                    .filter(e ->
                            e.attribute("AllocationId").equals(nat.properties().text("AllocationId")))
                    .map(Live::physicalId)
                    .findFirst();
            add(nat, 0, subnet, "nat_gateway", "Interface for NAT Gateway " + nat.physicalId(), address);
        }
    }

    private void ofLoadBalancer(Live balancer) {
        boolean open = EdgeView.isOpen(balancer);
        String name = balancer.attribute("LoadBalancerFullName");
        EdgeView.subnets(balancer).forEach(subnet -> {
            Optional<String> address = open ? Optional.of(EdgeView.address(balancer, subnet)) : Optional.empty();
            add(balancer, 0, subnet, "network_load_balancer", "ELB " + name, address);
        });
    }

    private void ofEndpoint(Live endpoint) {
        endpoint.properties()
                .texts("SubnetIds")
                .forEach(subnet -> add(
                        endpoint,
                        0,
                        subnet,
                        "vpc_endpoint",
                        "VPC Endpoint Interface " + endpoint.physicalId(),
                        Optional.empty()));
    }

    private void ofDatabase(Live database) {
        inFirstSubnets(database, database.properties().flag("MultiAZ") ? 2 : 1);
    }

    private void ofDatabaseCluster(Live cluster) {
        inFirstSubnets(cluster, DatabaseClusterView.MEMBERS);
    }

    private void inFirstSubnets(Live database, int instances) {
        new DataView(account)
                .databaseSubnets(database).stream()
                        .limit(instances)
                        .forEach(s -> add(database, 0, s, "interface", "RDSNetworkInterface", Optional.empty()));
    }

    private void ofBrokers(Live kafka) {
        List<String> subnets = kafka.properties().texts("BrokerNodeGroupInfo.ClientSubnets");
        String owner = "DO NOT DELETE - AmazonMSK network interface for cluster " + kafka.physicalId();
        IntStream.range(0, subnets.isEmpty() ? 0 : kafka.properties().number("NumberOfBrokerNodes"))
                .forEach(i -> add(kafka, i, subnets.get(i % subnets.size()), "interface", owner, Optional.empty()));
    }

    private void ofControlPlane(Live cluster) {
        cluster.properties().texts("ResourcesVpcConfig.SubnetIds").stream()
                .limit(CONTROL_PLANE)
                .forEach(s -> add(cluster, 0, s, "interface", "Amazon EKS " + cluster.physicalId(), Optional.empty()));
    }

    private void ofNode(Compute.Node node) {
        list.add(new Network.Interface(
                "eni-" + Hash.of(node.instanceId()).substring(0, 17),
                node.subnetId(),
                node.zone(),
                "interface",
                "Instance " + node.instanceId(),
                Optional.of(node.instanceId()),
                Optional.empty()));
    }

    private void add(Live user, int number, String subnet, String kind, String owner, Optional<String> publicAddress) {
        String id = "eni-" + Hash.of(user.seed(), subnet, number).substring(0, 17);
        list.add(new Network.Interface(id, subnet, account.zone(subnet), kind, owner, Optional.empty(), publicAddress));
    }
}
