package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.EdgePlan;

/**
 * What names can lead to: each has a name of its own, and a hosted zone of Route 53 which an alias record wants beside it.
 */
enum DnsTarget {
    /** The load balancer over all zones. */
    BALANCER,
    /** The weighted records of the zones' load balancers. */
    ZONAL_RECORDS,
    ACCELERATOR,
    GATEWAY;

    /** @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html">Fixed zones</a> */
    private static final String ZONE_OF_ACCELERATORS = "Z2BJ6XQ5FK7U4H";

    private static final String ZONE_OF_CLOUDFRONT = "Z2FDTNDATAQYW2";

    /** What stands in front of everything else. */
    static DnsTarget of(EdgePlan edge) {
        return switch (edge.gateway()) {
            case CLOUDFRONT -> GATEWAY;
            case NONE -> behindGateway(edge);
        };
    }

    /** What leads to the load balancers, be there a gateway or not. */
    static DnsTarget behindGateway(EdgePlan edge) {
        return switch (edge.loadBalancing()) {
            case SINGLE -> BALANCER;
            case PER_ZONE -> ZONAL_RECORDS;
            case FRONTED -> ACCELERATOR;
        };
    }

    NameRecord.Target named() {
        return switch (this) {
            case BALANCER -> NameRecord.Target.BALANCER;
            case ZONAL_RECORDS -> NameRecord.Target.ORIGIN;
            case ACCELERATOR -> NameRecord.Target.ACCELERATOR;
            case GATEWAY -> NameRecord.Target.GATEWAY;
        };
    }

    Value name(StackDraft stack) {
        return switch (this) {
            case BALANCER -> Value.select(0, stack.input(Output.LOAD_BALANCER_NAMES));
            case ZONAL_RECORDS -> Value.text(stack.plan().domain().name().origin());
            case ACCELERATOR -> stack.input(Output.ACCELERATOR_NAME);
            case GATEWAY -> stack.input(Output.GATEWAY_NAME);
        };
    }

    Value zone(StackDraft stack) {
        return switch (this) {
            case BALANCER -> stack.input(Output.LOAD_BALANCER_ZONE_ID);
            case ZONAL_RECORDS -> HostedZone.of(stack);
            case ACCELERATOR -> Value.text(ZONE_OF_ACCELERATORS);
            case GATEWAY -> Value.text(ZONE_OF_CLOUDFRONT);
        };
    }

    /** The output that says the name, where the records are written by a person. */
    Output announced() {
        return switch (this) {
            case BALANCER -> Output.LOAD_BALANCER_NAMES;
            case ACCELERATOR -> Output.ACCELERATOR_NAME;
            case GATEWAY -> Output.GATEWAY_NAME;
            case ZONAL_RECORDS -> throw new IllegalArgumentException("weighted records are in Route 53 only");
        };
    }
}
