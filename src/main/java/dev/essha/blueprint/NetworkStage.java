package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Tags;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.Cidr;
import dev.essha.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One VPC over all zones of the plan, with a public and a private subnet in each (R1-R4).
 *
 * <p>Resources of a zone carry its letter, so that another zone may come or go without moving those that stay.
 */
final class NetworkStage implements StageTemplate.OfStack {

    @Override
    public StageId id() {
        return StageId.NETWORK;
    }

    @Override
    public void describe(StackDraft stack) {
        stack.lintException("W3010", "The plan chooses the zones: every stage has to be in the same ones");
        ResourceRef vpc = vpc(stack);
        ResourceRef publicRoutes = routes(stack, vpc, "PublicRouteTable", "public");
        ResourceRef attachment = internetGateway(stack, vpc, publicRoutes);
        List<ResourceRef> publicSubnets = new ArrayList<>();
        List<ResourceRef> privateSubnets = new ArrayList<>();
        List<ResourceRef> privateRoutes = new ArrayList<>();
        for (NetworkPlan.Zone zone : stack.plan().network().zones()) {
            ResourceRef publicSubnet = publicSubnet(stack, vpc, zone);
            ResourceRef privateSubnet = privateSubnet(stack, vpc, zone);
            ResourceRef routes = routes(
                    stack,
                    vpc,
                    "PrivateRouteTable" + suffix(zone),
                    "private-" + zone.name().letter());
            associate(stack, "PublicSubnetRoutes" + suffix(zone), publicSubnet, publicRoutes);
            associate(stack, "PrivateSubnetRoutes" + suffix(zone), privateSubnet, routes);
            NetworkEgress.throughNat(stack, zone, publicSubnet, routes, attachment);
            publicSubnets.add(publicSubnet);
            privateSubnets.add(privateSubnet);
            privateRoutes.add(routes);
        }
        NetworkEgress.toS3(stack, vpc, privateRoutes);
        FlowLogs.add(stack, vpc);
        SecurityGroups.add(stack, vpc);
        stack.deliver(Output.VPC_ID, vpc.ref());
        stack.deliver(Output.PUBLIC_SUBNET_IDS, refs(publicSubnets));
        stack.deliver(Output.PRIVATE_SUBNET_IDS, refs(privateSubnets));
    }

    /** The letter that tells a zone's resources from those of the others. */
    static String suffix(NetworkPlan.Zone zone) {
        return zone.name().letter().toUpperCase(Locale.ROOT);
    }

    /** The name that the console shows. */
    static Value named(StackDraft stack, String what) {
        return Tags.named(stack.names().prefix() + "-" + what);
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

    private static ResourceRef routes(StackDraft stack, ResourceRef vpc, String id, String name) {
        return stack.add(
                Resource.of(id, "AWS::EC2::RouteTable").with("VpcId", vpc.ref()).with("Tags", named(stack, name)));
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
        return Resource.of(kind + "Subnet" + suffix(zone), "AWS::EC2::Subnet")
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

    private static List<? extends Value> refs(List<ResourceRef> resources) {
        return resources.stream().map(ResourceRef::ref).toList();
    }
}
