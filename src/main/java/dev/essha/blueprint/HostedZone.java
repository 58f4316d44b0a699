package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Value;

/** The Route 53 hosted zone that records go into: the plan's, or the one that is found by the domain's name. */
final class HostedZone {

    private HostedZone() {}

    static Value of(StackDraft stack) {
        return stack.plan()
                .domain()
                .hostedZoneId()
                .map(Value::text)
                .orElseGet(() -> stack.input(Lookup.HOSTED_ZONE_ID));
    }
}
