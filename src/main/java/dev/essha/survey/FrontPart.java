package dev.essha.survey;

import dev.essha.blueprint.Output;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Lookups;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Front;
import dev.essha.inventory.Network;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Observed.Seen;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The look-ups of what stands before the load balancers, under way. */
record FrontPart(
        CompletableFuture<Observed<Map<String, List<Network.SecurityGroup>>>> balancerRules,
        CompletableFuture<Observed<Optional<Edge.Accelerator>>> accelerator,
        CompletableFuture<Observed<Optional<Edge.Distribution>>> gateway,
        CompletableFuture<Observed<Optional<Edge.WebAcl>>> webAcl,
        CompletableFuture<Observed<Optional<Edge.Certificate>>> gatewayCertificate,
        CompletableFuture<Observed<Optional<String>>> gatewayAddresses,
        CompletableFuture<Observed<List<Edge.HealthCheck>>> healthChecks,
        CompletableFuture<Observed<Optional<Edge.PrivateZone>>> privateZone) {

    private static final String ACCELERATOR = "globalaccelerator:DescribeAccelerator, globalaccelerator:ListListeners,"
            + " globalaccelerator:ListEndpointGroups";

    private static final String ADDRESSES = "ec2:DescribeManagedPrefixLists";
    private static final String WEB_ACL = "wafv2:GetWebACL, wafv2:GetLoggingConfiguration";
    private static final String BALANCER_RULES =
            "ec2:DescribeSecurityGroups, elasticloadbalancing:DescribeLoadBalancers";

    static FrontPart start(
            Ids ids, Cloud cloud, Plan plan, CompletableFuture<Observed<List<Edge.HostedRecord>>> records) {
        Lookups lookups = cloud.lookups();
        boolean fronted = plan.edge().loadBalancing() == EdgePlan.LoadBalancing.FRONTED;
        boolean behindGateway = plan.edge().gateway() != EdgePlan.Gateway.NONE;
        var gateway =
                asPlanned(behindGateway, ids, Output.GATEWAY_ID, "cloudfront:GetDistribution", lookups::distribution);
        return new FrontPart(
                ids.inVpc(BALANCER_RULES, vpc -> rules(lookups, vpc)),
                asPlanned(fronted, ids, Output.ACCELERATOR_ARN, ACCELERATOR, lookups::accelerator),
                gateway,
                asPlanned(behindGateway, ids, Output.WEB_ACL_ARN, WEB_ACL, lookups::webAcl),
                ids.observer().look(gateway, "acm:DescribeCertificate", found -> certificate(lookups, found)),
                behindGateway
                        ? ids.observer().look(ADDRESSES, cloud.offers()::cloudFrontPrefixList)
                        : CompletableFuture.completedFuture(new Seen<>(Optional.empty(), ADDRESSES)),
                records.thenCompose(seen -> ids.observer()
                        .look(seen, "route53:GetHealthCheck", all -> lookups.healthChecks(healthChecks(all)))),
                asPlanned(
                        plan.domain().privateZone(),
                        ids,
                        Output.PRIVATE_ZONE_ID,
                        "route53:GetHostedZone, route53:ListResourceRecordSets",
                        lookups::privateZone));
    }

    private static Optional<Edge.Certificate> certificate(Lookups lookups, Optional<Edge.Distribution> gateway) {
        return gateway.map(Edge.Distribution::certificateArn)
                .filter(arn -> !arn.isEmpty())
                .flatMap(lookups::certificate);
    }

    Front front() {
        return new Front(
                balancerRules.join(),
                accelerator.join(),
                gateway.join(),
                webAcl.join(),
                gatewayCertificate.join(),
                gatewayAddresses.join(),
                healthChecks.join(),
                privateZone.join());
    }

    private static <T> CompletableFuture<Observed<Optional<T>>> asPlanned(
            boolean planned, Ids ids, Output id, String source, Function<String, Optional<T>> call) {
        return planned
                ? ids.of(id, source, call)
                : CompletableFuture.completedFuture(new Seen<>(Optional.empty(), source));
    }

    private static Map<String, List<Network.SecurityGroup>> rules(Lookups lookups, String vpcId) {
        List<Network.SecurityGroup> groups = lookups.securityGroups(vpcId);
        Map<String, List<Network.SecurityGroup>> worn = new TreeMap<>();
        lookups.securityGroupsOfLoadBalancers(vpcId)
                .forEach((balancer, ids) -> worn.put(
                        balancer,
                        groups.stream().filter(g -> ids.contains(g.id())).toList()));
        return worn;
    }

    private static List<String> healthChecks(List<Edge.HostedRecord> records) {
        return records.stream()
                .map(Edge.HostedRecord::healthCheckId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
