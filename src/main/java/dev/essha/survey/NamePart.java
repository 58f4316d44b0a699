package dev.essha.survey;

import dev.essha.cloud.Lookups;
import dev.essha.cloud.Resolver;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Observed.Seen;
import dev.essha.inventory.Observed.Unseen;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The look-ups of names: what Route 53 holds and what name servers answer; under way. */
record NamePart(
        CompletableFuture<Observed<List<Edge.HostedRecord>>> records,
        CompletableFuture<Observed<List<DnsAnswer>>> answers) {

    /** @param randomName a name under the domain that only the wildcard can answer */
    static NamePart start(
            Observer observer,
            Lookups lookups,
            Resolver resolver,
            DomainPlan domain,
            String randomName,
            CompletableFuture<Observed<List<Edge.LoadBalancer>>> balancers) {
        List<String> ours = List.of(domain.name().value(), randomName);
        return new NamePart(
                records(observer, lookups, domain),
                balancers.thenCompose(seen -> observer.look("DNS", () -> answers(resolver, ours, namesOf(seen)))));
    }

    /** A hosted zone that does not exist has no records. */
    private static CompletableFuture<Observed<List<Edge.HostedRecord>>> records(
            Observer observer, Lookups lookups, DomainPlan plan) {
        DomainName domain = plan.name();
        List<String> owners = List.of(domain.value(), domain.wildcard());
        return switch (plan.dns()) {
            case ELSEWHERE ->
                CompletableFuture.completedFuture(
                        new Unseen<>("", "DNS is not in Route 53, so there are no records to read"));
            case ROUTE53 ->
                observer.look(
                        "route53:ListResourceRecordSets",
                        () -> hostedZone(lookups, plan)
                                .map(zone -> lookups.records(zone, owners))
                                .orElse(List.of()));
        };
    }

    private static Optional<String> hostedZone(Lookups lookups, DomainPlan plan) {
        return plan.hostedZoneId().or(() -> lookups.publicHostedZone(plan.name().value()));
    }

    private static List<DnsAnswer> answers(Resolver resolver, List<String> ours, List<String> balancers) {
        return Stream.concat(
                        ours.stream()
                                .flatMap(name -> Stream.of(resolver.lookUp(name, "CNAME"), resolver.lookUp(name, "A"))),
                        balancers.stream().map(name -> resolver.lookUp(name, "A")))
                .toList();
    }

    private static List<String> namesOf(Observed<List<Edge.LoadBalancer>> balancers) {
        return balancers instanceof Seen<List<Edge.LoadBalancer>>(List<Edge.LoadBalancer> all, String _)
                ? all.stream()
                        .map(Edge.LoadBalancer::dnsName)
                        .filter(n -> !n.isEmpty())
                        .toList()
                : List.of();
    }
}
