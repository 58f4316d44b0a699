package dev.essha.cloud.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What shall fail next, by logical id or type. Not safe for threads; {@link Account} locks. */
final class Faults {

    private static final String ROLL_BACK = "roll back of ";

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

    void addToRollBack(String logicalIdOrType, String reason) {
        reasons.put(ROLL_BACK + logicalIdOrType, reason);
    }

    Optional<String> reason(String logicalId, String type) {
        return Optional.ofNullable(reasons.getOrDefault(logicalId, reasons.get(type)));
    }

    /** Why a resource cannot be changed back. */
    Optional<String> reasonToStayChanged(String logicalId, String type) {
        return reason(ROLL_BACK + logicalId, ROLL_BACK + type);
    }

    /** The fault has happened; it does not happen again. */
    void spend(Step failed) {
        Stream.of(failed.logicalId(), failed.type(), ROLL_BACK + failed.logicalId(), ROLL_BACK + failed.type())
                .filter(key -> failed.failure().equals(reasons.get(key)))
                .findFirst()
                .ifPresent(reasons::remove);
    }
}
