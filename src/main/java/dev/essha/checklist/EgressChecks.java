package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Network.Endpoint;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Optional;

/** The ways out of the private subnets. */
final class EgressChecks {

    private EgressChecks() {}

    /** Solid servers dereference WebIDs on the internet; a zone that shares a way out shares its outage. */
    static Ruling wayOut(Plan plan, Inventory seen) {
        return Ruling.on(seen.subnets(), seen.routeTables(), (subnets, tables) -> {
            Topology topology = OwnSubnets.of(plan, subnets, tables).topology();
            WaysOut ways = new WaysOut(plan, topology, new Facts());
            return judge(ways, seen).ruling();
        });
    }

    private static Facts judge(WaysOut ways, Inventory seen) {
        Facts facts = ways.facts();
        switch (ways.plan().network().egress()) {
            case NAT_PER_ZONE -> facts.lookAt(seen.natGateways(), ways::throughOwnNat);
            case REGIONAL_NAT -> facts.lookAt(seen.natGateways(), ways::throughRegionalNat);
            case NONE -> {
                ways.nowhere();
                facts.lookAt(seen.endpoints(), ways::throughEndpoints);
            }
            case EXISTING -> ways.anyhow();
        }
        return facts;
    }

    /** Only the owner of a VPC that was there before can give it one, so there it is told, not judged. */
    static Ruling s3Endpoint(Plan plan, Inventory seen) {
        return Ruling.on(
                seen.endpoints(),
                endpoints -> s3Endpoint(endpoints).map(EgressChecks::available).orElseGet(() -> without(plan)));
    }

    static Optional<Endpoint> s3Endpoint(List<Endpoint> endpoints) {
        return endpoints.stream()
                .filter(e -> e.kind().equalsIgnoreCase("gateway") && e.service().endsWith(".s3"))
                .findFirst();
    }

    private static Ruling available(Endpoint endpoint) {
        return new Facts()
                .check(
                        endpoint.state().equalsIgnoreCase("available"),
                        "endpoint.state",
                        endpoint.id(),
                        endpoint.service(),
                        endpoint.state())
                .ruling();
    }

    private static Ruling without(Plan plan) {
        return plan.network().egress() == Egress.EXISTING
                ? Ruling.pass("endpoint.s3-not-judged")
                : Ruling.fail("endpoint.s3-missing");
    }
}
