package dev.essha.pipeline;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Identity;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;

/** Guards against the wrong sign-in: whatever a run touches is in the plan's account and region. */
final class Target {

    private static final String CALL = "sts:GetCallerIdentity";

    private Target() {}

    /** @throws CloudException {@link CloudFailure.Invalid} where somebody else is signed in */
    static void check(Plan plan, Identity identity) {
        plan.account().filter(a -> !a.equals(identity.account())).ifPresent(wanted -> {
            throw refused(Phrase.of("target.account", wanted, identity.account()));
        });
        if (!plan.region().equals(identity.region())) {
            throw refused(Phrase.of("target.region", plan.region(), identity.region()));
        }
    }

    private static CloudException refused(Phrase said) {
        return new CloudException(new CloudFailure.Invalid(CALL, said));
    }
}
