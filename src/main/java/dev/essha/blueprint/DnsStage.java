package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.ValidPlan;
import java.util.Set;

/**
 * The domain and its wildcard lead to what stands in front (R8): records in Route 53, or records for a person to add where
 * DNS is elsewhere. They move only once everything that they lead to is ready.
 *
 * <p>In Route 53 the two records keep their names and types whatever the shape: both are CNAMEs, but for a domain at the
 * apex of its zone, where DNS allows none and an alias takes its place. A change of the shape so changes nothing but what
 * they lead to, in place, in one transaction of Route 53 each; no moment is without a record. (A CNAME beside an alias, or
 * a weighted record beside a simple one, Route 53 would refuse; that is why the zones' weighted records have a name of
 * their own, {@link ZonalRecords}.)
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html">
 *     What replaces a record: its name or its zone</a>
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html">Transactions</a>
 */
final class DnsStage implements StageTemplate {

    @Override
    public StageId id() {
        return StageId.DNS;
    }

    /** The nodes first, and the way in: records must not lead to load balancers without either. */
    @Override
    public Set<StageId> after(ValidPlan plan) {
        return Set.of(StageId.EDGE, StageId.NODES, StageId.ACCESS);
    }

    @Override
    public Work work(ValidPlan plan) {
        DomainPlan domain = plan.plan().domain();
        DnsTarget target = DnsTarget.of(plan.plan().edge());
        return switch (domain.dns()) {
            case ROUTE53 -> new Records(target).work(plan);
            case ELSEWHERE -> new Work.AnnounceRecords(domain.name(), domain.apex(), target.announced());
        };
    }

    /** The stack where the zone is in the account. */
    private record Records(DnsTarget target) implements StageTemplate.OfStack {

        @Override
        public StageId id() {
            return StageId.DNS;
        }

        @Override
        public void describe(StackDraft stack) {
            NameRecords.published(stack.plan()).forEach(record -> add(stack, record));
            if (stack.plan().domain().privateZone()) {
                PrivateZone.add(stack);
            }
        }

        private void add(StackDraft stack, NameRecord record) {
            Resource resource = Resource.of(logicalId(stack, record), "AWS::Route53::RecordSet")
                    .with("HostedZoneId", HostedZone.of(stack))
                    .with("Name", record.name())
                    .with("Type", record.type());
            stack.add(record.alias() ? alias(stack, resource) : cname(stack, resource));
        }

        private static String logicalId(StackDraft stack, NameRecord record) {
            if (record.name().equals(stack.plan().domain().name().wildcard())) {
                return "WildcardRecord";
            }
            return record.type().equals("AAAA") ? "DomainRecordIpv6" : "DomainRecord";
        }

        private Resource cname(StackDraft stack, Resource record) {
            return record.with("TTL", Integer.toString(NameRecord.TTL_SECONDS))
                    .with("ResourceRecords", Value.list(target.name(stack)));
        }

        private Resource alias(StackDraft stack, Resource record) {
            return record.with(
                    "AliasTarget", Fields.of("DNSName", target.name(stack)).with("HostedZoneId", target.zone(stack)));
        }
    }
}
