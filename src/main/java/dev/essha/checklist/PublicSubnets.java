package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Network.Interface;
import dev.essha.inventory.Network.RouteTable;
import dev.essha.inventory.Network.Subnet;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Premises;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** R4: judged by the network interfaces that are really in the public subnets, whoever made them. */
final class PublicSubnets {

    private final Plan plan;
    private final OwnSubnets subnets;
    private final List<LoadBalancer> balancers;
    private final Facts facts = new Facts();

    private PublicSubnets(Plan plan, OwnSubnets subnets, List<LoadBalancer> balancers) {
        this.plan = plan;
        this.subnets = subnets;
        this.balancers = balancers;
    }

    static Ruling judge(Plan plan, Inventory seen) {
        return judge(plan, seen.subnets(), seen.routeTables(), seen.interfaces(), seen.loadBalancers());
    }

    /** A VPC that was there before, before anything of the deployment is in it. */
    static Ruling judge(Plan plan, Premises seen) {
        return judge(plan, seen.subnets(), seen.routeTables(), seen.interfaces(), seen.loadBalancers());
    }

    private static Ruling judge(
            Plan plan,
            Observed<List<Subnet>> subnets,
            Observed<List<RouteTable>> tables,
            Observed<List<Interface>> interfaces,
            Observed<List<LoadBalancer>> balancers) {
        return Ruling.on(
                subnets,
                tables,
                (all, routes) -> Ruling.on(
                        interfaces,
                        balancers,
                        (inside, known) ->
                                new PublicSubnets(plan, OwnSubnets.of(plan, all, routes), known).judge(inside)));
    }

    private Ruling judge(List<Interface> interfaces) {
        Set<String> ids = subnets.open().stream().map(Subnet::id).collect(Collectors.toSet());
        List<Interface> inside =
                interfaces.stream().filter(i -> ids.contains(i.subnetId())).toList();
        inside.forEach(this::judge);
        facts.note("interface.count", inside.size(), ids.size());
        return ids.isEmpty() ? Ruling.fail("subnet.none-public") : facts.ruling();
    }

    /** EC2's documentation and its answers spell the kinds differently: {@code natGateway}, {@code nat_gateway}. */
    private void judge(Interface i) {
        Phrase where = Phrase.of("interface.at", i.id(), i.zone(), i.owner());
        switch (i.kind().replace("_", "").toLowerCase(Locale.ROOT)) {
            case "networkloadbalancer", "loadbalancer", "gatewayloadbalancer" ->
                facts.note("interface.balancer", where);
            case "globalacceleratormanaged" -> judgeAccelerator(where);
            case "natgateway" -> judgeNat(i, where);
            default -> {
                boolean balancer = isApplicationLoadBalancer(i);
                facts.check(balancer, balancer ? "interface.balancer" : "interface.other", where);
            }
        }
    }

    /**
     * By these Global Accelerator hands packets to the load balancers that it is in front of.
     *
     * @see <a href="https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints.sipp-caveats.html">Interfaces
     *     of Global Accelerator</a>
     */
    private void judgeAccelerator(Phrase where) {
        boolean fronted = plan.edge().loadBalancing() == LoadBalancing.FRONTED;
        facts.check(fronted, fronted ? "interface.accelerator" : "interface.other-accelerator", where);
    }

    private void judgeNat(Interface i, Phrase where) {
        boolean excepted = switch (plan.network().egress()) {
            case NAT_PER_ZONE -> true;
            case REGIONAL_NAT, NONE -> false;
            case EXISTING -> isWayOut(i);
        };
        facts.check(excepted, excepted ? "interface.nat" : "interface.other-nat", where);
    }

    /** Its own egress is in the public subnets of most VPCs; EC2 names the NAT gateway in the interface's description. */
    private boolean isWayOut(Interface i) {
        Topology topology = subnets.topology();
        return topology.privateSubnets().stream()
                .flatMap(s -> topology.defaultRoute(s).stream())
                .anyMatch(route -> i.owner().contains(route.target()));
    }

    /**
     * Application load balancers have plain interfaces with a description. Anybody can write a description, so the load
     * balancer has to exist.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html">Requester-managed interfaces</a>
     */
    private boolean isApplicationLoadBalancer(Interface i) {
        return i.instanceId().isEmpty()
                && balancers.stream()
                        .map(b -> b.arn().substring(b.arn().indexOf("loadbalancer/") + "loadbalancer/".length()))
                        .anyMatch(path -> i.owner().equals("ELB " + path));
    }
}
