package dev.essha.inventory;

import java.util.List;
import java.util.Optional;

/** An existing VPC that the plan names, as it stood before anything is touched; nothing is seen where the plan creates one. */
public record Premises(
        Observed<Optional<Network.Vpc>> vpc,
        Observed<List<Network.Subnet>> subnets,
        Observed<List<Network.RouteTable>> routeTables,
        Observed<List<Network.Interface>> interfaces,
        Observed<List<Network.Endpoint>> endpoints,
        Observed<List<Edge.LoadBalancer>> loadBalancers) {}
