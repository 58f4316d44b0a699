package dev.essha.ui.wizard;

import dev.essha.cloud.Cloud;
import dev.essha.cloud.Identity;
import dev.essha.plan.AccountId;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import java.net.URI;
import java.util.Optional;

/** Which deployment a plan means in a place: what is known of one says nothing of another. */
record Deployment(
        DeploymentName name, RegionName region, Cloud.Kind kind, Optional<URI> endpoint, Optional<AccountId> account) {

    static Deployment of(Venue venue, Plan plan) {
        return new Deployment(
                plan.name(),
                plan.region(),
                venue.kind(),
                venue.choice().endpoint(),
                venue.identity().map(Identity::account));
    }
}
