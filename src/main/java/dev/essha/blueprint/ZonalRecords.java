package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Tags;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import java.util.List;

/**
 * One name for the load balancers of all zones: a weighted alias record for each, so that Route 53 shares the traffic out
 * and leaves out a zone whose load balancer is ill.
 *
 * <p>They stand beside the load balancers, under a name of their own, and not at the domain itself, for the sake of
 * changes: Route 53 lets no weighted record stand beside a simple one, nor an alias beside a CNAME, so the domain's
 * records could not become weighted while they stand. As it is, those stay what they are, and only what they lead to
 * changes; a zone adds a record here. They stay where an accelerator is in front: a plan that takes the accelerator back
 * needs them before its domain leads here again, and the domain leads here until it leads to the accelerator.
 *
 * <p>An alias is as healthy as the targets behind its load balancer. The health check looks from the internet as well,
 * which only works where everybody may connect: health checkers have addresses of their own. One that always failed would
 * hide what the targets tell, so elsewhere there is none.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted-alias.html">
 *     Weighted alias records</a>
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html#dns-failover-complex-configs-hc-alias">
 *     Health checks of alias records</a>
 */
final class ZonalRecords {

    /** The shorter of the two that Route 53 offers, in seconds; with three failures a zone is left out after half a minute. */
    private static final int CHECK_INTERVAL = 10;

    private static final int FAILURES = 3;

    private ZonalRecords() {}

    static void add(StackDraft stack, List<Balancer> balancers) {
        List<NetworkPlan.Zone> zones = stack.plan().network().zones();
        for (int i = 0; i < zones.size(); i++) {
            Balancer balancer = balancers.get(i);
            Resource record = record(stack, balancer, zones.get(i));
            stack.add(
                    isChecked(stack.plan())
                            ? record.with(
                                    "HealthCheckId", check(stack, balancer).att("HealthCheckId"))
                            : record);
        }
    }

    private static boolean isChecked(Plan plan) {
        EdgePlan edge = plan.edge();
        return edge.loadBalancing() == LoadBalancing.PER_ZONE
                && edge.gateway() == EdgePlan.Gateway.NONE
                && edge.isOpenToAll();
    }

    private static Resource record(StackDraft stack, Balancer balancer, NetworkPlan.Zone zone) {
        NameRecord shared = NameRecords.shared(stack.plan().domain().name());
        return Resource.of(balancer.form().id("Record"), "AWS::Route53::RecordSet")
                .with("HostedZoneId", HostedZone.of(stack))
                .with("Name", shared.name())
                .with("Type", shared.type())
                .with("SetIdentifier", zone.name().value())
                .with("Weight", 1)
                .with(
                        "AliasTarget",
                        Fields.of("DNSName", balancer.name())
                                .with("HostedZoneId", balancer.nameZone())
                                .with("EvaluateTargetHealth", true));
    }

    /** That it accepts connections: what is behind it, the alias itself asks about. */
    private static ResourceRef check(StackDraft stack, Balancer balancer) {
        Fields config = Fields.of("Type", "TCP")
                .with("FullyQualifiedDomainName", balancer.name())
                .with("Port", 443)
                .with("RequestInterval", CHECK_INTERVAL)
                .with("FailureThreshold", FAILURES);
        return stack.add(Resource.of(balancer.form().id("HealthCheck"), "AWS::Route53::HealthCheck")
                .with("HealthCheckConfig", config)
                .with("HealthCheckTags", Tags.named(balancer.form().name())));
    }
}
