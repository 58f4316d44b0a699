package dev.essha.survey;

import dev.essha.cloud.Lookups;
import dev.essha.inventory.Network;
import dev.essha.inventory.Observed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The look-ups of the VPC and what lies in it, under way. */
record NetworkPart(
        CompletableFuture<Observed<Optional<Network.Vpc>>> vpc,
        CompletableFuture<Observed<List<Network.Subnet>>> subnets,
        CompletableFuture<Observed<List<Network.RouteTable>>> routeTables,
        CompletableFuture<Observed<List<Network.NatGateway>>> natGateways,
        CompletableFuture<Observed<List<Network.Interface>>> interfaces,
        CompletableFuture<Observed<List<Network.Endpoint>>> endpoints) {

    static NetworkPart start(Ids ids, Lookups lookups) {
        return new NetworkPart(
                ids.inVpc("ec2:DescribeVpcs", lookups::vpc),
                ids.inVpc("ec2:DescribeSubnets", lookups::subnets),
                ids.inVpc("ec2:DescribeRouteTables", lookups::routeTables),
                ids.inVpc("ec2:DescribeNatGateways", lookups::natGateways),
                ids.inVpc("ec2:DescribeNetworkInterfaces", lookups::interfaces),
                ids.inVpc("ec2:DescribeVpcEndpoints", lookups::endpoints));
    }
}
