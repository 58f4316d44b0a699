package dev.essha.ui.wizard;

import dev.essha.application.Places;
import dev.essha.plan.AccountId;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import java.util.Optional;

/**
 * The one place that is open. Kept as long as look-ups would find the same there. A run in an account keeps its own; one in a
 * rehearsal shares it, and goes on although this is closed. Safe for many threads.
 */
public final class Sessions implements AutoCloseable {

    private final Places places;
    private Optional<Open> open = Optional.empty();

    public Sessions(Places places) {
        this.places = places;
    }

    private record Open(Key key, Places.Session session) {}

    /** What decides which account is seen. */
    private record Key(Places.Choice choice, RegionName region, Optional<Rehearsed> rehearsed) {

        static Key of(Venue venue, Plan plan) {
            return new Key(
                    venue.choice(),
                    plan.region(),
                    Optional.of(plan).filter(_ -> venue.isRehearsal()).map(Rehearsed::of));
        }
    }

    /** A rehearsed account is a deployment's own, and has the zone and the VPC that the plan takes for granted. */
    private record Rehearsed(
            DeploymentName name, Optional<AccountId> account, DomainPlan domain, Optional<NetworkPlan> network) {

        static Rehearsed of(Plan plan) {
            return new Rehearsed(
                    plan.name(),
                    plan.account(),
                    plan.domain(),
                    Optional.of(plan.network()).filter(n -> n.existingVpc().isPresent()));
        }
    }

    /** The account of a venue as a plan sees it. Opening it calls nobody. */
    public synchronized Places.Session of(Venue venue, Plan plan) {
        Key key = Key.of(venue, plan);
        if (open.filter(o -> o.key().equals(key)).isEmpty()) {
            close();
            open = Optional.of(new Open(key, places.open(plan, venue.choice())));
        }
        return open.get().session();
    }

    @Override
    public synchronized void close() {
        open.ifPresent(o -> o.session().close());
        open = Optional.empty();
    }
}
