package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.inventory.Data;
import java.util.Optional;

/** What a destroy makes of what holds data or a key. */
record DataFate(boolean deleteData) {

    /** Nothing for what holds neither. */
    Optional<DestroyPlan.Data> of(StageId stage, String type, String physicalId) {
        return HoldsData.ofType(type)
                ? Optional.of(
                        new DestroyPlan.Data(stage, type, physicalId, deleteData || !outlivesStack(type), words(type)))
                : Optional.empty();
    }

    private static boolean outlivesStack(String type) {
        return switch (type) {
            case ResourceKind.BUCKET, ResourceKind.KEY, ResourceKind.SNAPSHOT, ResourceKind.CLUSTER_SNAPSHOT -> true;
            default -> false;
        };
    }

    private String words(String type) {
        return switch (type) {
            case ResourceKind.BUCKET -> deleteData ? "emptied and deleted" : "stays with all that is in it";
            case ResourceKind.KEY ->
                deleteData
                        ? "deleted in %d days; until then it can be taken back".formatted(Leftovers.KEY_DAYS)
                        : "stays: without it, what stays cannot be read";
            case ResourceKind.DATABASE, ResourceKind.DATABASE_CLUSTER ->
                deleteData ? "deleted with its snapshots" : "deleted; a final snapshot stays";
            case ResourceKind.SNAPSHOT, ResourceKind.CLUSTER_SNAPSHOT ->
                deleteData ? "deleted" : "stays: it holds what ESS stored about its resources";
            case ResourceKind.SECRET -> "deleted; the next installation makes a new password";
            case ResourceKind.REPOSITORY -> "deleted with its images, which can be copied again";
            default -> "deleted with all that is in it";
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
