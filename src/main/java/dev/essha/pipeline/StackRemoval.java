package dev.essha.pipeline;

import dev.essha.cloud.Actions;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.ResourceNames;
import dev.essha.wording.Phrase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Takes one stack down, with what keeps it from going mended in between. */
final class StackRemoval {

    private static final int ATTEMPTS = 3;
    private static final Duration BETWEEN = Duration.ofSeconds(20);

    private final StageContext context;
    private final Stacks stacks;
    private final DeploymentName deployment;
    private final DestroyPlan.Doomed doomed;
    private final Advice advice;
    private final NetworkMender mender;
    private ResourceNews news;

    /** @param advice what to do about a failure */
    StackRemoval(StageContext context, DeploymentName deployment, DestroyPlan.Doomed doomed, Advice advice) {
        this.context = context;
        this.stacks = context.cloud().stacks(doomed.region());
        this.deployment = deployment;
        this.doomed = doomed;
        this.advice = advice;
        this.mender = new NetworkMender(context, doomed, new ResourceNames(deployment));
        this.news = new ResourceNews(context, advice);
    }

    StageResult run() throws InterruptedException {
        watchOthers();
        allowDeletion();
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            if (isGone(deleteOnce())) {
                return new StageResult.Completed(true, Map.of());
            }
            context.note("note.not-gone", name(), news.failure(view()).reason());
            mender.mend();
            context.time().sleep(BETWEEN);
        }
        StackView last = deleteOnce();
        return isGone(last) ? new StageResult.Completed(true, Map.of()) : new StageResult.Failed(news.failure(last));
    }

    private void watchOthers() throws InterruptedException {
        StackView stack = view();
        if (!isGone(stack) && !stack.belongsTo(deployment)) {
            throw new StageException(Phrase.of("stack.not-ours", name()), Phrase.of("stack.not-ours.advice"));
        }
        if (stack.status().inProgress()) {
            context.watching(stack.status().name());
            new Follow(context, stacks, news.and(mender)).inProgress(stack.id());
        }
    }

    /** What refuses to be deleted until it is told otherwise. It may be gone already, from an attempt before. */
    void allowDeletion() throws InterruptedException {
        for (StackResource database : doomed.ofType(ResourceKind.DATABASE)) {
            ifItStands(() -> actions().allowDatabaseDeletion(database.physicalId()));
        }
        for (StackResource cluster : doomed.ofType(ResourceKind.DATABASE_CLUSTER)) {
            ifItStands(() -> actions().allowDatabaseClusterDeletion(cluster.physicalId()));
        }
        for (StackResource loadBalancer : doomed.ofType(ResourceKind.LOAD_BALANCER)) {
            ifItStands(() -> actions().allowLoadBalancerDeletion(loadBalancer.physicalId()));
        }
        mender.removeLoadBalancers();
    }

    private void ifItStands(Runnable call) throws InterruptedException {
        try {
            context.retry().run(call);
        } catch (CloudException e) {
            if (!(e.failure() instanceof CloudFailure.NotFound)) {
                throw e;
            }
        }
    }

    private StackView deleteOnce() throws InterruptedException {
        StackView stack = view();
        if (isGone(stack)) {
            return stack;
        }
        news = new ResourceNews(context, advice);
        Follow follow = new Follow(context, stacks, news.and(mender));
        Optional<String> last = follow.lastEvent(stack.id());
        if (stack.terminationProtection()) {
            context.retry().run(() -> stacks.protect(name(), false));
        }
        context.retry().run(() -> stacks.delete(stack.id()));
        return follow.after(stack.id(), last);
    }

    private StackView view() throws InterruptedException {
        return context.retry()
                .get(() -> stacks.find(doomed.stack().id()))
                .orElseThrow(() ->
                        new StageException(Phrase.of("stack.disappeared", name()), Phrase.of("stack.look-again")));
    }

    private String name() {
        return doomed.stack().name();
    }

    private static boolean isGone(StackView stack) {
        return stack.status() == StackStatus.DELETE_COMPLETE;
    }

    private Actions actions() {
        return context.cloud().actions();
    }
}
