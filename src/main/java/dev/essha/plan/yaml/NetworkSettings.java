package dev.essha.plan.yaml;

import dev.essha.plan.Cidr;
import dev.essha.plan.Limits;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.plan.SubnetLayout;
import dev.essha.plan.VpcId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code network}. */
final class NetworkSettings {

    private static final Setting<NetworkPlan, Optional<VpcId>> EXISTING_VPC = Setting.optional(
            "existingVpc",
            new Maybe<>(Shapes.VPC_ID),
            NetworkPlan::existingVpc,
            "A VPC that is there already. It is checked against R2-R4 and tagged, not changed. vpcCidr and, for each"
                    + " zone, the ids and addresses of its subnets then say what is there, and egress is existing.");

    private static final Setting<NetworkPlan, Cidr> VPC_CIDR = Setting.optional(
            "vpcCidr",
            Shapes.CIDR,
            NetworkPlan::vpcCidr,
            "Addresses of the VPC that everything runs in (R1), from a private range, /16 to /28. Choose one that does"
                    + " not overlap with networks you will connect to. It cannot be changed later.");

    private static final Setting<NetworkPlan, List<ZoneEntry>> ZONES = Setting.required(
            "zones",
            new Listing<>(ZoneEntry.SHAPE, Limits.ZONES.min()),
            plan -> plan.zones().stream().map(ZoneEntry::of).toList(),
            "The availability zones, at least three (R2), each with a public subnet that holds nothing but load"
                + " balancers (R3, R4) and NAT gateways, and a private subnet where everything else runs. A zone may"
                + " be given by its name alone: its subnets are then cut from the VPC, with room to spare.");

    private static final Setting<NetworkPlan, Egress> EGRESS = Setting.optional(
            "egress",
            Choice.of(Egress.class),
            NetworkPlan::egress,
            "How private subnets reach the internet, which ESS needs to look up WebIDs. With nat-per-zone, the loss of"
                + " a zone takes only that zone's internet access. With regional-nat, one NAT gateway spans the zones"
                + " and nothing but load balancers is in the public subnets. With none, the cluster reaches AWS"
                + " through interface endpoints, and WebIDs on the internet cannot be looked up. existing is for an"
                + " existing VPC: what it has.");

    private static final Setting<NetworkPlan, Integer> FLOW_LOG_DAYS = Setting.optional(
            "flowLogDays",
            Shapes.LOG_DAYS,
            NetworkPlan::flowLogDays,
            "How long the VPC's flow logs are kept, in days.");

    private NetworkSettings() {}

    static Section<NetworkPlan> section(NetworkPlan defaults) {
        return new Section<>(
                defaults, List.of(EXISTING_VPC, VPC_CIDR, ZONES, EGRESS, FLOW_LOG_DAYS), NetworkSettings::build, true);
    }

    private static NetworkPlan build(Values<NetworkPlan> values) {
        if (values.has(EXISTING_VPC) && !values.has(VPC_CIDR)) {
            values.refuse(EXISTING_VPC, "network.addresses-missing", VPC_CIDR.key());
        }
        Cidr vpc = values.get(VPC_CIDR);
        List<Zone> zones = zones(values, vpc, values.get(ZONES));
        return new NetworkPlan(values.get(EXISTING_VPC), vpc, zones, values.get(EGRESS), values.get(FLOW_LOG_DAYS));
    }

    private static List<Zone> zones(Values<NetworkPlan> values, Cidr vpc, List<ZoneEntry> entries) {
        if (entries.stream().allMatch(ZoneEntry::isComplete)) {
            return entries.stream().map(ZoneEntry::zone).toList();
        }
        Optional<List<SubnetLayout>> layout = SubnetLayout.of(vpc, entries.size());
        if (layout.isEmpty()) {
            values.refuse(ZONES, "network.no-room-for-subnets", vpc, entries.size());
            return values.defaults().zones();
        }
        return IntStream.range(0, entries.size())
                .mapToObj(i -> entries.get(i).completed(layout.get().get(i)))
                .toList();
    }
}
