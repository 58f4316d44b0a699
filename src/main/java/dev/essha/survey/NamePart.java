package dev.essha.survey;

import dev.essha.cloud.Lookups;
import dev.essha.cloud.Resolver;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Observed.Seen;
import dev.essha.inventory.Observed.Unseen;
import dev.essha.plan.DomainPlan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The look-ups of names: what Route 53 holds and what name servers answer; under way. */
record NamePart(
        CompletableFuture<Observed<List<Edge.HostedRecord>>> records,
        CompletableFuture<Observed<List<DnsAnswer>>> answers) {

    private static final String ZONES = "route53:ListHostedZonesByName";
    private static final String RECORDS = "route53:ListResourceRecordSets";

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

    private static CompletableFuture<Observed<List<Edge.HostedRecord>>> records(
            Observer observer, Lookups lookups, DomainPlan plan) {
        List<String> owners = List.of(plan.name().value(), plan.name().wildcard());
        return switch (plan.dns()) {
            case ELSEWHERE ->
                CompletableFuture.completedFuture(
                        new Unseen<>("", "DNS is not in Route 53, so there are no records to read"));
            case ROUTE53 ->
                hostedZones(observer, lookups, plan)
                        .thenCompose(zones -> observer.look(
                                one(zones),
                                RECORDS,
                                zone -> zone.map(z -> lookups.records(z, owners))
                                        .orElse(List.of())));
        };
    }

    private static CompletableFuture<Observed<List<String>>> hostedZones(
            Observer observer, Lookups lookups, DomainPlan plan) {
        return plan.hostedZoneId()
                .map(id -> CompletableFuture.<Observed<List<String>>>completedFuture(new Seen<>(List.of(id), "")))
                .orElseGet(() -> observer.look(
                        ZONES, () -> lookups.publicHostedZones(plan.name().value())));
    }

    /** Of several zones of one name just one is delegated to; which one, their records do not say. */
    private static Observed<Optional<String>> one(Observed<List<String>> zones) {
        return switch (zones) {
            case Seen<List<String>>(List<String> ids, String source)
            when ids.size() > 1 ->
                new Unseen<>(
                        source,
                        "several public hosted zones can have the records: " + String.join(", ", ids)
                                + "; name the right one in the plan as domain.hostedZoneId");
            default -> zones.map(ids -> ids.stream().findFirst());
        };
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
