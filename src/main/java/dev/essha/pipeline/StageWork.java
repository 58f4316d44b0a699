package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.plan.Plan;

/** Chooses what does the work of a stage. */
final class StageWork {

    private final Blueprint blueprint;
    private final Outputs outputs;

    StageWork(Blueprint blueprint, Outputs outputs) {
        this.blueprint = blueprint;
        this.outputs = outputs;
    }

    StageResult run(StageContext context, InstallOptions options) throws InterruptedException {
        StageResult result = resultOf(context, options);
        if (result instanceof StageResult.Completed completed) {
            outputs.put(context.stage(), completed.outputs());
        }
        return result;
    }

    private StageResult resultOf(StageContext context, InstallOptions options) throws InterruptedException {
        Work work = blueprint.stage(context.stage()).work();
        return switch (work) {
            case Work.Stack stack ->
                new StackStage(context, stack, plan(), options)
                        .run(parameters(context).of(stack));
            default -> step(context).run();
        };
    }

    /** The step of a stage that is no stack. */
    Step step(StageContext context) {
        Work work = work(context.stage());
        return switch (work) {
            case Work.Stack stack -> throw new IllegalArgumentException(stack.name() + " is a stack");
            case Work.AttachNodes _ -> new AttachNodesStep(context, outputs);
            case Work.AnnounceRecords records -> new RecordsStep(context, records.domain(), outputs);
            case Work.HandOver handOver -> new HandOverStep(handOver, plan(), outputs);
        };
    }

    Parameters parameters(StageContext context) {
        return new Parameters(context, plan().domain(), outputs);
    }

    Work work(StageId stage) {
        return blueprint.stage(stage).work();
    }

    private Plan plan() {
        return blueprint.plan().plan();
    }
}
