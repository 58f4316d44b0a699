package dev.essha.cloud.rehearsal;

import dev.essha.plan.NetworkPlan;
import dev.essha.plan.NetworkPlan.ExistingSubnets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The VPC that a plan says is there already, as somebody who knows the requirements would have made it: in each zone a
 * public and a private subnet, a way out that stands in none of them, and a gateway endpoint for S3.
 */
final class Premises {

    private static final String EVERYWHERE = "0.0.0.0/0";

    private final Place place;
    private final String vpc;
    private final List<Live> made = new ArrayList<>();
    private final List<String> privateTables = new ArrayList<>();

    private Premises(Place place, String vpc) {
        this.place = place;
        this.vpc = vpc;
    }

    /** Nothing where the plan's VPC is not there yet. */
    static List<Live> of(Place place, NetworkPlan plan) {
        if (plan.existingVpc().isEmpty()) {
            return List.of();
        }
        Premises premises = new Premises(place, plan.existingVpc().get().value());
        premises.build(plan);
        return List.copyOf(premises.made);
    }

    private void build(NetworkPlan plan) {
        add(
                "AWS::EC2::VPC",
                vpc,
                Map.of("CidrBlock", plan.vpcCidr().toString(), "EnableDnsHostnames", true, "EnableDnsSupport", true));
        String internet = add("AWS::EC2::InternetGateway", "igw-" + hex("internet"), Map.of());
        String wayOut = add("AWS::EC2::NatGateway", "nat-" + hex("way out"), wayOut(plan.zones()));
        String open = table("public", Map.of("GatewayId", internet));
        for (NetworkPlan.Zone zone : plan.zones()) {
            zone.existing().ifPresent(subnets -> {
                String table = table(zone.name().value(), Map.of("NatGatewayId", wayOut));
                privateTables.add(table);
                add(zone, subnets, open, table);
            });
        }
        add(
                "AWS::EC2::VPCEndpoint",
                "vpce-" + hex("s3"),
                Map.of(
                        "VpcId",
                        vpc,
                        "ServiceName",
                        "com.amazonaws." + place.region() + ".s3",
                        "VpcEndpointType",
                        "Gateway",
                        "RouteTableIds",
                        List.copyOf(privateTables)));
    }

    private Map<String, Object> wayOut(List<NetworkPlan.Zone> zones) {
        List<Map<String, Object>> addresses = zones.stream()
                .map(zone -> zone.name().value())
                .map(zone -> Map.<String, Object>of(
                        "AvailabilityZone", zone, "AllocationIds", List.of("eipalloc-" + hex("address of " + zone))))
                .toList();
        return Map.of("VpcId", vpc, "AvailabilityMode", "regional", "AvailabilityZoneAddresses", addresses);
    }

    private void add(NetworkPlan.Zone zone, ExistingSubnets subnets, String open, String closed) {
        subnet(zone, subnets.publicId().value(), zone.publicCidr().toString(), open);
        subnet(zone, subnets.privateId().value(), zone.privateCidr().toString(), closed);
    }

    private void subnet(NetworkPlan.Zone zone, String id, String cidr, String table) {
        add(
                "AWS::EC2::Subnet",
                id,
                Map.of(
                        "VpcId",
                        vpc,
                        "CidrBlock",
                        cidr,
                        "AvailabilityZone",
                        zone.name().value()));
        add(
                "AWS::EC2::SubnetRouteTableAssociation",
                "rtbassoc-" + hex(id),
                Map.of("SubnetId", id, "RouteTableId", table));
    }

    private String table(String of, Map<String, Object> target) {
        String id = add("AWS::EC2::RouteTable", "rtb-" + hex(of), Map.of("VpcId", vpc));
        Map<String, Object> route = new HashMap<>(target);
        route.put("RouteTableId", id);
        route.put("DestinationCidrBlock", EVERYWHERE);
        add("AWS::EC2::Route", id + "|" + EVERYWHERE, route);
        return id;
    }

    private String add(String type, String id, Map<String, Object> properties) {
        made.add(Live.byHand(place, type, id, Hash.of(type, id).substring(0, 32), properties, Instant.EPOCH));
        return id;
    }

    private String hex(String what) {
        return Hash.of(vpc, what).substring(0, 17);
    }
}
