package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.DomainPlan;

/**
 * A certificate for the domain and its wildcard. ACM asks for a DNS record as proof: in Route 53 CloudFormation adds it,
 * elsewhere a person does while the stack waits. Both names want the same record, so it is asked for once; so do the
 * certificates of one domain in all stacks and regions of an account, and CloudFormation leaves the record where it is when
 * a certificate goes.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html">DNS validation</a>
 */
final class EdgeCertificate {

    private EdgeCertificate() {}

    static ResourceRef add(StackDraft stack) {
        DomainPlan domain = stack.plan().domain();
        return stack.add(Resource.of("Certificate", "AWS::CertificateManager::Certificate")
                .with("DomainName", domain.name().value())
                .with("SubjectAlternativeNames", Value.texts(domain.name().wildcard()))
                .with("ValidationMethod", "DNS")
                .when(domain.dns() == DomainPlan.Dns.ROUTE53, c -> c.with("DomainValidationOptions", proof(stack))));
    }

    private static Value proof(StackDraft stack) {
        return Value.list(Fields.of("DomainName", stack.plan().domain().name().value())
                .with("HostedZoneId", HostedZone.of(stack)));
    }
}
