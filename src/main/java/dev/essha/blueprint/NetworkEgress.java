package dev.essha.blueprint;

import dev.essha.blueprint.NewVpc.ZonePart;
import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.PolicyDocument;
import dev.essha.blueprint.cfn.Pseudo;
import dev.essha.blueprint.cfn.Reference;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Statement;
import dev.essha.blueprint.cfn.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways out of the private subnets: Solid servers dereference WebIDs on the public internet. The routes have the same
 * names whatever they lead to, so that a change of the plan turns them to the new way before the old one is removed.
 */
final class NetworkEgress {

    private NetworkEgress() {}

    static void add(StackDraft stack, ResourceRef vpc, ResourceRef attachment, List<ZonePart> zones) {
        switch (stack.plan().network().egress()) {
            case NAT_PER_ZONE -> zones.forEach(z -> throughOwnNat(stack, z, attachment));
            case REGIONAL_NAT -> throughRegionalNat(stack, vpc, attachment, zones);
            case NONE, EXISTING -> {
                // No route leads out.
            }
        }
        toS3(stack, vpc, zones);
    }

    /** A NAT gateway in each zone: a zone's outage takes only its own way out. */
    private static void throughOwnNat(StackDraft stack, ZonePart zone, ResourceRef attachment) {
        Value name = NetworkStage.named(stack, "nat-" + zone.zone().name().letter());
        ResourceRef address = address(stack, "NatAddress" + zone.suffix(), name, attachment);
        ResourceRef nat = stack.add(Resource.of("NatGateway" + zone.suffix(), "AWS::EC2::NatGateway")
                .after(attachment)
                .with("AllocationId", address.att("AllocationId"))
                .with("SubnetId", zone.publicSubnet().ref())
                .with("Tags", name));
        route(stack, zone, nat);
    }

    /**
     * One NAT gateway that spans the zones and stands in no subnet. It is told its zones and their addresses: left to
     * itself it takes up to an hour to reach a zone that something new appeared in, and leads its traffic through another
     * until then. So each zone has its own way out from the first minute, by an address that is known and stays.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html">Regional NAT gateways</a>
     */
    private static void throughRegionalNat(
            StackDraft stack, ResourceRef vpc, ResourceRef attachment, List<ZonePart> zones) {
        List<Fields> addresses = new ArrayList<>();
        for (ZonePart zone : zones) {
            Value name = NetworkStage.named(
                    stack, "regional-nat-" + zone.zone().name().letter());
            ResourceRef address = address(stack, "RegionalNatAddress" + zone.suffix(), name, attachment);
            addresses.add(Fields.of("AvailabilityZone", zone.zone().name().toString())
                    .with("AllocationIds", Value.list(address.att("AllocationId"))));
        }
        ResourceRef nat = stack.add(Resource.of("RegionalNatGateway", "AWS::EC2::NatGateway")
                .after(attachment)
                .with("AvailabilityMode", "regional")
                .with("VpcId", vpc.ref())
                .with("AvailabilityZoneAddresses", addresses)
                .with("Tags", NetworkStage.named(stack, "regional-nat")));
        zones.forEach(z -> route(stack, z, nat));
    }

    /** EC2 refuses public addresses and NAT gateways in a VPC that no internet gateway is attached to. */
    private static ResourceRef address(StackDraft stack, String id, Value name, ResourceRef attachment) {
        return stack.add(Resource.of(id, "AWS::EC2::EIP")
                .after(attachment)
                .with("Domain", "vpc")
                .with("Tags", name));
    }

    private static void route(StackDraft stack, ZonePart zone, ResourceRef nat) {
        stack.add(Resource.of("PrivateRoute" + zone.suffix(), "AWS::EC2::Route")
                .with("RouteTableId", zone.privateRoutes().ref())
                .with("DestinationCidrBlock", "0.0.0.0/0")
                .with("NatGatewayId", nat.ref()));
    }

    /**
     * Image layers and resource content go to S3 within the zone, past the NAT gateways and their price per gigabyte. Its
     * name is the same in every partition.
     */
    private static void toS3(StackDraft stack, ResourceRef vpc, List<ZonePart> zones) {
        List<Reference> tables =
                zones.stream().map(z -> z.privateRoutes().ref()).toList();
        stack.add(Resource.of("S3Endpoint", "AWS::EC2::VPCEndpoint")
                .with("VpcEndpointType", "Gateway")
                .with("ServiceName", Value.sub("com.amazonaws.${AWS::Region}.s3"))
                .with("VpcId", vpc.ref())
                .with("RouteTableIds", tables)
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
