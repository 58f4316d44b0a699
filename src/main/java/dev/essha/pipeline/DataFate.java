package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.inventory.Data;
import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.util.Optional;

/** What a destroy makes of what holds data or a key. */
record DataFate(boolean deleteData, Wording wording) {

    /** Nothing for what holds neither. */
    Optional<DestroyPlan.Data> of(StageId stage, String type, String physicalId) {
        return HoldsData.ofType(type)
                ? Optional.of(new DestroyPlan.Data(
                        stage, type, physicalId, deleteData || !outlivesStack(type), wording.of(what(type))))
                : Optional.empty();
    }

    private static boolean outlivesStack(String type) {
        return switch (type) {
            case ResourceKind.BUCKET, ResourceKind.KEY, ResourceKind.SNAPSHOT, ResourceKind.CLUSTER_SNAPSHOT -> true;
            default -> false;
        };
    }

    private Phrase what(String type) {
        return switch (type) {
            case ResourceKind.BUCKET -> Phrase.of(deleteData ? "fate.bucket.goes" : "fate.bucket.stays");
            case ResourceKind.KEY ->
                deleteData ? Phrase.of("fate.key.goes", Leftovers.KEY_DAYS) : Phrase.of("fate.key.stays");
            case ResourceKind.DATABASE, ResourceKind.DATABASE_CLUSTER ->
                Phrase.of(deleteData ? "fate.database.with-snapshots" : "fate.database.but-snapshot");
            case ResourceKind.SNAPSHOT, ResourceKind.CLUSTER_SNAPSHOT ->
                Phrase.of(deleteData ? "fate.snapshot.goes" : "fate.snapshot.stays");
            case ResourceKind.SECRET -> Phrase.of("fate.secret");
            case ResourceKind.REPOSITORY -> Phrase.of("fate.repository");
            default -> Phrase.of("fate.other");
        };
    }

    /** The stage whose stack made it once. */
    static StageId stageOf(Data.Kept kept) {
        return switch (kept.kind()) {
            case BUCKET -> StageId.STORAGE;
            case KEY -> StageId.SECURITY;
            case DATABASE_SNAPSHOT, DATABASE_CLUSTER_SNAPSHOT -> StageId.DATABASE;
        };
    }

    static String typeOf(Data.Kept kept) {
        return switch (kept.kind()) {
            case BUCKET -> ResourceKind.BUCKET;
            case KEY -> ResourceKind.KEY;
            case DATABASE_SNAPSHOT -> ResourceKind.SNAPSHOT;
            case DATABASE_CLUSTER_SNAPSHOT -> ResourceKind.CLUSTER_SNAPSHOT;
        };
    }
}
