package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;

/** Looks at an account without a run: there are no events to tell. */
record Look(Cloud cloud, Time time) {

    StageContext context(StageId stage) {
        return new StageContext(stage, Run.unattended(cloud, time, new EventLog(time, _ -> {}), new Cancellation()));
    }
}
