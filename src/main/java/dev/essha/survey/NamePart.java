package dev.essha.survey;

import dev.essha.blueprint.Output;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Lookups;
import dev.essha.cloud.Resolver;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Observed.Seen;
import dev.essha.inventory.Observed.Unseen;
import dev.essha.inventory.Why;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.Plan;
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

    /** @param randomLabel a label that only the wildcard can answer under the domain */
    static NamePart start(
            Ids ids,
            Cloud cloud,
            Plan plan,
            String randomLabel,
            CompletableFuture<Observed<List<Edge.LoadBalancer>>> balancers) {
        String domain = plan.domain().name().value();
        List<String> ours = List.of(domain, randomLabel + "." + domain);
        List<String> front = front(ids.installed());
        Observer observer = ids.observer();
        return new NamePart(
                records(observer, cloud.lookups(), plan),
                balancers.thenCompose(seen -> observer.look(
                        "DNS",
                        () -> answers(
                                cloud.resolver(),
                                ours,
                                Stream.concat(namesOf(seen), front.stream()).toList()))));
    }

    /** What stands before the load balancers, as far as it is installed. */
    private static List<String> front(Installed installed) {
        return Stream.of(Output.ACCELERATOR_NAME, Output.GATEWAY_NAME)
                .map(installed::output)
                .flatMap(name ->
                        name instanceof Seen<String>(String value, String _) ? Stream.of(value) : Stream.empty())
                .toList();
    }

    private static CompletableFuture<Observed<List<Edge.HostedRecord>>> records(
            Observer observer, Lookups lookups, Plan plan) {
        return switch (plan.domain().dns()) {
            case ELSEWHERE -> CompletableFuture.completedFuture(new Unseen<>("", Why.of(Why.Kind.DNS_ELSEWHERE)));
            case ROUTE53 ->
                hostedZones(observer, lookups, plan.domain())
                        .thenCompose(zones -> observer.look(
                                one(zones),
                                RECORDS,
                                zone -> zone.map(z -> lookups.records(z, owners(plan)))
                                        .orElse(List.of())));
        };
    }

    /** The names whose records are read. */
    static List<String> owners(Plan plan) {
        DomainName name = plan.domain().name();
        return plan.edge().loadBalancing() == EdgePlan.LoadBalancing.PER_ZONE
                ? List.of(name.value(), name.wildcard(), name.origin())
                : List.of(name.value(), name.wildcard());
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
            when ids.size() > 1 -> new Unseen<>(source, Why.of(Why.Kind.SEVERAL_ZONES, String.join(", ", ids)));
            default -> zones.map(ids -> ids.stream().findFirst());
        };
    }

    private static List<DnsAnswer> answers(Resolver resolver, List<String> ours, List<String> others) {
        return Stream.concat(
                        ours.stream()
                                .flatMap(name -> Stream.of(resolver.lookUp(name, "CNAME"), resolver.lookUp(name, "A"))),
                        others.stream().map(name -> resolver.lookUp(name, "A")))
                .toList();
    }

    private static Stream<String> namesOf(Observed<List<Edge.LoadBalancer>> balancers) {
        return balancers instanceof Seen<List<Edge.LoadBalancer>>(List<Edge.LoadBalancer> all, String _)
                ? all.stream().map(Edge.LoadBalancer::dnsName).filter(n -> !n.isEmpty())
                : Stream.empty();
    }
}
