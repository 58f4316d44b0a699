package dev.essha.ui.wizard;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Offers;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/** What a plan needs of each of its zones. */
record ZoneNeeds(
        RegionName region,
        String instanceType,
        String engineVersion,
        String instanceClass,
        DatabasePlan.Topology topology) {

    static ZoneNeeds of(Plan plan) {
        DatabasePlan database = plan.database();
        return new ZoneNeeds(
                plan.region(),
                plan.compute().instanceType(),
                database.engineVersion(),
                database.instanceClass(),
                database.topology());
    }

    /** Asks. What the identity may not ask beyond the zones themselves stays unknown. */
    ZoneOffers ask(Offers offers) {
        return new ZoneOffers(
                this,
                offers.zones(),
                ifAllowed(() -> offers.zonesOffering(instanceType)),
                ifAllowed(() -> offers.zonesOfferingDatabase(engineVersion, instanceClass, topology)));
    }

    private static Optional<SortedSet<String>> ifAllowed(Supplier<SortedSet<String>> asked) {
        try {
            return Optional.of(asked.get());
        } catch (CloudException e) {
            if (e.failure() instanceof CloudFailure.Denied) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
