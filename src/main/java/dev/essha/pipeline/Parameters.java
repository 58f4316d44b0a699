package dev.essha.pipeline;

import dev.essha.blueprint.Work;
import dev.essha.plan.DomainPlan;
import java.util.SortedMap;

/** The one place where a stack's parameters get their values: outputs of earlier stages, and what is looked up. */
final class Parameters {

    private final StageContext context;
    private final DomainPlan domain;
    private final Outputs outputs;

    Parameters(StageContext context, DomainPlan domain, Outputs outputs) {
        this.context = context;
        this.domain = domain;
        this.outputs = outputs;
    }

    SortedMap<String, String> of(Work.Stack work) throws InterruptedException {
        SortedMap<String, String> values = outputs.all(work.inputs());
        return values;
    }
}
