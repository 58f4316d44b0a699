package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Pseudo;
import dev.essha.blueprint.cfn.Reference;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.ValidPlan;
import java.util.List;
import java.util.stream.IntStream;

/**
 * AWS Global Accelerator in front of the zones' load balancers (R6): two addresses that stay, behind which it leads each
 * connection to a healthy load balancer.
 *
 * <p>The stack stands in the plan's region. Global Accelerator's own interface is in us-west-2, but CloudFormation has its
 * types in every commercial region. How healthy a load balancer is, it knows from the load balancer, so the endpoint group
 * has no settings for that.
 *
 * <p>The addresses of clients are not preserved: that cannot be had with load balancers that end TLS. They see the
 * accelerator's instead, which is why a plan with it cannot limit who may connect.
 *
 * @see <a href="https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints.sipp-caveats.html">Client
 *     addresses</a>
 * @see <a href="https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups-health-check-options.html">
 *     Health</a>
 */
final class AcceleratorStage implements StageTemplate.OfStack {

    private static final int HTTPS = 443;
    /** Of 255; that all have the same is what counts. */
    private static final int WEIGHT = 128;

    @Override
    public StageId id() {
        return StageId.ACCELERATOR;
    }

    @Override
    public boolean isIn(ValidPlan plan) {
        return plan.plan().edge().loadBalancing() == LoadBalancing.FRONTED;
    }

    @Override
    public void describe(StackDraft stack) {
        ResourceRef accelerator = stack.add(Resource.of("Accelerator", "AWS::GlobalAccelerator::Accelerator")
                .with("Name", stack.names().accelerator())
                .with("Enabled", true)
                .with("IpAddressType", "IPV4"));
        ResourceRef listener = stack.add(Resource.of("Listener", "AWS::GlobalAccelerator::Listener")
                .with("AcceleratorArn", accelerator.ref())
                .with("Protocol", "TCP")
                .with("PortRanges", Value.list(Fields.of("FromPort", HTTPS).with("ToPort", HTTPS)))
                .with("ClientAffinity", "NONE"));
        stack.add(Resource.of("Endpoints", "AWS::GlobalAccelerator::EndpointGroup")
                .with("ListenerArn", listener.ref())
                .with("EndpointGroupRegion", Pseudo.REGION)
                .with("EndpointConfigurations", endpoints(stack)));

        stack.deliver(Output.ACCELERATOR_ARN, accelerator.ref());
        stack.deliver(Output.ACCELERATOR_NAME, accelerator.att("DnsName"));
    }

    private static List<Fields> endpoints(StackDraft stack) {
        Reference arns = stack.input(Output.LOAD_BALANCER_ARNS);
        return IntStream.range(0, stack.plan().network().zones().size())
                .mapToObj(i -> Fields.of("EndpointId", Value.select(i, arns))
                        .with("Weight", WEIGHT)
                        .with("ClientIPPreservationEnabled", false))
                .toList();
    }
}
