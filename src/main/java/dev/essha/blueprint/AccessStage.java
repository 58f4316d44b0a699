package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Resource;
import dev.essha.plan.Cidr;
import java.util.List;

/**
 * Who may connect to the load balancers that face the internet: the plan's ranges, or nobody but the gateway, whose
 * addresses AWS lists.
 *
 * <p>Both are stacks of their own name, and there before the records: when a gateway comes or goes, clients that still come
 * the old way, by a record that a resolver remembers, get in until the old stack is removed, which is last. The two together
 * fit into a security group only while there are few ranges: AWS's list counts as 55 rules of 60, a quota that can be
 * raised.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html#managed-prefix-list">
 *     CloudFront's addresses</a>
 */
final class AccessStage implements StageTemplate.OfStack {

    private static final int HTTPS = 443;
    private static final String STACK_OF_GATEWAY = "access-gateway";

    @Override
    public StageId id() {
        return StageId.ACCESS;
    }

    @Override
    public void describe(StackDraft stack) {
        switch (stack.plan().edge().gateway()) {
            case NONE -> clients(stack, stack.plan().edge().allowedCidrs());
            case CLOUDFRONT -> gateway(stack);
        }
    }

    private static void clients(StackDraft stack, List<Cidr> ranges) {
        ranges.stream()
                .sorted()
                .forEach(range -> stack.add(rule(stack, "From" + LogicalIds.camelCase(range.toString()), "Clients")
                        .with("CidrIp", range.toString())));
    }

    private static void gateway(StackDraft stack) {
        stack.callIt(STACK_OF_GATEWAY);
        stack.add(rule(stack, "FromGateway", "CloudFront")
                .with("SourcePrefixListId", stack.input(Lookup.CLOUDFRONT_PREFIX_LIST_ID)));
    }

    private static Resource rule(StackDraft stack, String id, String who) {
        return Resource.of(id, "AWS::EC2::SecurityGroupIngress")
                .with("GroupId", stack.input(Output.LOAD_BALANCER_SECURITY_GROUP))
                .with("IpProtocol", "tcp")
                .with("FromPort", HTTPS)
                .with("ToPort", HTTPS)
                .with("Description", who);
    }
}
