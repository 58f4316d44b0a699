package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Network.Endpoint;
import dev.essha.inventory.Network.NatGateway;
import dev.essha.inventory.Network.Route;
import dev.essha.inventory.Network.Subnet;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Optional;

/** The ways out of the private subnets. */
final class EgressChecks {

    private EgressChecks() {}

    /** Solid servers dereference WebIDs on the internet; a zone that shares a way out shares its outage. */
    static Ruling natPerZone(Plan plan, Inventory seen) {
        return Ruling.on(seen.subnets(), seen.routeTables(), seen.natGateways(), (subnets, tables, nats) -> {
            WaysOut ways = new WaysOut(new Topology(subnets, tables), nats, new Facts());
            Words.zones(plan).forEach(ways::judge);
            return ways.facts().ruling();
        });
    }

    static Ruling s3Endpoint(Plan plan, Inventory seen) {
        return Ruling.on(
                seen.endpoints(),
                endpoints -> endpoints.stream()
                        .filter(e -> e.kind().equalsIgnoreCase("gateway")
                                && e.service().endsWith(".s3"))
                        .findFirst()
                        .map(EgressChecks::available)
                        .orElseGet(() -> Ruling.fail("no gateway endpoint for S3 was found in the VPC")));
    }

    private static Ruling available(Endpoint endpoint) {
        return new Facts()
                .check(
                        endpoint.state().equalsIgnoreCase("available"),
                        endpoint.id() + " for " + endpoint.service() + " is " + endpoint.state())
                .ruling();
    }

    /** The default routes of the private subnets, zone by zone. */
    private record WaysOut(Topology topology, List<NatGateway> nats, Facts facts) {

        void judge(String zone) {
            List<Subnet> inside = topology.privateIn(zone);
            if (inside.isEmpty()) {
                facts.check(false, zone + ": no private subnet was found");
            }
            inside.forEach(s -> judge(zone, s));
        }

        private void judge(String zone, Subnet subnet) {
            String where = zone + ": " + subnet.id();
            Optional<Route> way = topology.defaultRoute(subnet);
            if (way.isEmpty()) {
                facts.check(false, where + " has no default route");
            } else if (!way.get().active()) {
                facts.check(
                        false,
                        where + " has a default route into a black hole, "
                                + way.get().target());
            } else {
                judge(where, zone, way.get().target());
            }
        }

        private void judge(String where, String zone, String target) {
            Optional<NatGateway> nat =
                    nats.stream().filter(n -> n.id().equals(target)).findFirst();
            if (nat.isEmpty()) {
                facts.check(false, where + " leaves by " + target + ", which is no NAT gateway of the VPC");
            } else {
                String natZone = topology.zoneOf(nat.get()).orElse("an unknown zone");
                boolean own = natZone.equals(zone) && nat.get().state().equals("available");
                facts.check(
                        own,
                        where + " leaves by " + target + " in " + natZone + ", "
                                + nat.get().state());
            }
        }
    }
}
