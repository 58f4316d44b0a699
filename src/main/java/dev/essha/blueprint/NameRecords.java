package dev.essha.blueprint;

import dev.essha.blueprint.NameRecord.Place;
import dev.essha.blueprint.NameRecord.Target;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which records a plan's names need, whoever writes them: the installer in Route 53, a person elsewhere. The templates of
 * the stages and the announcement to a person are made of these.
 */
public final class NameRecords {

    private NameRecords() {}

    /** All of them, in the order in which they come to be. */
    public static List<NameRecord> of(Plan plan) {
        DomainPlan domain = plan.domain();
        List<NameRecord> records = new ArrayList<>();
        records.add(new NameRecord(domain.name().value(), NameRecord.CNAME, false, Target.PROOF, Place.PUBLIC_ZONE));
        if (plan.edge().loadBalancing() != LoadBalancing.SINGLE && domain.dns() == Dns.ROUTE53) {
            records.add(shared(domain.name()));
        }
        records.addAll(published(plan));
        if (domain.dns() == Dns.ROUTE53 && domain.privateZone()) {
            records.addAll(insideVpc(domain.name()));
        }
        return List.copyOf(records);
    }

    /** The name that the load balancers of the zones share. */
    static NameRecord shared(DomainName domain) {
        return new NameRecord(domain.origin(), "A", true, Target.ZONE_BALANCER, Place.PUBLIC_ZONE);
    }

    /** The domain and its wildcard, as everybody sees them. */
    static List<NameRecord> published(Plan plan) {
        DomainName domain = plan.domain().name();
        Target target = DnsTarget.of(plan.edge()).named();
        return Stream.concat(
                        domainTypes(plan)
                                .map(type -> new NameRecord(
                                        domain.value(), type, plan.domain().apex(), target, Place.PUBLIC_ZONE)),
                        Stream.of(
                                new NameRecord(domain.wildcard(), NameRecord.CNAME, false, target, Place.PUBLIC_ZONE)))
                .toList();
    }

    private static Stream<String> domainTypes(Plan plan) {
        DomainPlan domain = plan.domain();
        if (!domain.apex() || domain.dns() == Dns.ELSEWHERE) {
            return Stream.of(typeElsewhere(domain.apex()));
        }
        boolean ipv6 = DnsTarget.of(plan.edge()) == DnsTarget.GATEWAY && GatewayStage.hasIpv6(plan.edge());
        return ipv6 ? Stream.of("A", "AAAA") : Stream.of("A");
    }

    /** What the record of the domain is, but for an apex in Route 53. */
    static String typeElsewhere(boolean apex) {
        return apex ? NameRecord.ALIAS : NameRecord.CNAME;
    }

    /** The domain and its wildcard, as the VPC sees them. */
    static List<NameRecord> insideVpc(DomainName domain) {
        return List.of(
                new NameRecord(domain.value(), "A", true, Target.INTERNAL_BALANCER, Place.VPC),
                new NameRecord(domain.wildcard(), NameRecord.CNAME, false, Target.INTERNAL_BALANCER, Place.VPC));
    }
}
