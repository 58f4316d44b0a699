package dev.essha.cloud.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What shall fail next, by logical id or type. Not safe for threads; {@link Account} locks. */
final class Faults {

    private final Map<String, String> reasons;

    Faults(Map<String, String> reasons) {
        this.reasons = new LinkedHashMap<>(reasons);
    }

    Map<String, String> reasons() {
        return Map.copyOf(reasons);
    }

    void add(String logicalIdOrType, String reason) {
        reasons.put(logicalIdOrType, reason);
    }

    Optional<String> reason(String logicalId, String type) {
        return Optional.ofNullable(reasons.getOrDefault(logicalId, reasons.get(type)));
    }

    /** The fault has happened; it does not happen again. */
    void spend(Step failed) {
        if (reasons.remove(failed.logicalId(), failed.failure())) {
            return;
        }
        reasons.remove(failed.type(), failed.failure());
    }
}
