package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Network.Subnet;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** R2 and R3, and that the stacks stand. */
final class NetworkChecks {

    private static final int ZONES_NEEDED = 3;
    private static final Set<String> STANDING =
            Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE");

    private NetworkChecks() {}

    static Ruling threeZones(Plan plan, Inventory seen) {
        return Ruling.on(seen.subnets(), all -> {
            List<Subnet> subnets = OwnSubnets.of(plan, all);
            Set<String> zones = subnets.stream().map(Subnet::zone).collect(Collectors.toCollection(TreeSet::new));
            Facts facts = new Facts()
                    .check(
                            zones.size() >= ZONES_NEEDED,
                            OwnSubnets.areNamed(plan) ? "zones.of-plan" : "zones.of-vpc",
                            zones.size(),
                            Words.list(zones));
            Words.zones(plan).stream()
                    .filter(z -> !zones.contains(z))
                    .forEach(z -> facts.check(false, "zones.without-subnet", z));
            return facts.ruling();
        });
    }

    static Ruling subnetsPerZone(Plan plan, Inventory seen) {
        return Ruling.on(seen.subnets(), seen.routeTables(), (subnets, tables) -> {
            OwnSubnets own = OwnSubnets.of(plan, subnets, tables);
            Facts facts = new Facts();
            own.standAsNamed(facts);
            own.areRoutedAsNamed(facts);
            Topology topology = own.topology();
            for (String zone : Words.zones(plan)) {
                List<Subnet> open = topology.publicIn(zone);
                List<Subnet> closed = topology.privateIn(zone);
                facts.check(
                        !open.isEmpty() && !closed.isEmpty(),
                        "zones.subnets",
                        zone,
                        Words.list(open, NetworkChecks::named),
                        Words.list(closed, NetworkChecks::named));
            }
            return facts.ruling();
        });
    }

    static Ruling stacks(Plan plan, Inventory seen) {
        return Ruling.on(seen.stacks(), stacks -> {
            Facts facts = new Facts();
            stacks.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(s -> facts.check(stands(s.getValue()), Phrase.asIs(s.getKey() + ": " + s.getValue())));
            return stacks.isEmpty() ? Ruling.fail("stacks.none") : facts.ruling();
        });
    }

    /** After an update that was rolled back everything stands as it did before. */
    static boolean stands(String status) {
        return STANDING.contains(status);
    }

    private static String named(Subnet subnet) {
        return subnet.id() + " (" + subnet.cidr() + ")";
    }
}
