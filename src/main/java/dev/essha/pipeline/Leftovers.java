package dev.essha.pipeline;

import dev.essha.cloud.Actions;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackView;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What holds data and outlives its stack: deleted where that is wanted, named where it stays. */
final class Leftovers {

    /** The shortest time that KMS allows. */
    static final int KEY_DAYS = 7;

    private final StageContext context;
    private final boolean deleteData;

    Leftovers(StageContext context, boolean deleteData) {
        this.context = context;
        this.deleteData = deleteData;
    }

    /** Once the stack is gone. */
    void of(DestroyPlan.Doomed doomed) throws InterruptedException {
        for (StackResource database : doomed.ofType(ResourceKind.DATABASE)) {
            snapshots(database.physicalId());
        }
        for (StackResource bucket : doomed.ofType(ResourceKind.BUCKET)) {
            bucket(bucket);
        }
        for (StackResource key : doomed.ofType(ResourceKind.KEY)) {
            key(key.physicalId(), keyArn(doomed.stack(), key.physicalId()));
        }
    }

    /** In the stack's own partition, region and account; its output may be gone already. */
    private static String keyArn(StackView stack, String keyId) {
        String[] parts = stack.id().split(":");
        return "arn:%s:kms:%s:%s:key/%s".formatted(parts[1], parts[3], parts[4], keyId);
    }

    private void snapshots(String instance) throws InterruptedException {
        for (String snapshot : context.retry().get(() -> actions().databaseSnapshots(instance))) {
            if (deleteData) {
                context.retry().run(() -> actions().deleteDatabaseSnapshot(snapshot));
                context.note("deleted the snapshot " + snapshot);
            } else {
                context.leftBehind("database snapshot", snapshot, "it holds what ESS stored about its resources");
            }
        }
    }

    private void bucket(StackResource bucket) throws InterruptedException {
        String name = bucket.physicalId();
        if (seen(() -> context.cloud().lookups().bucket(name)).isEmpty()) {
            return;
        }
        if (!deleteData) {
            context.leftBehind("bucket", name, "it holds the resources that people stored");
            return;
        }
        context.retry().run(() -> actions().emptyBucket(name));
        context.retry().run(() -> actions().deleteBucket(name));
        context.resource(bucket.logicalId(), bucket.type(), name, Event.ResourceState.DELETED, "");
    }

    private void key(String id, String arn) throws InterruptedException {
        if (seen(() -> context.cloud().lookups().key(arn)).isEmpty()) {
            return;
        }
        if (deleteData) {
            context.retry().run(() -> actions().scheduleKeyDeletion(id, KEY_DAYS));
            context.leftBehind(
                    "key", id, "KMS deletes it in %d days; until then it can be taken back".formatted(KEY_DAYS));
        } else {
            context.leftBehind("key", id, "the bucket and the snapshots cannot be read without it");
        }
    }

    private <T> Optional<T> seen(Supplier<Optional<T>> lookup) throws InterruptedException {
        return context.retry().get(lookup);
    }

    /** Secrets can outlive their stack for as long as they could be taken back. */
    void secrets(List<String> prefixes) throws InterruptedException {
        try {
            context.retry()
                    .get(() -> context.cloud().lookups().secrets(prefixes))
                    .forEach(secret -> context.leftBehind("secret", secret.arn(), "Secrets Manager still keeps it"));
        } catch (CloudException e) {
            if (!(e.failure() instanceof CloudFailure.Denied denied)) {
                throw e;
            }
            context.note("cannot see whether secrets are left: %s is not allowed".formatted(denied.action()));
        }
    }

    private Actions actions() {
        return context.cloud().actions();
    }
}
