package dev.essha.pipeline;

import dev.essha.cloud.Actions;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackView;
import dev.essha.inventory.Data;
import dev.essha.wording.Phrase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What holds data and outlives its stack: deleted where that is wanted, named where it stays. */
final class Leftovers {

    /** The shortest time that KMS allows. */
    static final int KEY_DAYS = 7;

    private final StageContext context;
    private final boolean deleteData;
    private final Set<String> snapshotsSeen = new HashSet<>();

    Leftovers(StageContext context, boolean deleteData) {
        this.context = context;
        this.deleteData = deleteData;
    }

    /** Once the stack is gone. */
    void of(DestroyPlan.Doomed doomed) throws InterruptedException {
        for (StackResource database : doomed.ofType(ResourceKind.DATABASE)) {
            snapshots(() -> actions().databaseSnapshots(database.physicalId()), actions()::deleteDatabaseSnapshot);
        }
        for (StackResource cluster : doomed.ofType(ResourceKind.DATABASE_CLUSTER)) {
            snapshots(
                    () -> actions().databaseClusterSnapshots(cluster.physicalId()),
                    actions()::deleteDatabaseClusterSnapshot);
        }
        for (StackResource bucket : doomed.ofType(ResourceKind.BUCKET)) {
            bucket(bucket.logicalId(), bucket.physicalId());
        }
        for (StackResource key : doomed.ofType(ResourceKind.KEY)) {
            key(key.physicalId(), keyArn(doomed.stack(), key.physicalId()));
        }
    }

    /** What no stack holds any more. */
    void of(List<Data.Kept> remains) throws InterruptedException {
        for (Data.Kept kept : remains) {
            switch (kept.kind()) {
                case BUCKET -> bucket(kept.id(), kept.id());
                case KEY -> key(kept.id(), kept.arn());
                case DATABASE_SNAPSHOT -> snapshot(kept.id(), actions()::deleteDatabaseSnapshot);
                case DATABASE_CLUSTER_SNAPSHOT -> snapshot(kept.id(), actions()::deleteDatabaseClusterSnapshot);
            }
        }
    }

    /** In the stack's own partition, region and account; its output may be gone already. */
    private static String keyArn(StackView stack, String keyId) {
        String[] parts = stack.id().split(":");
        return "arn:%s:kms:%s:%s:key/%s".formatted(parts[1], parts[3], parts[4], keyId);
    }

    private void snapshots(Supplier<List<String>> found, Consumer<String> delete) throws InterruptedException {
        for (String snapshot : context.retry().get(found)) {
            snapshot(snapshot, delete);
        }
    }

    /** One that was made before the destroy is found twice: by what it was made of and by its tag. */
    private void snapshot(String snapshot, Consumer<String> delete) throws InterruptedException {
        if (!snapshotsSeen.add(snapshot)) {
            return;
        }
        if (deleteData) {
            context.retry().run(() -> delete.accept(snapshot));
            context.note("note.snapshot", snapshot);
        } else {
            leave("snapshot", snapshot);
        }
    }

    private void bucket(String logicalId, String name) throws InterruptedException {
        if (seen(() -> context.cloud().lookups().bucket(name)).isEmpty()) {
            return;
        }
        if (!deleteData) {
            leave("bucket", name);
            return;
        }
        context.retry().run(() -> actions().emptyBucket(name));
        context.retry().run(() -> actions().deleteBucket(name));
        context.resource(logicalId, ResourceKind.BUCKET, name, Event.ResourceState.DELETED, "");
    }

    private void key(String id, String arn) throws InterruptedException {
        if (seen(() -> context.cloud().lookups().key(arn)).isEmpty()) {
            return;
        }
        if (deleteData) {
            context.retry().run(() -> actions().scheduleKeyDeletion(id, KEY_DAYS));
            context.leftBehind(Phrase.of("left.key"), id, Phrase.of("left.key.going", KEY_DAYS));
        } else {
            leave("key", id);
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
                    .forEach(secret -> leave("secret", secret.arn()));
        } catch (CloudException e) {
            if (!(e.failure() instanceof CloudFailure.Denied denied)) {
                throw e;
            }
            context.note("unseen.secrets", denied.action());
        }
    }

    private void leave(String what, String id) {
        context.leftBehind(Phrase.of("left." + what), id, Phrase.of("left." + what + ".why"));
    }

    private Actions actions() {
        return context.cloud().actions();
    }
}
