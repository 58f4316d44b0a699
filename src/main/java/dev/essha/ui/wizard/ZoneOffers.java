package dev.essha.ui.wizard;

import dev.essha.inventory.Offer;
import dev.essha.plan.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * What the zones of a region offer of what a plan needs.
 *
 * @param zones all of the region
 * @param withNodes names of those that have the plan's instance type; empty if that could not be asked
 * @param withDatabases names of those that have the plan's database; empty if that could not be asked
 */
record ZoneOffers(
        ZoneNeeds needs,
        List<Offer.Zone> zones,
        Optional<SortedSet<String>> withNodes,
        Optional<SortedSet<String>> withDatabases) {

    private static final String AVAILABLE = "available";

    /**
     * Something that a zone lacks.
     *
     * @param key of the words for it
     * @param what it lacks
     */
    record Lack(String key, String what) {}

    /** The zone of a name, if the region has it. */
    Optional<Offer.Zone> zone(String name) {
        return zones.stream().filter(z -> z.name().equals(name)).findFirst();
    }

    /** What a zone lacks of what the plan needs; empty if it has everything, as far as could be asked. */
    List<Lack> lacksOf(String name) {
        Optional<Offer.Zone> zone = zone(name);
        if (zone.isEmpty()) {
            return List.of(new Lack("network.lacks.zone", needs.region().value()));
        }
        List<Lack> lacks = new ArrayList<>();
        if (!zone.get().state().equals(AVAILABLE)) {
            lacks.add(new Lack("network.lacks.state", zone.get().state()));
        }
        if (isMissing(withNodes, name)) {
            lacks.add(new Lack("network.lacks.offer", needs.instanceType()));
        }
        if (isMissing(withDatabases, name)) {
            lacks.add(new Lack("network.lacks.offer", needs.instanceClass()));
        }
        return List.copyOf(lacks);
    }

    /** Whether everything could be asked. */
    boolean isComplete() {
        return withNodes.isPresent() && withDatabases.isPresent();
    }

    /**
     * As many zones as are chosen, or as are needed at least, none of which lacks anything: those among the chosen first.
     *
     * @return empty where the region has too few, or where nothing is wrong with the chosen ones
     */
    Optional<List<String>> instead(List<String> chosen) {
        int count = Math.max(chosen.size(), Limits.ZONES.min());
        List<String> fit = Stream.concat(chosen.stream(), zones.stream().map(Offer.Zone::name))
                .distinct()
                .filter(name -> lacksOf(name).isEmpty())
                .limit(count)
                .toList();
        boolean fine = chosen.stream().allMatch(name -> lacksOf(name).isEmpty());
        return fine || fit.size() < Limits.ZONES.min() ? Optional.empty() : Optional.of(fit);
    }

    private static boolean isMissing(Optional<SortedSet<String>> offering, String zone) {
        return offering.filter(names -> !names.contains(zone)).isPresent();
    }
}
