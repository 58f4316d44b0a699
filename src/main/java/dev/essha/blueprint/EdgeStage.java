package dev.essha.blueprint;

import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The load balancers (R6, R7): one over all zones, or one in each; and one inside the VPC where the plan has a private
 * zone. They share a certificate for the domain and its wildcard.
 *
 * <p>One over all zones and one in each are two stacks by name: while a plan goes from the one to the other, the old
 * serves until the new has its nodes and the records lead to it. Behind an accelerator stand the same load balancers as
 * without one, so those two share a stack, and nothing changes but what leads to it.
 */
final class EdgeStage implements StageTemplate.OfStack {

    private static final String STACK_OF_ZONES = "edge-zones";

    @Override
    public StageId id() {
        return StageId.EDGE;
    }

    @Override
    public void describe(StackDraft stack) {
        ResourceRef certificate = EdgeCertificate.add(stack);
        List<Balancer> open = switch (stack.plan().edge().loadBalancing()) {
            case SINGLE -> List.of(Balancer.add(stack, BalancerForm.overAllZones(stack.plan()), certificate));
            case PER_ZONE, FRONTED -> inEachZone(stack, certificate);
        };
        List<Balancer> inside = insideVpc(stack, certificate);

        stack.deliver(Output.LOAD_BALANCER_NAMES, of(open, Balancer::name));
        stack.deliver(Output.LOAD_BALANCER_ARNS, of(open, Balancer::arn));
        stack.deliver(Output.LOAD_BALANCER_ZONE_ID, open.getFirst().nameZone());
        inside.forEach(b -> stack.deliver(Output.INTERNAL_LOAD_BALANCER_NAME, b.name()));
        List<Balancer> all = Stream.concat(open.stream(), inside.stream()).toList();
        stack.deliver(Output.TARGET_GROUP_ARNS, of(all, Balancer::targets));
        stack.deliver(Output.CERTIFICATE_ARN, certificate.ref());
    }

    private static List<Balancer> inEachZone(StackDraft stack, ResourceRef certificate) {
        stack.callIt(STACK_OF_ZONES);
        Plan plan = stack.plan();
        List<Balancer> balancers = IntStream.range(0, plan.network().zones().size())
                .mapToObj(i -> Balancer.add(stack, BalancerForm.inZone(plan, i), certificate))
                .toList();
        if (plan.domain().dns() == DomainPlan.Dns.ROUTE53) {
            ZonalRecords.add(stack, balancers);
        }
        return balancers;
    }

    private static List<Balancer> insideVpc(StackDraft stack, ResourceRef certificate) {
        return stack.plan().domain().privateZone()
                ? List.of(Balancer.add(stack, BalancerForm.insideVpc(stack.plan()), certificate))
                : List.of();
    }

    private static List<Value> of(List<Balancer> balancers, Function<Balancer, Value> part) {
        return balancers.stream().map(part).toList();
    }
}
