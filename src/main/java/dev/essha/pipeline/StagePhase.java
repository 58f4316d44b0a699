package dev.essha.pipeline;

import dev.essha.plan.DnsRecord;
import java.util.List;

/** Where a stage stands in a run, with what belongs to that. */
public sealed interface StagePhase {

    record Waiting() implements StagePhase {}

    record Running() implements StagePhase {}

    /** Somebody else's operation is followed; {@code status} is that of the stack. */
    record Watching(String status) implements StagePhase {}

    /** A person has to add these records now. */
    record NeedsRecords(List<DnsRecord> records) implements StagePhase {

        public NeedsRecords {
            records = List.copyOf(records);
        }
    }

    /** @param changed false if it stood already as asked */
    record Complete(boolean changed) implements StagePhase {}

    record Failed(StageFailure failure) implements StagePhase {}

    record Skipped(String because) implements StagePhase {}

    /** Nothing more will happen to it in this run. */
    default boolean ended() {
        return switch (this) {
            case Waiting _, Running _, Watching _, NeedsRecords _ -> false;
            case Complete _, Failed _, Skipped _ -> true;
        };
    }
}
