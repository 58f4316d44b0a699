package dev.essha.ui.wizard;

import dev.essha.plan.Plan;

/**
 * A question to an account. Two are equal if they are about the same in the same place.
 *
 * @param plan opens the account
 * @param about all that the answer depends on
 */
public record AccountQuestion<A>(Venue venue, Plan plan, A about) {

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountQuestion<?> q && q.venue.equals(venue) && q.about.equals(about);
    }

    @Override
    public int hashCode() {
        return about.hashCode();
    }
}
