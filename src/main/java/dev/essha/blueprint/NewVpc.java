package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Tags;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.Cidr;
import dev.essha.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The VPC that the deployment makes for itself.
 *
 * <p>Resources of a zone carry its letter, so that another zone may come or go without moving those that stay.
 */
final class NewVpc {

    private NewVpc() {}

    /** What a zone has. */
    record ZonePart(
            NetworkPlan.Zone zone, ResourceRef publicSubnet, ResourceRef privateSubnet, ResourceRef privateRoutes) {

        String suffix() {
            return NetworkStage.suffix(zone);
        }
    }

    static NetworkStage.Site add(StackDraft stack) {
        stack.lintException("W3010", "The plan chooses the zones: every stage has to be in the same ones");
        ResourceRef vpc = vpc(stack);
        ResourceRef publicRoutes = routes(stack, vpc, "PublicRouteTable", "public");
        ResourceRef attachment = internetGateway(stack, vpc, publicRoutes);
        List<ZonePart> zones = new ArrayList<>();
        for (NetworkPlan.Zone zone : stack.plan().network().zones()) {
            zones.add(zone(stack, vpc, zone, publicRoutes));
        }
        NetworkEgress.add(stack, vpc, attachment, zones);
        FlowLogs.add(stack, vpc);
        return new NetworkStage.Site(
                vpc.ref(), refs(zones, ZonePart::publicSubnet), refs(zones, ZonePart::privateSubnet));
    }

    private static ResourceRef vpc(StackDraft stack) {
        return stack.add(Resource.of("Vpc", "AWS::EC2::VPC")
                .with("CidrBlock", stack.plan().network().vpcCidr().toString())
                .with("EnableDnsSupport", true)
                .with("EnableDnsHostnames", true)
                .with("Tags", Tags.named(stack.names().prefix())));
    }

    private static ResourceRef internetGateway(StackDraft stack, ResourceRef vpc, ResourceRef publicRoutes) {
        ResourceRef gateway = stack.add(Resource.of("InternetGateway", "AWS::EC2::InternetGateway")
                .with("Tags", Tags.named(stack.names().prefix())));
        ResourceRef attachment = stack.add(Resource.of("InternetGatewayAttachment", "AWS::EC2::VPCGatewayAttachment")
                .with("VpcId", vpc.ref())
                .with("InternetGatewayId", gateway.ref()));
        stack.add(Resource.of("PublicRoute", "AWS::EC2::Route")
                .after(attachment)
                .with("RouteTableId", publicRoutes.ref())
                .with("DestinationCidrBlock", "0.0.0.0/0")
                .with("GatewayId", gateway.ref()));
        return attachment;
    }

    private static ZonePart zone(StackDraft stack, ResourceRef vpc, NetworkPlan.Zone zone, ResourceRef publicRoutes) {
        String suffix = NetworkStage.suffix(zone);
        ResourceRef publicSubnet = publicSubnet(stack, vpc, zone);
        ResourceRef privateSubnet = privateSubnet(stack, vpc, zone);
        ResourceRef privateRoutes = routes(
                stack,
                vpc,
                "PrivateRouteTable" + suffix,
                "private-" + zone.name().letter());
        associate(stack, "PublicSubnetRoutes" + suffix, publicSubnet, publicRoutes);
        associate(stack, "PrivateSubnetRoutes" + suffix, privateSubnet, privateRoutes);
        return new ZonePart(zone, publicSubnet, privateSubnet, privateRoutes);
    }

    private static ResourceRef routes(StackDraft stack, ResourceRef vpc, String id, String name) {
        return stack.add(Resource.of(id, "AWS::EC2::RouteTable")
                .with("VpcId", vpc.ref())
                .with("Tags", NetworkStage.named(stack, name)));
    }

    private static ResourceRef publicSubnet(StackDraft stack, ResourceRef vpc, NetworkPlan.Zone zone) {
        Value tags = subnetTags(stack, "public", zone, "kubernetes.io/role/elb");
        return stack.add(subnet("Public", vpc, zone, zone.publicCidr()).with("Tags", tags));
    }

    private static ResourceRef privateSubnet(StackDraft stack, ResourceRef vpc, NetworkPlan.Zone zone) {
        Value tags = subnetTags(stack, "private", zone, "kubernetes.io/role/internal-elb");
        return stack.add(subnet("Private", vpc, zone, zone.privateCidr()).with("Tags", tags));
    }

    /** Load balancers and NAT gateways bring their own public addresses; whatever else lands here by mistake gets none. */
    private static Resource subnet(String kind, ResourceRef vpc, NetworkPlan.Zone zone, Cidr cidr) {
        return Resource.of(kind + "Subnet" + NetworkStage.suffix(zone), "AWS::EC2::Subnet")
                .with("VpcId", vpc.ref())
                .with("AvailabilityZone", zone.name().toString())
                .with("CidrBlock", cidr.toString())
                .with("MapPublicIpOnLaunch", false);
    }

    /** Kubernetes finds the subnets for its load balancers by their role tag. */
    private static Value subnetTags(StackDraft stack, String kind, NetworkPlan.Zone zone, String role) {
        String name = stack.names().prefix() + "-" + kind + "-" + zone.name().letter();
        return Tags.of(Map.of("Name", name, role, "1"));
    }

    private static void associate(StackDraft stack, String logicalId, ResourceRef subnet, ResourceRef routes) {
        stack.add(Resource.of(logicalId, "AWS::EC2::SubnetRouteTableAssociation")
                .with("SubnetId", subnet.ref())
                .with("RouteTableId", routes.ref()));
    }

    private static List<? extends Value> refs(List<ZonePart> zones, Function<ZonePart, ResourceRef> part) {
        return zones.stream().map(part).map(ResourceRef::ref).toList();
    }
}
