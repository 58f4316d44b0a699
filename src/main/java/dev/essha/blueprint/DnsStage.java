package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.ValidPlan;

/**
 * The domain and its wildcard lead to the load balancer (R8): records in Route 53, or records for a person to add where
 * DNS is elsewhere.
 *
 * <p>The records are CNAMEs, which DNS does not allow at the apex of a zone: whether the domain is one is known only in
 * the account, so the check before an install has to refuse it.
 */
final class DnsStage implements StageTemplate {

    /** Long enough to spare look-ups, short enough to see a change of the load balancing within minutes. */
    static final int TTL_SECONDS = 300;

    @Override
    public StageId id() {
        return StageId.DNS;
    }

    @Override
    public Work work(ValidPlan plan) {
        DomainPlan domain = plan.plan().domain();
        return switch (domain.dns()) {
            case ROUTE53 -> new Records().work(plan);
            case ELSEWHERE -> new Work.AnnounceRecords(domain.name(), domain.apex(), Output.LOAD_BALANCER_NAMES);
        };
    }

    /** The stack where the zone is in the account. */
    private static final class Records implements StageTemplate.OfStack {

        @Override
        public StageId id() {
            return StageId.DNS;
        }

        @Override
        public void describe(StackDraft stack) {
            Value target = Value.select(0, stack.input(Output.LOAD_BALANCER_NAMES));
            record(stack, "DomainRecord", stack.plan().domain().name().value(), target);
            record(stack, "WildcardRecord", stack.plan().domain().name().wildcard(), target);
        }

        private static void record(StackDraft stack, String logicalId, String name, Value target) {
            stack.add(Resource.of(logicalId, "AWS::Route53::RecordSet")
                    .with("HostedZoneId", HostedZone.of(stack))
                    .with("Name", name)
                    .with("Type", "CNAME")
                    .with("TTL", Integer.toString(TTL_SECONDS))
                    .with("ResourceRecords", Value.list(target)));
        }
    }
}
