package dev.essha.survey;

import dev.essha.cloud.Lookups;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Network;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Premises;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.VpcId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The look-ups of an existing VPC that the plan names, under way. */
record PremisesPart(
        CompletableFuture<Observed<Optional<Network.Vpc>>> vpc,
        CompletableFuture<Observed<List<Network.Subnet>>> subnets,
        CompletableFuture<Observed<List<Network.RouteTable>>> routeTables,
        CompletableFuture<Observed<List<Network.Interface>>> interfaces,
        CompletableFuture<Observed<List<Network.Endpoint>>> endpoints,
        CompletableFuture<Observed<List<Edge.LoadBalancer>>> loadBalancers) {

    static PremisesPart start(NetworkPlan plan, Lookups lookups, Observer observer) {
        Look look = new Look(plan.existingVpc(), observer);
        return new PremisesPart(
                look.at("ec2:DescribeVpcs", Optional.empty(), lookups::vpc),
                look.at("ec2:DescribeSubnets", List.of(), lookups::subnets),
                look.at("ec2:DescribeRouteTables", List.of(), lookups::routeTables),
                look.at("ec2:DescribeNetworkInterfaces", List.of(), lookups::interfaces),
                look.at("ec2:DescribeVpcEndpoints", List.of(), lookups::endpoints),
                look.at("elasticloadbalancing:DescribeLoadBalancers", List.of(), lookups::loadBalancers));
    }

    Premises premises() {
        return new Premises(
                vpc.join(),
                subnets.join(),
                routeTables.join(),
                interfaces.join(),
                endpoints.join(),
                loadBalancers.join());
    }

    private record Look(Optional<VpcId> vpc, Observer observer) {

        <T> CompletableFuture<Observed<T>> at(String source, T nothing, Function<String, T> call) {
            return vpc.map(id -> observer.look(source, () -> call.apply(id.value())))
                    .orElseGet(() -> CompletableFuture.completedFuture(new Observed.Seen<>(nothing, source)));
        }
    }
}
