package dev.essha.cloud.rehearsal;

import dev.essha.cloud.Lookups;
import dev.essha.inventory.Compute;
import dev.essha.inventory.Data;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Network;
import dev.essha.plan.DeploymentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stands in the account in memory: hands each question to the view of its area. */
final class RehearsedLookups implements Lookups {

    private final Account account;

    RehearsedLookups(Account account) {
        this.account = account;
    }

    @Override
    public Optional<Network.Vpc> vpc(String vpcId) {
        return network().vpc(vpcId);
    }

    @Override
    public List<Network.Subnet> subnets(String vpcId) {
        return network().subnets(vpcId);
    }

    @Override
    public List<Network.RouteTable> routeTables(String vpcId) {
        return network().routeTables(vpcId);
    }

    @Override
    public List<Network.NatGateway> natGateways(String vpcId) {
        return network().natGateways(vpcId);
    }

    @Override
    public List<Network.Interface> interfaces(String vpcId) {
        return network().interfaces(vpcId);
    }

    @Override
    public List<Network.Endpoint> endpoints(String vpcId) {
        return network().endpoints(vpcId);
    }

    @Override
    public List<Network.SecurityGroup> securityGroups(String vpcId) {
        return new SecurityGroupView(account.snapshot()).inVpc(vpcId);
    }

    @Override
    public Map<String, List<String>> securityGroupsOfLoadBalancers(String vpcId) {
        return new SecurityGroupView(account.snapshot()).ofLoadBalancers(vpcId);
    }

    @Override
    public List<Edge.LoadBalancer> loadBalancers(String vpcId) {
        return new EdgeView(account.snapshot()).loadBalancers(vpcId);
    }

    @Override
    public List<Edge.TargetGroup> targetGroups(String vpcId) {
        return new EdgeView(account.snapshot()).targetGroups(vpcId);
    }

    @Override
    public Optional<Edge.Certificate> certificate(String arn) {
        return new EdgeView(account.snapshot()).certificate(arn);
    }

    @Override
    public Optional<Edge.Accelerator> accelerator(String arn) {
        return front().accelerator(arn);
    }

    @Override
    public Optional<Edge.Distribution> distribution(String id) {
        return front().distribution(id);
    }

    @Override
    public Optional<Edge.WebAcl> webAcl(String arn) {
        return front().webAcl(arn);
    }

    @Override
    public List<String> publicHostedZones(String domain) {
        return new PublicZones(account.settings().names()).closestTo(domain);
    }

    @Override
    public List<Edge.HostedRecord> records(String hostedZoneId, List<String> names) {
        PublicDns dns = new PublicDns(account.snapshot(), account.settings().names());
        List<String> wanted = names.stream().map(DnsNames::bare).toList();
        return account.settings().names().hostedZones().stream()
                .filter(z -> z.id().equals(hostedZoneId))
                .flatMap(z -> dns.hosted(z).stream())
                .filter(r -> wanted.contains(r.name()))
                .sorted(HostedRecords.ORDER)
                .toList();
    }

    @Override
    public List<Edge.HealthCheck> healthChecks(List<String> ids) {
        return new HostedRecords(account.snapshot()).healthChecks(ids);
    }

    @Override
    public Optional<Edge.PrivateZone> privateZone(String hostedZoneId) {
        return new HostedRecords(account.snapshot()).privateZone(hostedZoneId);
    }

    @Override
    public List<Data.Database> databases(String vpcId) {
        return new DataView(account.snapshot()).databases(vpcId);
    }

    @Override
    public List<Data.DatabaseCluster> databaseClusters(String vpcId) {
        return new DatabaseClusterView(account.snapshot()).inVpc(vpcId);
    }

    @Override
    public Optional<Data.Kafka> kafka(String clusterArn) {
        return new KafkaView(account.snapshot()).kafka(clusterArn);
    }

    @Override
    public Optional<Data.Bucket> bucket(String name) {
        return new BucketView(account.snapshot()).bucket(name);
    }

    @Override
    public List<Data.Secret> secrets(List<String> namePrefixes) {
        return new DataView(account.snapshot()).secrets(namePrefixes);
    }

    @Override
    public Optional<Data.Key> key(String keyArn) {
        return new DataView(account.snapshot()).key(keyArn);
    }

    @Override
    public List<Data.Kept> keptData(DeploymentName deployment) {
        return new KeptView(account).of(deployment);
    }

    @Override
    public Optional<Compute.Cluster> cluster(String name) {
        return compute().cluster(name);
    }

    @Override
    public List<Compute.NodeGroup> nodeGroups(String clusterName) {
        return compute().nodeGroups(clusterName);
    }

    @Override
    public List<Compute.Addon> addons(String clusterName) {
        return compute().addons(clusterName);
    }

    @Override
    public List<Compute.Node> nodes(List<String> autoScalingGroups) {
        return compute().nodes(autoScalingGroups);
    }

    @Override
    public List<Compute.ScalingGroup> scalingGroups(List<String> names) {
        return compute().scalingGroups(names);
    }

    @Override
    public List<Compute.Repository> repositories(String namePrefix) {
        return compute().repositories(namePrefix);
    }

    private NetworkView network() {
        return new NetworkView(account.snapshot());
    }

    private FrontView front() {
        return new FrontView(account.snapshot());
    }

    private ComputeView compute() {
        return new ComputeView(account.snapshot());
    }
}
