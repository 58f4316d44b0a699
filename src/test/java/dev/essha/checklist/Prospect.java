package dev.essha.checklist;

import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Network;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Observed.Seen;
import dev.essha.inventory.Observed.Unseen;
import dev.essha.inventory.Offer;
import dev.essha.inventory.Premises;
import dev.essha.inventory.Preparation;
import dev.essha.inventory.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** An account that has everything an installation needs; a test puts one obstacle into it. */
final class Prospect {

    private static final List<String> ZONES = List.of("eu-central-1a", "eu-central-1b", "eu-central-1c");

    String account = "111122223333";
    String region = "eu-central-1";
    final List<Offer.Zone> zones = new ArrayList<>();
    final SortedSet<String> nodeZones = new TreeSet<>(ZONES);
    final SortedSet<String> databaseZones = new TreeSet<>(ZONES);
    final SortedSet<String> kafkaVersions = new TreeSet<>(List.of("3.8.x", "3.9.x"));
    final SortedSet<String> kubernetesVersions = new TreeSet<>(List.of("1.33", "1.34"));
    Optional<String> cloudFrontPrefixList = Optional.empty();
    Optional<Network.Vpc> vpc = Optional.empty();
    final List<Network.Subnet> subnets = new ArrayList<>();
    final List<Network.RouteTable> routeTables = new ArrayList<>();
    final List<Network.Interface> interfaces = new ArrayList<>();
    final List<Network.Endpoint> endpoints = new ArrayList<>();
    final List<Edge.LoadBalancer> loadBalancers = new ArrayList<>();
    final List<Offer.HostedZone> hostedZones = new ArrayList<>();
    final List<DnsAnswer> lookups = new ArrayList<>();
    final Map<Offer.Limit, Observed<Optional<Offer.Quota>>> quotas = new EnumMap<>(Offer.Limit.class);
    final Map<String, String> stacks = new HashMap<>();
    final Map<String, Long> standing = new HashMap<>();
    final List<String> foreignStacks = new ArrayList<>();
    Offer.Permissions permissions = Offer.Permissions.ALL;
    private String hidden = "";

    Prospect() {
        ZONES.forEach(z -> zones.add(new Offer.Zone(z, "euc1-az" + z.substring(12), "available")));
        hostedZones.add(new Offer.HostedZone("Z1", "example.com.", false, List.of("ns-1.example.net")));
        hostedZones.add(new Offer.HostedZone("Z9", "ess.example.com.", true, List.of()));
        serve("example.com", Status.FOUND, "NS-1.example.net.");
        for (Offer.Limit limit : Offer.Limit.values()) {
            use(limit, 0);
        }
    }

    /** What public DNS says of a zone's name servers. */
    void serve(String zone, Status status, String... nameServers) {
        lookups.removeIf(a -> a.name().equals(zone));
        lookups.add(new DnsAnswer(zone, "NS", status, List.of(nameServers), List.of(), 60));
    }

    void use(Offer.Limit limit, long used) {
        double allowed = limit == Offer.Limit.STANDARD_VCPUS ? 64 : 5;
        quotas.put(limit, new Seen<>(Optional.of(new Offer.Quota(limit, allowed, used)), "test:quota"));
    }

    void impairZone() {
        zones.set(1, new Offer.Zone("eu-central-1b", "euc1-az1", "impaired"));
    }

    void doubleZone() {
        hostedZones.add(new Offer.HostedZone("Z2", "example.com.", false, List.of("ns-2.example.net")));
    }

    Prospect hide(String part) {
        hidden = part;
        return this;
    }

    private <T> Observed<T> part(String name, T value) {
        String source = "test:" + name;
        return name.equals(hidden) ? new Unseen<>(source, Why.of(Why.Kind.DENIED, source)) : new Seen<>(value, source);
    }

    Preparation preparation() {
        return new Preparation(
                Instant.parse("2026-11-01T12:00:00Z"),
                account,
                region,
                part("zones", zones),
                part("nodeZones", nodeZones),
                part("databaseZones", databaseZones),
                part("kafka", kafkaVersions),
                part("kubernetes", kubernetesVersions),
                part("cloudFrontPrefixList", cloudFrontPrefixList),
                new Premises(
                        part("vpc", vpc),
                        part("subnets", subnets),
                        part("routeTables", routeTables),
                        part("interfaces", interfaces),
                        part("endpoints", endpoints),
                        part("loadBalancers", loadBalancers)),
                part("hostedZones", hostedZones),
                part("lookups", lookups),
                quotas,
                part("stacks", stacks),
                part("standing", standing),
                part("foreignStacks", foreignStacks),
                part("permissions", permissions));
    }
}
