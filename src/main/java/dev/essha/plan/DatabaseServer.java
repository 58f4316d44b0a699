package dev.essha.plan;

import java.util.List;
import java.util.Optional;

/**
 * One RDS instance, or one Multi-AZ DB cluster, of a plan.
 *
 * @param identifier RDS's name of it
 * @param owner the only service whose logical database it carries; empty where all services share it
 */
public record DatabaseServer(String identifier, Optional<EssService> owner) {

    /** Those that a plan asks for, in the order of the services. */
    public static List<DatabaseServer> of(Plan plan) {
        ResourceNames names = new ResourceNames(plan.name());
        return switch (plan.database().sharing()) {
            case SHARED -> List.of(new DatabaseServer(names.database(), Optional.empty()));
            case PER_SERVICE ->
                plan.ess().servicesWithDatabase().stream()
                        .map(service -> new DatabaseServer(names.database(service), Optional.of(service)))
                        .toList();
        };
    }
}
