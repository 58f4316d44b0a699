package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Network.Interface;
import dev.essha.inventory.Network.Subnet;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** R4: judged by the network interfaces that are really in the public subnets, whoever made them. */
final class PublicSubnets {

    private final Plan plan;
    private final List<LoadBalancer> balancers;
    private final Facts facts = new Facts();

    private PublicSubnets(Plan plan, List<LoadBalancer> balancers) {
        this.plan = plan;
        this.balancers = balancers;
    }

    static Ruling judge(Plan plan, Inventory seen) {
        return Ruling.on(
                seen.subnets(),
                seen.routeTables(),
                (subnets, tables) -> Ruling.on(
                        seen.interfaces(),
                        seen.loadBalancers(),
                        (interfaces, balancers) -> new PublicSubnets(plan, balancers)
                                .judge(new Topology(subnets, tables).publicSubnets(), interfaces)));
    }

    private Ruling judge(List<Subnet> open, List<Interface> interfaces) {
        Set<String> ids = open.stream().map(Subnet::id).collect(Collectors.toSet());
        List<Interface> inside =
                interfaces.stream().filter(i -> ids.contains(i.subnetId())).toList();
        inside.forEach(this::judge);
        facts.note(inside.size() + " network interfaces in " + ids.size() + " public subnets");
        return ids.isEmpty() ? Ruling.fail("no public subnet was found") : facts.ruling();
    }

    /** EC2's documentation and its answers spell the kinds differently: {@code natGateway}, {@code nat_gateway}. */
    private void judge(Interface i) {
        String where = i.id() + " in " + i.zone() + " (" + i.owner() + ")";
        switch (i.kind().replace("_", "").toLowerCase(Locale.ROOT)) {
            case "networkloadbalancer", "loadbalancer", "gatewayloadbalancer" -> facts.note("load balancer: " + where);
            case "natgateway" ->
                facts.check(
                        plan.network().egress() == Egress.NAT_PER_ZONE,
                        "NAT gateway, the exception that the plan's egress brings: " + where);
            default ->
                facts.check(
                        isApplicationLoadBalancer(i),
                        (isApplicationLoadBalancer(i) ? "load balancer: " : "not a load balancer: ") + where);
        }
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
