package dev.essha.ui.wizard;

import dev.essha.inventory.Offer;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import dev.essha.ui.work.LookUp;
import dev.essha.ui.work.LookUp.State;
import dev.essha.ui.work.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/** What the account says of its regions and of the zones of the plan's, asked whenever that may have changed. */
final class RegionLooks {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Wizard wizard;
    private final LookUp<AccountQuestion<RegionName>, List<Offer.Region>> regions;
    private final LookUp<AccountQuestion<ZoneNeeds>, ZoneOffers> zones;

    RegionLooks(Wizard wizard) {
        this.wizard = wizard;
        this.regions = new LookUp<>(
                wizard.background(),
                Timers.pause(),
                q -> wizard.session(q.venue(), q.plan()).cloud().offers().regions());
        this.zones = new LookUp<>(
                wizard.background(),
                Timers.pause(),
                q -> q.about().ask(wizard.session(q.venue(), q.plan()).cloud().offers()));
    }

    /** Asks what has not been asked yet. */
    void ask() {
        Optional<Venue> venue = wizard.venue().get();
        if (venue.isEmpty()) {
            regions.clear();
            zones.clear();
            return;
        }
        Plan plan = wizard.draft().readable().get();
        zones.ask(new AccountQuestion<>(venue.get(), plan, ZoneNeeds.of(plan)), PAUSE);
        if (!knowsRegionsOf(venue.get())) {
            regions.ask(new AccountQuestion<>(venue.get(), plan, plan.region()), PAUSE);
        }
    }

    /** Asks again what failed. */
    void again() {
        if (zones.state().get() instanceof State.Failed) {
            zones.again();
        }
        if (regions.state().get() instanceof State.Failed) {
            regions.again();
        }
    }

    /** They are the same whichever of them is asked. */
    private boolean knowsRegionsOf(Venue venue) {
        return regions.state().get() instanceof State.Answered(var question, var _)
                && question.venue().equals(venue);
    }

    ReadOnlyObjectProperty<State<AccountQuestion<RegionName>, List<Offer.Region>>> regions() {
        return regions.state();
    }

    ReadOnlyObjectProperty<State<AccountQuestion<ZoneNeeds>, ZoneOffers>> zones() {
        return zones.state();
    }
}
