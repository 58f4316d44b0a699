package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.cloud.Cloud;
import dev.essha.wording.Wording;

/** Looks at an account without a run: there are no events to tell. */
record Look(Cloud cloud, Time time, Wording wording) {

    StageContext context(StageId stage) {
        return new StageContext(
                stage, Run.unattended(cloud, time, new EventLog(time, wording, _ -> {}), new Cancellation()));
    }
}
