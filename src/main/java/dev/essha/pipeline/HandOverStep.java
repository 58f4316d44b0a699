package dev.essha.pipeline;

import dev.essha.blueprint.Work;
import dev.essha.plan.EssService;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.Map;
import java.util.SortedMap;

/** Collects what a person needs to put ESS on top: addresses and the names of secrets, never a secret. */
final class HandOverStep implements Step {

    private final Work.HandOver work;
    private final Plan plan;
    private final Outputs outputs;

    HandOverStep(Work.HandOver work, Plan plan, Outputs outputs) {
        this.work = work;
        this.plan = plan;
        this.outputs = outputs;
    }

    @Override
    public StageResult run() {
        return new StageResult.Completed(false, values());
    }

    @Override
    public Observation observe() {
        return new Observation(true, "%d values to hand over".formatted(values().size()));
    }

    private Map<String, String> values() {
        ResourceNames names = new ResourceNames(plan.name());
        SortedMap<String, String> values = outputs.all(work.inputs());
        for (EssService service : work.services()) {
            values.put("DatabaseSecretName." + service.label(), names.databaseSecret(service));
        }
        if (plan.messaging().authentication() == MessagingPlan.Authentication.SCRAM) {
            values.put("KafkaSecretName", names.kafkaSecret());
        }
        return values;
    }
}
