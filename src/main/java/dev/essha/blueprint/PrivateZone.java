package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Pseudo;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.DomainName;

/**
 * The domain as the VPC sees it: a hosted zone of its name, whose apex and wildcard lead to the load balancer inside, so
 * that services which call each other by the domain do not go out to the internet and back.
 *
 * <p>Within the VPC it hides the public zone from the domain downward, whatever else is there. An apex allows no CNAME, so
 * the domain is an alias.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html">Private
 *     and public zones of one name</a>
 */
final class PrivateZone {

    private PrivateZone() {}

    static void add(StackDraft stack) {
        DomainName domain = stack.plan().domain().name();
        Value balancer = stack.input(Output.INTERNAL_LOAD_BALANCER_NAME);
        ResourceRef zone = stack.add(Resource.of("PrivateZone", "AWS::Route53::HostedZone")
                .with("Name", domain.value())
                .with("HostedZoneConfig", Fields.of("Comment", stack.names().prefix() + ", inside the VPC"))
                .with(
                        "VPCs",
                        Value.list(
                                Fields.of("VPCId", stack.input(Output.VPC_ID)).with("VPCRegion", Pseudo.REGION))));
        NameRecords.insideVpc(domain).forEach(record -> add(stack, zone, record, balancer));
        stack.deliver(Output.PRIVATE_ZONE_ID, zone.ref());
    }

    private static void add(StackDraft stack, ResourceRef zone, NameRecord record, Value balancer) {
        Resource resource = Resource.of(
                        record.alias() ? "PrivateDomainRecord" : "PrivateWildcardRecord", "AWS::Route53::RecordSet")
                .with("HostedZoneId", zone.ref())
                .with("Name", record.name())
                .with("Type", record.type());
        stack.add(
                record.alias()
                        ? resource.with(
                                "AliasTarget",
                                Fields.of("DNSName", balancer)
                                        .with("HostedZoneId", stack.input(Output.LOAD_BALANCER_ZONE_ID)))
                        : resource.with("TTL", Integer.toString(NameRecord.TTL_SECONDS))
                                .with("ResourceRecords", Value.list(balancer)));
    }
}
