package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Network.Endpoint;
import dev.essha.inventory.Network.NatGateway;
import dev.essha.inventory.Network.Route;
import dev.essha.inventory.Network.Subnet;
import dev.essha.plan.InterfaceEndpoint;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where the private subnets send what is not for the VPC, zone by zone. */
record WaysOut(Plan plan, Topology topology, Facts facts) {

    private static final String AVAILABLE = "available";
    private static final String REGIONAL = "regional";

    /** A zone's outage takes only its own way out. */
    void throughOwnNat(List<NatGateway> nats) {
        eachRoute((zone, where, target) -> {
            Optional<NatGateway> nat = nat(nats, where, target);
            nat.ifPresent(n -> {
                Optional<String> natZone = topology.zoneOf(n);
                facts.check(
                        natZone.filter(zone::equals).isPresent() && n.state().equals(AVAILABLE),
                        "way.own-nat",
                        where,
                        target,
                        natZone.map(Phrase::asIs).orElseGet(() -> Phrase.of("way.zone-unknown")),
                        n.state());
            });
        });
    }

    /** One for all zones, with an address of its own in each. */
    void throughRegionalNat(List<NatGateway> nats) {
        Set<String> used = new TreeSet<>();
        eachRoute((zone, where, target) -> nat(nats, where, target).ifPresent(n -> {
            used.add(n.id());
            facts.check(
                    n.availabilityMode().equals(REGIONAL) && n.state().equals(AVAILABLE),
                    "way.regional-nat",
                    where,
                    target,
                    n.availabilityMode(),
                    n.state());
        }));
        nats.stream().filter(n -> used.contains(n.id())).forEach(this::spansTheZones);
    }

    private void spansTheZones(NatGateway nat) {
        for (String zone : Words.zones(plan)) {
            boolean here = nat.zones().contains(zone);
            facts.check(here, here ? "way.address" : "way.no-address", zone, nat.id());
        }
    }

    /** Whatever the VPC's owner has chosen. */
    void anyhow() {
        eachRoute((zone, where, target) -> facts.note("way.leaves-by", where, target));
    }

    /** Nothing leads out. */
    void nowhere() {
        eachSubnet((zone, where, subnet) -> {
            Optional<Route> way = topology.defaultRoute(subnet);
            facts.check(
                    way.isEmpty(),
                    way.map(r -> Phrase.of("way.leads-out", where, r.target()))
                            .orElseGet(() -> Phrase.of("way.none", where)));
        });
        facts.note("way.none-planned");
    }

    /** What takes the place of a way out. */
    void throughEndpoints(List<Endpoint> endpoints) {
        for (InterfaceEndpoint wanted : InterfaceEndpoint.in(plan.region())) {
            String service = wanted.serviceName(plan.region());
            endpoints.stream()
                    .filter(e -> e.service().equals(service))
                    .findFirst()
                    .ifPresentOrElse(this::isInEveryZone, () -> facts.check(false, "endpoint.missing", service));
        }
    }

    private void isInEveryZone(Endpoint endpoint) {
        Set<String> zones = topology.subnets().stream()
                .filter(s -> endpoint.subnetIds().contains(s.id()))
                .map(Subnet::zone)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean holds = endpoint.state().equalsIgnoreCase(AVAILABLE)
                && endpoint.privateDns()
                && zones.containsAll(Words.zones(plan));
        facts.check(
                holds,
                "endpoint.in-zones",
                endpoint.id(),
                endpoint.service(),
                endpoint.state(),
                Words.onOff(endpoint.privateDns()),
                Words.list(zones));
    }

    private Optional<NatGateway> nat(List<NatGateway> nats, String where, String target) {
        Optional<NatGateway> nat =
                nats.stream().filter(n -> n.id().equals(target)).findFirst();
        if (nat.isEmpty()) {
            facts.check(false, "way.other-nat", where, target);
        }
        return nat;
    }

    private interface RouteJudge {
        void judge(String zone, String where, String target);
    }

    /** Those that are there and lead somewhere; of others it is said that they are not. */
    private void eachRoute(RouteJudge judge) {
        eachSubnet((zone, where, subnet) -> {
            Optional<Route> way = topology.defaultRoute(subnet);
            if (way.isEmpty()) {
                facts.check(false, "way.no-route", where);
            } else if (!way.get().active()) {
                facts.check(false, "way.black-hole", where, way.get().target());
            } else {
                judge.judge(zone, where, way.get().target());
            }
        });
    }

    private interface SubnetJudge {
        void judge(String zone, String where, Subnet subnet);
    }

    private void eachSubnet(SubnetJudge judge) {
        for (String zone : Words.zones(plan)) {
            List<Subnet> inside = topology.privateIn(zone);
            if (inside.isEmpty()) {
                facts.check(false, "zones.without-private", zone);
            }
            inside.forEach(s -> judge.judge(zone, zone + ": " + s.id(), s));
        }
    }
}
