package dev.essha.cli;

import dev.essha.application.Json;
import dev.essha.plan.Choices;
import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.InvalidValue;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.RegionName;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The shape of the architecture in a new plan; what is left out is as simple as the region allows. */
final class ShapeOptions {

    @Option(names = "--zones", paramLabel = "N", description = "How many availability zones, 3 or more.")
    private Integer zones;

    @Option(names = "--egress", paramLabel = "EGRESS", description = "nat-per-zone, regional-nat or none.")
    private String egress;

    @Option(names = "--dns", paramLabel = "DNS", description = "route53 or elsewhere.")
    private String dns;

    @Option(names = "--load-balancing", paramLabel = "SHAPE", description = "single, per-zone or fronted.")
    private String loadBalancing;

    @Option(names = "--gateway", paramLabel = "GATEWAY", description = "none or cloudfront.")
    private String gateway;

    @Option(
            names = "--database-topology",
            paramLabel = "TOPOLOGY",
            description = "multi-az-instance or multi-az-cluster.")
    private String topology;

    /** @throws InvalidValue for a word that is none of a setting's */
    Choices choices(RegionName region) {
        Choices simplest = Choices.simplest(region);
        return new Choices(
                zones == null ? simplest.zones() : zones,
                choice(Egress.class, egress, simplest.egress()),
                choice(Dns.class, dns, simplest.dns()),
                choice(LoadBalancing.class, loadBalancing, simplest.loadBalancing()),
                choice(Gateway.class, gateway, simplest.gateway()),
                choice(Topology.class, topology, simplest.topology()));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String label, E byDefault) {
        if (label == null) {
            return byDefault;
        }
        List<E> all = List.of(type.getEnumConstants());
        return all.stream()
                .filter(e -> Json.hyphenated(e.name()).equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("choice.unknown", label, labels(all.stream())));
    }

    private static String labels(Stream<? extends Enum<?>> options) {
        return String.join(", ", options.map(e -> Json.hyphenated(e.name())).toList());
    }
}
