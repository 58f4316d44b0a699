package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.PolicyDocument;
import dev.essha.blueprint.cfn.Pseudo;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Statement;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.NetworkPlan;
import java.util.List;

/** The ways out of the private subnets: Solid servers dereference WebIDs on the public internet. */
final class NetworkEgress {

    private NetworkEgress() {}

    /** A NAT gateway in each zone: a zone's outage takes only its own way out. */
    static void throughNat(
            StackDraft stack,
            NetworkPlan.Zone zone,
            ResourceRef publicSubnet,
            ResourceRef privateRoutes,
            ResourceRef attachment) {
        String suffix = NetworkStage.suffix(zone);
        Value name = NetworkStage.named(stack, "nat-" + zone.name().letter());
        // EC2 refuses public addresses and NAT gateways in a VPC that no internet gateway is attached to.
        ResourceRef address = stack.add(Resource.of("NatAddress" + suffix, "AWS::EC2::EIP")
                .after(attachment)
                .with("Domain", "vpc")
                .with("Tags", name));
        ResourceRef nat = stack.add(Resource.of("NatGateway" + suffix, "AWS::EC2::NatGateway")
                .after(attachment)
                .with("AllocationId", address.att("AllocationId"))
                .with("SubnetId", publicSubnet.ref())
                .with("Tags", name));
        stack.add(Resource.of("PrivateRoute" + suffix, "AWS::EC2::Route")
                .with("RouteTableId", privateRoutes.ref())
                .with("DestinationCidrBlock", "0.0.0.0/0")
                .with("NatGatewayId", nat.ref()));
    }

    /** Image layers and resource content go to S3 within the zone, past the NAT gateways and their price per gigabyte. */
    static void toS3(StackDraft stack, ResourceRef vpc, List<ResourceRef> routeTables) {
        stack.add(Resource.of("S3Endpoint", "AWS::EC2::VPCEndpoint")
                .with("VpcEndpointType", "Gateway")
                .with("ServiceName", Value.sub("com.amazonaws.${AWS::Region}.s3"))
                .with("VpcId", vpc.ref())
                .with(
                        "RouteTableIds",
                        routeTables.stream().map(ResourceRef::ref).toList())
                .with("PolicyDocument", s3Policy().value()));
    }

    /**
     * Nothing is written to buckets of other accounts. Reading is left open: the layers of ECR's images lie in AWS's
     * buckets, and a WebID may lie in anybody's.
     */
    private static PolicyDocument s3Policy() {
        Fields ownBuckets = Fields.of("aws:ResourceAccount", Pseudo.ACCOUNT_ID);
        return PolicyDocument.of(
                Statement.allow("ReadAnywhere")
                        .toAnyone()
                        .actions("s3:GetObject")
                        .onAll(),
                Statement.allow("OwnBuckets").toAnyone().actions("s3:*").onAll().when("StringEquals", ownBuckets));
    }
}
