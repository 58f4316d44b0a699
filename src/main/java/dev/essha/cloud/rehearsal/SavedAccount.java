package dev.essha.cloud.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * What is kept of an account between two runs. No secrets: a rehearsal never has any.
 *
 * @param format version of this shape
 * @param savedAt the time in the account
 */
record SavedAccount(
        int format,
        String account,
        String region,
        Instant savedAt,
        List<SavedStack> stacks,
        Set<String> removedByHand,
        Map<String, Map<String, Object>> changedByHand,
        Map<String, SortedSet<String>> attachments,
        Map<String, String> faults) {

    static final int FORMAT = 1;

    record SavedStack(String name, String id, boolean terminationProtection, List<Operation> operations) {}

    static SavedAccount empty(RehearsalSettings settings) {
        return new SavedAccount(
                FORMAT,
                settings.account().value(),
                settings.region().value(),
                Instant.EPOCH,
                List.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    static SavedAccount of(Account account) {
        return new SavedAccount(
                FORMAT,
                account.place().account().value(),
                account.place().region().value(),
                account.now(),
                account.stacks().stream()
                        .map(s -> new SavedStack(s.name(), s.id(), s.terminationProtection(), s.operations()))
                        .toList(),
                account.byHand().removed(),
                account.byHand().overrides(),
                account.byHand().attachments(),
                account.faults().reasons());
    }

    List<RehearsedStack> restoreStacks() {
        return stacks.stream()
                .map(s -> new RehearsedStack(s.name(), s.id(), s.terminationProtection(), s.operations()))
                .toList();
    }

    ByHand restoreByHand() {
        return new ByHand(removedByHand, changedByHand, attachments);
    }
}
