package dev.essha.blueprint;

import dev.essha.plan.Cidr;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every way to the cluster that the rules accept: load balancing, gateway, who may connect, and DNS. */
record FrontShapes(
        LoadBalancing loadBalancing,
        Gateway gateway,
        Cidr allowed,
        Dns dns,
        boolean apex,
        boolean privateZone,
        int zones) {

    /** The stages that differ. */
    static final Set<StageId> STAGES =
            EnumSet.of(StageId.EDGE, StageId.ACCELERATOR, StageId.GATEWAY, StageId.DNS, StageId.ACCESS);

    private static final List<Boolean> EITHER = List.of(false, true);
    private static final List<Cidr> ALLOWED = List.of(Cidr.ANYWHERE, Cidr.parse("198.51.100.0/24"));

    static Stream<FrontShapes> all() {
        return Stream.of(LoadBalancing.values())
                .flatMap(l -> Stream.of(Gateway.values())
                        .flatMap(g -> ALLOWED.stream()
                                .flatMap(a -> Stream.of(Dns.values())
                                        .flatMap(d -> EITHER.stream()
                                                .flatMap(apex -> EITHER.stream()
                                                        .flatMap(inside -> Stream.of(3, 4)
                                                                .map(z -> new FrontShapes(
                                                                        l, g, a, d, apex, inside, z))))))))
                .filter(FrontShapes::isAccepted);
    }

    private boolean isAccepted() {
        boolean open = allowed.equals(Cidr.ANYWHERE);
        return switch (loadBalancing) {
                    case SINGLE -> true;
                    case PER_ZONE -> dns == Dns.ROUTE53;
                    case FRONTED -> gateway == Gateway.NONE && open;
                }
                && (dns == Dns.ROUTE53 || !privateZone);
    }

    StagePlans plan() {
        StagePlans plan = new StagePlans();
        plan.loadBalancing = loadBalancing;
        plan.gateway = gateway;
        plan.allowedCidrs = List.of(allowed);
        plan.dns = dns;
        plan.apex = apex;
        plan.privateZone = privateZone;
        plan.zones = zones;
        return plan;
    }

    List<Stage> stages() {
        return Stages.of(plan().plan());
    }

    /** The templates between the clients and the nodes. */
    List<Work.Stack> front() {
        return stages().stream()
                .filter(s -> STAGES.contains(s.id()))
                .flatMap(s -> s.work() instanceof Work.Stack stack ? Stream.of(stack) : Stream.empty())
                .toList();
    }
}
