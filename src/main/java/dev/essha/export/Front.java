package dev.essha.export;

import dev.essha.blueprint.Output;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EdgePlan.Gateway;

/** What the domain's records lead to. */
enum Front {
    LOAD_BALANCER(Output.LOAD_BALANCER_NAMES, "the load balancer"),
    /** In Route 53 only, behind a name of the domain's own. */
    ZONAL_LOAD_BALANCERS(Output.LOAD_BALANCER_NAMES, "the load balancers"),
    ACCELERATOR(Output.ACCELERATOR_NAME, "the accelerator"),
    GATEWAY(Output.GATEWAY_NAME, "the gateway");

    private final Output names;
    private final String words;

    Front(Output names, String words) {
        this.names = names;
        this.words = words;
    }

    static Front of(EdgePlan edge) {
        if (edge.gateway() == Gateway.CLOUDFRONT) {
            return GATEWAY;
        }
        return switch (edge.loadBalancing()) {
            case SINGLE -> LOAD_BALANCER;
            case PER_ZONE -> ZONAL_LOAD_BALANCERS;
            case FRONTED -> ACCELERATOR;
        };
    }

    /** Says its name, or their names, once it stands. */
    Output names() {
        return names;
    }

    String words() {
        return words;
    }

    /** Stands for the name in files that are written before it is known. */
    String placeholder() {
        return name().replace('_', '-');
    }
}
