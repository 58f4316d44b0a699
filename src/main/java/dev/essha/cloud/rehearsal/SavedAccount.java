package dev.essha.cloud.rehearsal;

import dev.essha.plan.RegionName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is kept of an account between two runs. No secrets: a rehearsal never has any.
 *
 * @param format version of this shape
 * @param region where everything stands that AWS does not keep in one place for all regions
 * @param savedAt the time in the account
 */
record SavedAccount(
        int format,
        String account,
        String region,
        Instant savedAt,
        List<SavedStack> stacks,
        HandMade byHand,
        Map<String, String> faults) {

    static final int FORMAT = 2;

    /** @param region where it stands */
    record SavedStack(
            String region, String name, String id, boolean terminationProtection, List<Operation> operations) {}

    static SavedAccount empty(RehearsalSettings settings) {
        return new SavedAccount(
                FORMAT,
                settings.account().value(),
                settings.region().value(),
                Instant.EPOCH,
                List.of(),
                HandMade.NOTHING,
                Map.of());
    }

    static SavedAccount of(Account account) {
        return new SavedAccount(
                FORMAT,
                account.place().account().value(),
                account.place().region().value(),
                account.now(),
                account.stacks().stream().map(SavedAccount::saved).toList(),
                account.byHand().saved(),
                account.faults().reasons());
    }

    List<RehearsedStack> restoreStacks(Place home) {
        return stacks.stream()
                .map(s -> new RehearsedStack(
                        home.in(new RegionName(s.region())),
                        s.name(),
                        s.id(),
                        s.terminationProtection(),
                        s.operations()))
                .toList();
    }

    private static SavedStack saved(RehearsedStack stack) {
        return new SavedStack(
                stack.place().region().value(),
                stack.name(),
                stack.id(),
                stack.terminationProtection(),
                stack.operations());
    }
}
