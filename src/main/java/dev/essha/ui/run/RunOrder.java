package dev.essha.ui.run;

import dev.essha.pipeline.InstallOptions;
import dev.essha.plan.ValidPlan;
import dev.essha.ui.wizard.Venue;

/** What is to be done, and where. Whatever is typed afterwards changes nothing of it. */
public record RunOrder(Venue venue, ValidPlan plan, InstallOptions options) {

    public String deployment() {
        return plan.plan().name().value();
    }

    /** The same by another way into the account. */
    RunOrder in(Venue other) {
        return new RunOrder(other, plan, options);
    }
}
