package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.Cloud;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a person needs to put ESS on top, read from a deployment that stands. */
public final class HandedOver {

    private HandedOver() {}

    /**
     * The same addresses and names of secrets that an install hands over, by name; never a secret.
     *
     * @return empty where a stage that delivers some of it does not stand
     * @throws dev.essha.cloud.CloudException if its stacks cannot be looked at
     */
    public static SortedMap<String, String> of(Blueprint blueprint, Cloud cloud) {
        Work.HandOver work = (Work.HandOver) blueprint.stage(StageId.HAND_OVER).work();
        Outputs outputs = new StandingStacks(cloud, blueprint).inputsOf(StageId.HAND_OVER);
        try {
            return new HandOverStep(work, blueprint.plan().plan(), outputs).values();
        } catch (StageException e) {
            return new TreeMap<>();
        }
    }
}
