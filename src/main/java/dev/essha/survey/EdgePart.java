package dev.essha.survey;

import dev.essha.blueprint.Output;
import dev.essha.cloud.Lookups;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Observed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The look-ups of load balancers and certificate, under way. */
record EdgePart(
        CompletableFuture<Observed<List<Edge.LoadBalancer>>> loadBalancers,
        CompletableFuture<Observed<List<Edge.TargetGroup>>> targetGroups,
        CompletableFuture<Observed<Optional<Edge.Certificate>>> certificate) {

    static EdgePart start(Ids ids, Lookups lookups) {
        return new EdgePart(
                ids.inVpc("elasticloadbalancing:DescribeLoadBalancers", lookups::loadBalancers),
                ids.inVpc("elasticloadbalancing:DescribeTargetHealth", lookups::targetGroups),
                ids.of(Output.CERTIFICATE_ARN, "acm:DescribeCertificate", lookups::certificate));
    }
}
