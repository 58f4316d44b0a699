package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Output;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.Optional;

/** Chooses what does the work of a stage. */
final class StageWork {

    private final Blueprint blueprint;
    private final Outputs outputs;

    StageWork(Blueprint blueprint, Outputs outputs) {
        this.blueprint = blueprint;
        this.outputs = outputs;
    }

    /** @param drift what was seen to be changed by hand */
    StageResult run(StageContext context, InstallOptions options, DriftWatch drift) throws InterruptedException {
        StageResult result = resultOf(context, options, drift);
        if (result instanceof StageResult.Completed completed) {
            outputs.put(context.stage(), completed.outputs());
        }
        return result;
    }

    private StageResult resultOf(StageContext context, InstallOptions options, DriftWatch drift)
            throws InterruptedException {
        return switch (work(context.stage())) {
            case Work.Stack stack ->
                new StackStage(context, stack, plan(), options, drift.of(context.stage()))
                        .run(parameters(context).of(stack));
            default -> step(context, options).run();
        };
    }

    /**
     * Whether a step is done; one whose inputs are missing is not, nor one that cannot do with them, as they come from stages
     * that are still to change.
     */
    Step.Observation observe(StageContext context) throws InterruptedException {
        Optional<Phrase> missing = missing(context.stage());
        if (missing.isPresent()) {
            return new Step.Observation(false, Phrase.of("preview.waits-for", missing.get()));
        }
        try {
            return step(context, InstallOptions.DEFAULT).observe();
        } catch (StageException e) {
            return new Step.Observation(false, e.failure().reason());
        }
    }

    /** The stages whose outputs a stage needs and which have not delivered them, in words. */
    Optional<Phrase> missing(StageId stage) {
        return work(stage).inputs().stream()
                .filter(input -> outputs.find(input).isEmpty())
                .map(Output::producer)
                .distinct()
                .map(StageId::named)
                .reduce(Sentences::listed);
    }

    private Step step(StageContext context, InstallOptions options) {
        return switch (work(context.stage())) {
            case Work.Stack stack -> throw new IllegalArgumentException(stack.name() + " is a stack");
            case Work.AttachNodes _ -> new AttachNodesStep(context, outputs);
            case Work.AnnounceRecords records -> new RecordsStep(context, records, outputs);
            case Work.Adopt adopt -> new AdoptStep(context, adopt);
            case Work.CleanUp cleanUp -> new CleanUpStep(context, cleanUp, blueprint, options);
            case Work.HandOver handOver -> new HandOverStep(handOver, plan(), outputs);
        };
    }

    Parameters parameters(StageContext context) {
        return new Parameters(context, plan().domain().name(), outputs);
    }

    private Work work(StageId stage) {
        return blueprint.stage(stage).work();
    }

    private Plan plan() {
        return blueprint.plan().plan();
    }
}
