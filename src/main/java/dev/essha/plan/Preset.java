package dev.essha.plan;

import dev.essha.wording.Labels;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Plans to start from. They differ in nothing but values, and each meets every requirement. */
public enum Preset {
    /** The cheapest that still meets every requirement. */
    PROOF_OF_CONCEPT(PresetSizes.PROOF_OF_CONCEPT),
    /** Sized to carry people's data. */
    PRODUCTION(PresetSizes.PRODUCTION);

    public static final DeploymentName DEFAULT_NAME = new DeploymentName("demo");
    public static final RegionName DEFAULT_REGION = new RegionName("eu-central-1");
    public static final DomainName DEFAULT_DOMAIN = new DomainName("ess.example.com");

    private static final Cidr VPC = Cidr.parse("10.40.0.0/16");

    private final PresetSizes sizes;

    Preset(PresetSizes sizes) {
        this.sizes = sizes;
    }

    /** The name on the command line, {@code proof-of-concept}. */
    public String label() {
        return Labels.of(this);
    }

    /** The preset of that label, empty if there is none. */
    public static Optional<Preset> labelled(String label) {
        return Stream.of(values()).filter(p -> p.label().equals(label)).findFirst();
    }

    /** A plan of the simplest shape. */
    public Plan plan(DeploymentName name, RegionName region, DomainName domain) {
        return plan(name, region, domain, Choices.simplest(region));
    }

    /** A plan for the first zones of a region by letter; whether the region has them is for preflight to say. */
    public Plan plan(DeploymentName name, RegionName region, DomainName domain, Choices choices) {
        return new Plan(
                name,
                Optional.empty(),
                region,
                new TreeMap<>(),
                PresetSizes.STANDARD_SERVICES,
                network(region, choices),
                new DomainPlan(
                        domain, choices.dns(), Optional.empty(), domain.parent().isEmpty(), false),
                edge(choices),
                sizes.database(choices.topology()),
                sizes.messaging(),
                sizes.storage(),
                sizes.compute(),
                sizes.registry());
    }

    private NetworkPlan network(RegionName region, Choices choices) {
        List<SubnetLayout> layout = SubnetLayout.of(VPC, choices.zones()).orElseThrow();
        List<NetworkPlan.Zone> zones = IntStream.range(0, layout.size())
                .mapToObj(i -> new NetworkPlan.Zone(
                        new ZoneName(region.value() + (char) ('a' + i)),
                        layout.get(i).publicCidr(),
                        layout.get(i).privateCidr()))
                .toList();
        return new NetworkPlan(VPC, zones, choices.egress(), sizes.logDays());
    }

    private static EdgePlan edge(Choices choices) {
        return new EdgePlan(
                choices.loadBalancing(),
                choices.gateway(),
                List.of(Cidr.ANYWHERE),
                Limits.TLS_POLICIES.getFirst(),
                30_443);
    }
}
