package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.first;
import static dev.essha.cloud.aws.Facts.text;
import static dev.essha.cloud.aws.Facts.yes;

import dev.essha.inventory.Network;
import dev.essha.plan.Cidr;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityMode;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachment;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociationStateCode;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/** The VPC and what lies in it, as EC2 sees it. What is deleted but still listed for a while is left out. */
final class NetworkLookups {

    /** States of endpoints that are still told of for a while. EC2 writes them with a small letter, its model does not. */
    private static final Set<String> GONE = Set.of("deleting", "deleted");

    private final AwsClients clients;

    NetworkLookups(AwsClients clients) {
        this.clients = clients;
    }

    Optional<Network.Vpc> vpc(String vpcId) {
        return Existing.find(() -> ec2().describeVpcs(r -> r.vpcIds(vpcId)))
                .flatMap(answer -> answer.vpcs().stream().findFirst())
                .map(this::vpc);
    }

    List<Network.Subnet> subnets(String vpcId) {
        return ec2().describeSubnetsPaginator(r -> r.filters(inVpc(vpcId))).subnets().stream()
                .map(NetworkLookups::subnet)
                .sorted(Comparator.comparing(Network.Subnet::id))
                .toList();
    }

    List<Network.RouteTable> routeTables(String vpcId) {
        return ec2().describeRouteTablesPaginator(r -> r.filters(inVpc(vpcId))).routeTables().stream()
                .map(NetworkLookups::routeTable)
                .sorted(Comparator.comparing(Network.RouteTable::id))
                .toList();
    }

    List<Network.NatGateway> natGateways(String vpcId) {
        return ec2().describeNatGatewaysPaginator(r -> r.filter(inVpc(vpcId))).natGateways().stream()
                .filter(nat -> nat.state() != NatGatewayState.DELETED)
                .map(NetworkLookups::natGateway)
                .sorted(Comparator.comparing(Network.NatGateway::id))
                .toList();
    }

    List<Network.Interface> interfaces(String vpcId) {
        return ec2().describeNetworkInterfacesPaginator(r -> r.filters(inVpc(vpcId))).networkInterfaces().stream()
                .map(NetworkLookups::networkInterface)
                .sorted(Comparator.comparing(Network.Interface::id))
                .toList();
    }

    List<Network.Endpoint> endpoints(String vpcId) {
        return ec2().describeVpcEndpointsPaginator(r -> r.filters(inVpc(vpcId))).vpcEndpoints().stream()
                .filter(e -> !GONE.contains(e.stateAsString().toLowerCase(Locale.ROOT)))
                .map(e -> new Network.Endpoint(
                        e.vpcEndpointId(),
                        e.serviceName(),
                        e.vpcEndpointTypeAsString(),
                        e.stateAsString(),
                        e.subnetIds().stream().sorted().toList(),
                        yes(e.privateDnsEnabled())))
                .sorted(Comparator.comparing(Network.Endpoint::id))
                .toList();
    }

    private Network.Vpc vpc(Vpc vpc) {
        return new Network.Vpc(
                vpc.vpcId(),
                Cidr.parse(vpc.cidrBlock()),
                attribute(vpc, VpcAttributeName.ENABLE_DNS_SUPPORT)
                        .enableDnsSupport()
                        .value(),
                attribute(vpc, VpcAttributeName.ENABLE_DNS_HOSTNAMES)
                        .enableDnsHostnames()
                        .value(),
                Facts.tags(vpc.tags(), Tag::key, Tag::value));
    }

    private DescribeVpcAttributeResponse attribute(Vpc vpc, VpcAttributeName name) {
        return ec2().describeVpcAttribute(r -> r.vpcId(vpc.vpcId()).attribute(name));
    }

    private static Network.Subnet subnet(Subnet subnet) {
        return new Network.Subnet(
                subnet.subnetId(),
                subnet.vpcId(),
                subnet.availabilityZone(),
                Cidr.parse(subnet.cidrBlock()),
                Facts.number(subnet.availableIpAddressCount()),
                yes(subnet.mapPublicIpOnLaunch()),
                Facts.tags(subnet.tags(), Tag::key, Tag::value));
    }

    private static Network.RouteTable routeTable(RouteTable table) {
        List<String> subnetIds = table.associations().stream()
                .filter(NetworkLookups::stands)
                .map(RouteTableAssociation::subnetId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        boolean main = table.associations().stream().anyMatch(a -> yes(a.main()));
        List<Network.Route> routes = table.routes().stream()
                .map(NetworkLookups::route)
                .sorted(Comparator.comparing(Network.Route::destination))
                .toList();
        return new Network.RouteTable(table.routeTableId(), main, subnetIds, routes);
    }

    private static boolean stands(RouteTableAssociation association) {
        return association.associationState() == null
                || association.associationState().state() != RouteTableAssociationStateCode.DISASSOCIATED;
    }

    private static Network.Route route(Route route) {
        return new Network.Route(
                first(route.destinationCidrBlock(), route.destinationIpv6CidrBlock(), route.destinationPrefixListId()),
                target(route),
                route.state() != RouteState.BLACKHOLE);
    }

    private static String target(Route route) {
        return first(
                route.gatewayId(),
                route.natGatewayId(),
                route.transitGatewayId(),
                route.vpcPeeringConnectionId(),
                route.egressOnlyInternetGatewayId(),
                route.networkInterfaceId(),
                route.instanceId(),
                route.localGatewayId(),
                route.carrierGatewayId(),
                route.coreNetworkArn());
    }

    private static Network.NatGateway natGateway(NatGateway nat) {
        return new Network.NatGateway(
                nat.natGatewayId(),
                text(nat.subnetId()),
                nat.stateAsString(),
                first(nat.availabilityModeAsString(), "zonal"),
                nat.availabilityMode() == AvailabilityMode.REGIONAL ? zones(nat) : List.of());
    }

    private static List<String> zones(NatGateway nat) {
        return nat.natGatewayAddresses().stream()
                .map(NatGatewayAddress::availabilityZone)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static Network.Interface networkInterface(NetworkInterface seen) {
        return new Network.Interface(
                seen.networkInterfaceId(),
                text(seen.subnetId()),
                text(seen.availabilityZone()),
                text(seen.interfaceTypeAsString()),
                InterfaceOwner.of(seen),
                Optional.ofNullable(seen.attachment()).map(NetworkInterfaceAttachment::instanceId),
                Optional.ofNullable(seen.association()).map(NetworkInterfaceAssociation::publicIp));
    }

    private Ec2Client ec2() {
        return clients.ec2();
    }

    private static Filter inVpc(String vpcId) {
        return Filter.builder().name("vpc-id").values(vpcId).build();
    }
}
