package dev.essha.checklist;

import dev.essha.plan.Cidr;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.Plan;
import dev.essha.plan.ValidPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans with every way to the cluster. */
final class FrontPlans {

    static final List<Cidr> EVERYBODY = List.of(Cidr.ANYWHERE);
    static final List<Cidr> OFFICE = List.of(Cidr.parse("198.51.100.0/24"), Cidr.parse("203.0.113.0/24"));

    private static final List<Boolean> EITHER = List.of(false, true);

    private FrontPlans() {}

    static Plan perZone() {
        return plan(LoadBalancing.PER_ZONE, Gateway.NONE, EVERYBODY, Dns.ROUTE53, false, true);
    }

    static Plan fronted() {
        return plan(LoadBalancing.FRONTED, Gateway.NONE, EVERYBODY, Dns.ROUTE53, false, false);
    }

    static Plan behindGateway() {
        return plan(LoadBalancing.SINGLE, Gateway.CLOUDFRONT, OFFICE, Dns.ROUTE53, false, false);
    }

    /** At the top of its zone. */
    static Plan atTheTop(LoadBalancing loadBalancing, Gateway gateway, Dns dns) {
        return plan(loadBalancing, gateway, EVERYBODY, dns, true, false);
    }

    static Stream<Plan> all() {
        List<Plan> plans = new ArrayList<>();
        for (LoadBalancing loadBalancing : LoadBalancing.values()) {
            for (Gateway gateway : Gateway.values()) {
                for (Dns dns : Dns.values()) {
                    for (boolean apex : EITHER) {
                        for (boolean inside : EITHER) {
                            plans.add(plan(loadBalancing, gateway, EVERYBODY, dns, apex, inside));
                            plans.add(plan(loadBalancing, gateway, OFFICE, dns, apex, inside));
                        }
                    }
                }
            }
        }
        return plans.stream().filter(p -> ValidPlan.problems(p).isEmpty());
    }

    static Plan plan(
            LoadBalancing loadBalancing, Gateway gateway, List<Cidr> allowed, Dns dns, boolean apex, boolean inside) {
        return ExamplePlan.with(
                new DomainPlan(new DomainName("ess.example.com"), dns, Optional.empty(), apex, inside),
                new EdgePlan(loadBalancing, gateway, allowed, "ELBSecurityPolicy-TLS13-1-2-2021-06", 30443));
    }

    static String label(Plan plan) {
        return String.join(
                " ",
                plan.edge().loadBalancing().name(),
                plan.edge().gateway().name(),
                plan.edge().allowedCidrs().toString(),
                plan.domain().dns().name(),
                plan.domain().apex() ? "apex" : "",
                plan.domain().privateZone() ? "inside" : "");
    }
}
