package dev.essha.cost;

import dev.essha.cost.Product.Kind;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.Plan;

/** What clients meet first: names, gateway, accelerator, load balancers. */
final class FrontItems {

    /** The limit for each client, and three groups of AWS's own. */
    private static final int WEB_ACL_RULES = 4;

    /**
     * Those that stay, which are charged as others are.
     *
     * @see <a href="https://aws.amazon.com/vpc/pricing/">Public IPv4 addresses</a>
     */
    private static final int ACCELERATOR_ADDRESSES = 2;

    private FrontItems() {}

    static void add(BillDraft bill, Plan plan) {
        edge(bill, plan);
        if (plan.edge().gateway() == Gateway.CLOUDFRONT) {
            gateway(bill, plan);
        }
        dns(bill, plan);
    }

    /** An address in each zone, whatever the shape; those inside the VPC have none that is paid for. */
    private static void edge(BillDraft bill, Plan plan) {
        int zones = NetworkItems.zones(plan);
        int open = plan.edge().loadBalancing() == LoadBalancing.SINGLE ? 1 : zones;
        int inside = plan.domain().privateZone() ? 1 : 0;
        bill.hourly(Section.EDGE, "load-balancer", Product.of(Kind.LOAD_BALANCER), open + inside);
        bill.byUse(Section.EDGE, "load-balancer-work", Kind.LOAD_BALANCER_WORK);
        bill.hourly(Section.EDGE, "load-balancer-address", Product.of(Kind.PUBLIC_ADDRESS), zones);
        if (plan.edge().loadBalancing() == LoadBalancing.FRONTED) {
            String area = Area.of(plan.region()).priceListName();
            bill.hourly(Section.EDGE, "accelerator", Product.of(Kind.ACCELERATOR), 1);
            bill.hourly(Section.EDGE, "accelerator-address", Product.of(Kind.PUBLIC_ADDRESS), ACCELERATOR_ADDRESSES);
            bill.byUse(Section.EDGE, "accelerator-transfer", Product.of(Kind.ACCELERATOR_TRANSFER, area), area);
        }
    }

    private static void gateway(BillDraft bill, Plan plan) {
        String area = Area.of(plan.region()).priceListName();
        bill.monthly(Section.GATEWAY, "web-acl", Product.of(Kind.WEB_ACL), 1);
        bill.monthly(Section.GATEWAY, "web-acl-rule", Product.of(Kind.WEB_ACL_RULE), rules(plan.edge()));
        bill.byUse(Section.GATEWAY, "web-acl-requests", Kind.WEB_ACL_REQUESTS);
        bill.byUse(Section.GATEWAY, "gateway-requests", Product.of(Kind.GATEWAY_REQUESTS, area), area);
        bill.byUse(Section.GATEWAY, "gateway-transfer", Product.of(Kind.GATEWAY_TRANSFER, area), area);
        bill.byUse(Section.GATEWAY, "gateway-upload", Product.of(Kind.GATEWAY_UPLOAD, area), area);
    }

    private static int rules(EdgePlan edge) {
        return edge.isOpenToAll() ? WEB_ACL_RULES : WEB_ACL_RULES + 1;
    }

    /** The public zone of the domain was there before. */
    private static void dns(BillDraft bill, Plan plan) {
        bill.monthly(
                Section.DNS,
                "private-zone",
                Product.of(Kind.HOSTED_ZONE),
                plan.domain().privateZone() ? 1 : 0);
        int checks = hasHealthChecks(plan) ? NetworkItems.zones(plan) : 0;
        bill.monthly(Section.DNS, "health-check", Product.of(Kind.HEALTH_CHECK), checks);
        bill.monthly(Section.DNS, "health-check-interval", Product.of(Kind.HEALTH_CHECK_OPTION), checks);
        if (plan.domain().dns() == Dns.ROUTE53) {
            bill.byUse(Section.DNS, "dns-queries", Kind.DNS_QUERIES);
        }
    }

    /** Where everybody may connect to a zone's own load balancer, so that those who check may, too. */
    private static boolean hasHealthChecks(Plan plan) {
        EdgePlan edge = plan.edge();
        return edge.loadBalancing() == LoadBalancing.PER_ZONE
                && edge.gateway() == Gateway.NONE
                && edge.isOpenToAll()
                && plan.domain().dns() == Dns.ROUTE53;
    }
}
