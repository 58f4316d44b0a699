package dev.essha.cloud;

import dev.essha.inventory.Compute;
import dev.essha.inventory.Data;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Network;
import dev.essha.plan.DeploymentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what stands in the account, whoever made it. Lists follow every page and are in order of id or name. Something
 * that does not exist is an empty answer; everything else that goes wrong is a {@link CloudException}.
 */
public interface Lookups {

    Optional<Network.Vpc> vpc(String vpcId);

    List<Network.Subnet> subnets(String vpcId);

    List<Network.RouteTable> routeTables(String vpcId);

    List<Network.NatGateway> natGateways(String vpcId);

    /** Every network interface in the VPC, whoever owns it. */
    List<Network.Interface> interfaces(String vpcId);

    List<Network.Endpoint> endpoints(String vpcId);

    /** Every security group in the VPC. */
    List<Network.SecurityGroup> securityGroups(String vpcId);

    /** Every load balancer in the VPC with its listeners. */
    List<Edge.LoadBalancer> loadBalancers(String vpcId);

    /** Every target group in the VPC with the health of its targets. */
    List<Edge.TargetGroup> targetGroups(String vpcId);

    /** The groups that the load balancers in the VPC wear, by the ARN of the load balancer. */
    Map<String, List<String>> securityGroupsOfLoadBalancers(String vpcId);

    /** A certificate, in whatever region its ARN says. */
    Optional<Edge.Certificate> certificate(String arn);

    Optional<Edge.Accelerator> accelerator(String arn);

    Optional<Edge.Distribution> distribution(String id);

    /** A web ACL, in whatever region its ARN says. */
    Optional<Edge.WebAcl> webAcl(String arn);

    /** Ids of the public hosted zones closest to a domain: of its own name or a parent's. Several may have one name. */
    List<String> publicHostedZones(String domain);

    /** The records of a hosted zone with one of the names. */
    List<Edge.HostedRecord> records(String hostedZoneId, List<String> names);

    /** The health checks of those ids that exist. */
    List<Edge.HealthCheck> healthChecks(List<String> ids);

    /** A private hosted zone with its records. */
    Optional<Edge.PrivateZone> privateZone(String hostedZoneId);

    /** The RDS instances in the VPC; members of clusters are left out. */
    List<Data.Database> databases(String vpcId);

    /** The Multi-AZ DB clusters in the VPC. */
    List<Data.DatabaseCluster> databaseClusters(String vpcId);

    Optional<Data.Kafka> kafka(String clusterArn);

    Optional<Data.Bucket> bucket(String name);

    /** The secrets whose names start with one of the prefixes; their values are never read. */
    List<Data.Secret> secrets(List<String> namePrefixes);

    Optional<Data.Key> key(String keyArn);

    /**
     * The buckets, keys and manual database snapshots that carry the tag of a deployment, whether a stack holds them or
     * not, in order of ARN. A key that is to be deleted already is left out.
     */
    List<Data.Kept> keptData(DeploymentName deployment);

    Optional<Compute.Cluster> cluster(String name);

    List<Compute.NodeGroup> nodeGroups(String clusterName);

    List<Compute.Addon> addons(String clusterName);

    /** The instances of auto scaling groups. */
    List<Compute.Node> nodes(List<String> autoScalingGroups);

    List<Compute.ScalingGroup> scalingGroups(List<String> names);

    /** The private repositories whose names start with a prefix. */
    List<Compute.Repository> repositories(String namePrefix);
}
