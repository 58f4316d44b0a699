package dev.essha.pipeline;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.StackView;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks for drift in all stacks at once while a run begins: each look takes CloudFormation half a minute or more, and one
 * after the other they would make the run that much longer.
 */
final class DriftWatch implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<StageId, Future<DriftSeen>> looks = new EnumMap<>(StageId.class);

    /** Looks at nothing. */
    DriftWatch() {}

    DriftWatch(Run run, Blueprint blueprint, Set<StageId> stages) {
        StandingStacks standing = new StandingStacks(run.cloud(), blueprint);
        for (Stage stage : blueprint.stages()) {
            if (stage.work() instanceof Work.Stack work && stages.contains(stage.id())) {
                StageContext context = new StageContext(stage.id(), run);
                looks.put(stage.id(), threads.submit(() -> look(standing, work, context)));
            }
        }
    }

    /** Waits for what was seen in a stage. */
    DriftSeen of(StageId stage) throws InterruptedException {
        Future<DriftSeen> look = looks.get(stage);
        try {
            return look == null ? DriftSeen.NOT_LOOKED : look.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException cancelled) {
                throw cancelled;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Where the stack itself cannot be looked at, the stage says so when it comes to it. */
    private static DriftSeen look(StandingStacks standing, Work.Stack work, StageContext context)
            throws InterruptedException {
        try {
            Optional<StackView> stack = context.retry().get(() -> standing.find(context.stage()));
            return stack.isPresent()
                    ? DriftLook.at(stack.get(), context.cloud().stacks(work.region()), context)
                    : DriftSeen.NOT_LOOKED;
        } catch (CloudException e) {
            return DriftSeen.NOT_LOOKED;
        }
    }
}
