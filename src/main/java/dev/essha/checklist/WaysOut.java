package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Network.Endpoint;
import dev.essha.inventory.Network.NatGateway;
import dev.essha.inventory.Network.Route;
import dev.essha.inventory.Network.Subnet;
import dev.essha.plan.InterfaceEndpoint;
import dev.essha.plan.Plan;
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
                String natZone = topology.zoneOf(n).orElse("an unknown zone");
                facts.check(
                        natZone.equals(zone) && n.state().equals(AVAILABLE),
                        where + " leaves by " + target + " in " + natZone + ", " + n.state());
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
                    where + " leaves by " + target + ", " + n.availabilityMode() + " and " + n.state());
        }));
        nats.stream().filter(n -> used.contains(n.id())).forEach(this::spansTheZones);
    }

    private void spansTheZones(NatGateway nat) {
        for (String zone : Words.zones(plan)) {
            boolean here = nat.zones().contains(zone);
            facts.check(here, zone + ": " + nat.id() + " has " + (here ? "an" : "no") + " address of its own there");
        }
    }

    /** Whatever the VPC's owner has chosen. */
    void anyhow() {
        eachRoute((zone, where, target) -> facts.note(where + " leaves by " + target));
    }

    /** Nothing leads out. */
    void nowhere() {
        eachSubnet((zone, where, subnet) -> {
            Optional<Route> way = topology.defaultRoute(subnet);
            facts.check(
                    way.isEmpty(),
                    where
                            + way.map(r -> " has a default route to " + r.target())
                                    .orElse(" has no way out"));
        });
        facts.note("ESS looks up no WebIDs and client identifiers on the internet: the plan gives it no way out");
    }

    /** What takes the place of a way out. */
    void throughEndpoints(List<Endpoint> endpoints) {
        for (InterfaceEndpoint wanted : InterfaceEndpoint.in(plan.region())) {
            String service = wanted.serviceName(plan.region());
            endpoints.stream()
                    .filter(e -> e.service().equals(service))
                    .findFirst()
                    .ifPresentOrElse(
                            this::isInEveryZone, () -> facts.check(false, "no endpoint for " + service + " was found"));
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
                endpoint.id() + " for " + endpoint.service() + " is " + endpoint.state() + ", private DNS is "
                        + Words.onOff(endpoint.privateDns()) + ", in " + Words.list(zones));
    }

    private Optional<NatGateway> nat(List<NatGateway> nats, String where, String target) {
        Optional<NatGateway> nat =
                nats.stream().filter(n -> n.id().equals(target)).findFirst();
        if (nat.isEmpty()) {
            facts.check(false, where + " leaves by " + target + ", which is no NAT gateway of the VPC");
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
                facts.check(false, where + " has no default route");
            } else if (!way.get().active()) {
                facts.check(
                        false,
                        where + " has a default route into a black hole, "
                                + way.get().target());
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
                facts.check(false, zone + ": no private subnet was found");
            }
            inside.forEach(s -> judge.judge(zone, zone + ": " + s.id(), s));
        }
    }
}
