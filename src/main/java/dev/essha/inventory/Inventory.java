package dev.essha.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Everything that was observed about one deployment.
 *
 * @param observedAt when the survey began
 * @param account the account that was looked at
 * @param stacks status of each stage's stack by the stage's label; absent stacks are absent
 * @param stackResources physical ids of what the deployment's stacks hold, by type; things of different types may share one
 * @param lookups answers to the look-ups of the domain and of a random name under it, by the name asked
 */
public record Inventory(
        Instant observedAt,
        String account,
        String region,
        Observed<Map<String, String>> stacks,
        Observed<Map<String, SortedSet<String>>> stackResources,
        Observed<Optional<Network.Vpc>> vpc,
        Observed<List<Network.Subnet>> subnets,
        Observed<List<Network.RouteTable>> routeTables,
        Observed<List<Network.NatGateway>> natGateways,
        Observed<List<Network.Interface>> interfaces,
        Observed<List<Network.Endpoint>> endpoints,
        Observed<List<Edge.LoadBalancer>> loadBalancers,
        Observed<List<Edge.TargetGroup>> targetGroups,
        Observed<Optional<Edge.Certificate>> certificate,
        Front front,
        Observed<List<Edge.HostedRecord>> records,
        Observed<List<DnsAnswer>> lookups,
        Observed<List<Data.Database>> databases,
        Observed<List<Data.DatabaseCluster>> databaseClusters,
        Observed<Optional<Data.Kafka>> kafka,
        Observed<Optional<Data.Bucket>> bucket,
        Observed<List<Data.Secret>> secrets,
        Observed<Optional<Data.Key>> key,
        Observed<Optional<Compute.Cluster>> cluster,
        Observed<List<Compute.NodeGroup>> nodeGroups,
        Observed<List<Compute.Addon>> addons,
        Observed<List<Compute.Node>> nodes,
        Observed<List<Compute.ScalingGroup>> scalingGroups,
        Observed<List<Compute.Repository>> repositories) {}
