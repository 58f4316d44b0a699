package dev.essha.pipeline;

import dev.essha.blueprint.StageId;
import dev.essha.inventory.Data;
import java.util.Optional;

/** What a destroy makes of what holds data or a key. */
record DataFate(boolean deleteData) {

    /** Nothing for a type that can be made again. */
    Optional<DestroyPlan.Data> of(StageId stage, String type, String physicalId) {
        boolean goes = deleteData || type.equals(ResourceKind.DATABASE);
        return words(type).map(what -> new DestroyPlan.Data(stage, type, physicalId, goes, what));
    }

    private Optional<String> words(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case ResourceKind.BUCKET -> deleteData ? "emptied and deleted" : "stays with all that is in it";
                    case ResourceKind.KEY ->
                        deleteData
                                ? "deleted in %d days; until then it can be taken back".formatted(Leftovers.KEY_DAYS)
                                : "stays: without it, what stays cannot be read";
                    case ResourceKind.DATABASE ->
                        deleteData ? "deleted with its snapshots" : "deleted; a final snapshot stays";
                    case ResourceKind.SNAPSHOT ->
                        deleteData ? "deleted" : "stays: it holds what ESS stored about its resources";
                    default -> null;
                });
    }

    /** The stage whose stack made it once. */
    static StageId stageOf(Data.Kept kept) {
        return switch (kept.kind()) {
            case BUCKET -> StageId.STORAGE;
            case KEY -> StageId.SECURITY;
            case DATABASE_SNAPSHOT -> StageId.DATABASE;
        };
    }

    static String typeOf(Data.Kept kept) {
        return switch (kept.kind()) {
            case BUCKET -> ResourceKind.BUCKET;
            case KEY -> ResourceKind.KEY;
            case DATABASE_SNAPSHOT -> ResourceKind.SNAPSHOT;
        };
    }
}
