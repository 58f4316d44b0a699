package dev.essha.cloud.aws;

import dev.essha.cloud.Lookups;
import dev.essha.inventory.Compute;
import dev.essha.inventory.Data;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Network;
import dev.essha.plan.DeploymentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The look-ups, each answered by the class for its area. */
final class AwsLookups implements Lookups {

    private final NetworkLookups network;
    private final SecurityGroupLookups securityGroups;
    private final EdgeLookups edge;
    private final AcceleratorLookups accelerators;
    private final GatewayLookups gateways;
    private final WebAclLookups webAcls;
    private final DnsZones zones;
    private final DnsRecords records;
    private final DataLookups data;
    private final DatabaseClusterLookups databaseClusters;
    private final KafkaLookups kafka;
    private final BucketLookups buckets;
    private final KeptLookups kept;
    private final ClusterLookups cluster;
    private final NodeLookups nodes;
    private final RepositoryLookups repositories;

    AwsLookups(AwsClients clients) {
        network = new NetworkLookups(clients);
        securityGroups = new SecurityGroupLookups(clients);
        edge = new EdgeLookups(clients);
        accelerators = new AcceleratorLookups(clients);
        gateways = new GatewayLookups(clients);
        webAcls = new WebAclLookups(clients);
        zones = new DnsZones(clients);
        records = new DnsRecords(clients);
        data = new DataLookups(clients);
        databaseClusters = new DatabaseClusterLookups(clients);
        kafka = new KafkaLookups(clients);
        buckets = new BucketLookups(clients);
        kept = new KeptLookups(clients);
        cluster = new ClusterLookups(clients);
        nodes = new NodeLookups(clients);
        repositories = new RepositoryLookups(clients);
    }

    @Override
    public Optional<Network.Vpc> vpc(String vpcId) {
        return network.vpc(vpcId);
    }

    @Override
    public List<Network.Subnet> subnets(String vpcId) {
        return network.subnets(vpcId);
    }

    @Override
    public List<Network.RouteTable> routeTables(String vpcId) {
        return network.routeTables(vpcId);
    }

    @Override
    public List<Network.NatGateway> natGateways(String vpcId) {
        return network.natGateways(vpcId);
    }

    @Override
    public List<Network.Interface> interfaces(String vpcId) {
        return network.interfaces(vpcId);
    }

    @Override
    public List<Network.Endpoint> endpoints(String vpcId) {
        return network.endpoints(vpcId);
    }

    @Override
    public List<Network.SecurityGroup> securityGroups(String vpcId) {
        return securityGroups.inVpc(vpcId);
    }

    @Override
    public List<Edge.LoadBalancer> loadBalancers(String vpcId) {
        return edge.loadBalancers(vpcId);
    }

    @Override
    public List<Edge.TargetGroup> targetGroups(String vpcId) {
        return edge.targetGroups(vpcId);
    }

    @Override
    public Map<String, List<String>> securityGroupsOfLoadBalancers(String vpcId) {
        return edge.securityGroupsOfLoadBalancers(vpcId);
    }

    @Override
    public Optional<Edge.Certificate> certificate(String arn) {
        return edge.certificate(arn);
    }

    @Override
    public Optional<Edge.Accelerator> accelerator(String arn) {
        return accelerators.accelerator(arn);
    }

    @Override
    public Optional<Edge.Distribution> distribution(String id) {
        return gateways.distribution(id);
    }

    @Override
    public Optional<Edge.WebAcl> webAcl(String arn) {
        return webAcls.webAcl(arn);
    }

    @Override
    public List<String> publicHostedZones(String domain) {
        return zones.closestPublic(domain);
    }

    @Override
    public List<Edge.HostedRecord> records(String hostedZoneId, List<String> names) {
        return records.at(hostedZoneId, names);
    }

    @Override
    public List<Edge.HealthCheck> healthChecks(List<String> ids) {
        return records.healthChecks(ids);
    }

    @Override
    public Optional<Edge.PrivateZone> privateZone(String hostedZoneId) {
        return records.privateZone(hostedZoneId);
    }

    @Override
    public List<Data.Database> databases(String vpcId) {
        return data.databases(vpcId);
    }

    @Override
    public List<Data.DatabaseCluster> databaseClusters(String vpcId) {
        return databaseClusters.inVpc(vpcId);
    }

    @Override
    public Optional<Data.Kafka> kafka(String clusterArn) {
        return kafka.kafka(clusterArn);
    }

    @Override
    public Optional<Data.Bucket> bucket(String name) {
        return buckets.bucket(name);
    }

    @Override
    public List<Data.Secret> secrets(List<String> namePrefixes) {
        return data.secrets(namePrefixes);
    }

    @Override
    public Optional<Data.Key> key(String keyArn) {
        return data.key(keyArn);
    }

    @Override
    public List<Data.Kept> keptData(DeploymentName deployment) {
        return kept.of(deployment);
    }

    @Override
    public Optional<Compute.Cluster> cluster(String name) {
        return cluster.cluster(name);
    }

    @Override
    public List<Compute.NodeGroup> nodeGroups(String clusterName) {
        return cluster.nodeGroups(clusterName);
    }

    @Override
    public List<Compute.Addon> addons(String clusterName) {
        return cluster.addons(clusterName);
    }

    @Override
    public List<Compute.Node> nodes(List<String> autoScalingGroups) {
        return nodes.nodes(autoScalingGroups);
    }

    @Override
    public List<Compute.ScalingGroup> scalingGroups(List<String> names) {
        return nodes.scalingGroups(names);
    }

    @Override
    public List<Compute.Repository> repositories(String namePrefix) {
        return repositories.repositories(namePrefix);
    }
}
