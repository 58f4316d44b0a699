package dev.essha.checklist;

import dev.essha.inventory.Compute;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Network;
import dev.essha.inventory.Network.Route;
import dev.essha.plan.Cidr;
import dev.essha.plan.InterfaceEndpoint;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.Plan;
import dev.essha.plan.PlanChange;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Worlds in perfect health whose network has another shape than a NAT gateway for each zone. */
final class NetworkWorld {

    static final String REGIONAL = "nat-regional";

    private NetworkWorld() {}

    static Plan plan(Egress egress) {
        Plan plan = ExamplePlan.inRoute53();
        return egress == Egress.EXISTING ? PlanChange.inExistingVpc(plan) : PlanChange.egress(plan, egress);
    }

    static World of(Egress egress) {
        World world = new World(plan(egress));
        switch (egress) {
            case NAT_PER_ZONE -> {
                // As worlds are.
            }
            case REGIONAL_NAT -> regional(world);
            case NONE -> secluded(world);
            case EXISTING -> existing(world);
        }
        return world;
    }

    private static void regional(World world) {
        withoutOwnNat(world);
        world.natGateways.add(new Network.NatGateway(REGIONAL, "", "available", "regional", Words.zones(world.plan)));
        eachPrivateTable(world, List.of(new Route("0.0.0.0/0", REGIONAL, true)));
    }

    private static void secluded(World world) {
        withoutOwnNat(world);
        eachPrivateTable(world, List.of());
        for (InterfaceEndpoint endpoint : InterfaceEndpoint.in(world.plan.region())) {
            String service = endpoint.serviceName(world.plan.region());
            world.endpoints.add(new Network.Endpoint(
                    "vpce-" + endpoint.service(),
                    service,
                    "Interface",
                    "available",
                    List.of("subnet-priv-a", "subnet-priv-b", "subnet-priv-c"),
                    true));
        }
    }

    private static void withoutOwnNat(World world) {
        world.natGateways.clear();
        world.interfaces.removeIf(i -> i.kind().equals("nat_gateway"));
    }

    private static void eachPrivateTable(World world, List<Route> routes) {
        world.routeTables.replaceAll(t ->
                t.id().startsWith("rtb-priv") ? new Network.RouteTable(t.id(), t.main(), t.subnetIds(), routes) : t);
    }

    /** With a subnet of the owner's, open and with an instance in it, and a firewall as the way out of one zone. */
    private static void existing(World world) {
        world.subnets.replaceAll(s -> new Network.Subnet(
                id(s.id()), s.vpcId(), s.zone(), s.cidr(), s.freeAddresses(), s.mapsPublicIp(), s.tags()));
        world.routeTables.replaceAll(t -> new Network.RouteTable(
                t.id(), t.main(), t.subnetIds().stream().map(NetworkWorld::id).toList(), t.routes()));
        world.interfaces.replaceAll(i -> new Network.Interface(
                i.id(), id(i.subnetId()), i.zone(), i.kind(), i.owner(), i.instanceId(), i.publicIp()));
        world.nodes.replaceAll(
                n -> new Compute.Node(n.instanceId(), n.zone(), id(n.subnetId()), n.autoScalingGroup(), n.state()));
        world.nodeGroups.replaceAll(g -> new Compute.NodeGroup(
                g.name(),
                g.status(),
                g.instanceType(),
                g.minSize(),
                g.desiredSize(),
                g.maxSize(),
                g.subnetIds().stream().map(NetworkWorld::id).toList(),
                g.autoScalingGroups()));
        world.endpoints.clear();
        world.subnets.add(new Network.Subnet(
                "subnet-theirs", "vpc-1", "eu-central-1a", Cidr.parse("10.40.240.0/24"), 9, true, Map.of()));
        world.routeTables.add(World.table("rtb-theirs", "subnet-theirs", "igw-1"));
        world.interfaces.add(
                World.eni("eni-theirs", "subnet-theirs", "eu-central-1a", "interface", "instance i-theirs"));
        leaveBy(world, "rtb-priv-c", "vpce-firewall");
        world.natGateways.removeIf(n -> n.id().equals("nat-c"));
        world.interfaces.removeIf(i -> i.id().equals("eni-nat-c"));
    }

    static void leaveBy(World world, String table, String... targets) {
        List<Route> routes =
                Stream.of(targets).map(t -> new Route("0.0.0.0/0", t, true)).toList();
        world.routeTables.replaceAll(
                t -> t.id().equals(table) ? new Network.RouteTable(t.id(), t.main(), t.subnetIds(), routes) : t);
    }

    static Edge.LoadBalancer balancer(String path) {
        return new Edge.LoadBalancer(
                "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/" + path,
                "theirs",
                "theirs.example",
                "internet-facing",
                "application",
                "active",
                "vpc-1",
                List.of("eu-central-1a"),
                true,
                List.of());
    }

    private static String id(String subnet) {
        return subnet.replace("subnet-pub-", "subnet-1000000").replace("subnet-priv-", "subnet-2000000");
    }
}
