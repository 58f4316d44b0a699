package dev.essha.diagram;

import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.plan.Plan;
import dev.essha.wording.Wording;
import java.util.List;

/** The way of a client: names, what stands in front of the VPC, load balancers, nodes. */
final class FrontDrawing {

    private static final String HTTPS = "HTTPS 443";

    private final Plan plan;
    private final Grid grid;
    private final Canvas canvas;
    private final Wording text;

    FrontDrawing(Plan plan, Grid grid, Canvas canvas, Wording text) {
        this.plan = plan;
        this.grid = grid;
        this.canvas = canvas;
        this.text = text;
    }

    /** Drawn before the region, which it stands above. */
    void aboveRegion() {
        canvas.add("names", Box.Kind.OUTSIDE, names(), records(), grid.names());
        if (plan.edge().gateway() == Gateway.CLOUDFRONT) {
            canvas.add("gateway", Box.Kind.FRONT, "Amazon CloudFront", text.of("gateway.detail"), grid.front());
        } else if (plan.edge().loadBalancing() == LoadBalancing.FRONTED) {
            canvas.add(
                    "accelerator",
                    Box.Kind.FRONT,
                    "AWS Global Accelerator",
                    text.of("accelerator.detail"),
                    grid.front());
        }
    }

    private String names() {
        DomainName domain = plan.domain().name();
        return Grid.isLong(domain) ? text.of("names.below", domain) : text.of("names", domain, domain.wildcard());
    }

    private String records() {
        DomainPlan domain = plan.domain();
        String kinds = text.of(domain.apex() ? "records.apex" : "records");
        boolean weighted = plan.edge().loadBalancing() == LoadBalancing.PER_ZONE && !grid.fronted();
        String all = weighted ? text.of("records.weighted", kinds) : kinds;
        return switch (domain.dns()) {
            case ROUTE53 -> text.of("records.route53", all);
            case ELSEWHERE -> text.of("records.elsewhere", all);
        };
    }

    /** Drawn after the zones, which they stand in. */
    void loadBalancers() {
        if (isSingle()) {
            canvas.add(
                    "balancer",
                    Box.Kind.LOAD_BALANCER,
                    text.of("balancer"),
                    text.of("balancer.all"),
                    grid.acrossZones(Row.BALANCER));
        } else {
            for (int i = 0; i < grid.zones(); i++) {
                canvas.add(
                        "balancer/" + zones().get(i).name(),
                        Box.Kind.LOAD_BALANCER,
                        text.of("balancer"),
                        text.of("balancer.zone"),
                        grid.row(Row.BALANCER, i));
            }
        }
        if (plan.domain().privateZone()) {
            canvas.add(
                    "internal-balancer",
                    Box.Kind.LOAD_BALANCER,
                    text.of("internal-balancer"),
                    text.of("internal-balancer.detail"),
                    grid.acrossZones(Row.INTERNAL_BALANCER));
        }
    }

    void connect() {
        String last = "names";
        if (grid.fronted()) {
            last = plan.edge().gateway() == Gateway.CLOUDFRONT ? "gateway" : "accelerator";
            canvas.down("names", last, isSingle() ? grid.entry() : grid.names().centerX(), HTTPS);
        }
        if (isSingle()) {
            canvas.down(last, "balancer", grid.entry(), HTTPS);
        }
        for (int i = 0; i < grid.zones(); i++) {
            connect(last, zones().get(i), grid.lane(i));
        }
    }

    private void connect(String before, Zone zone, double lane) {
        EdgePlan edge = plan.edge();
        String balancer = isSingle() ? "balancer" : "balancer/" + zone.name();
        if (!isSingle()) {
            canvas.down(before, balancer, lane, HTTPS);
        }
        canvas.down(balancer, "nodes/" + zone.name(), lane, "TLS " + edge.nodePort());
        if (plan.domain().privateZone()) {
            canvas.up("internal-balancer", "nodes/" + zone.name(), lane);
        }
    }

    private boolean isSingle() {
        return plan.edge().loadBalancing() == LoadBalancing.SINGLE;
    }

    private List<Zone> zones() {
        return plan.network().zones();
    }
}
