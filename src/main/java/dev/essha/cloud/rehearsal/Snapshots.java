package dev.essha.cloud.rehearsal;

import java.util.List;

/** The last snapshots of databases that were deleted. */
record Snapshots(Account account) {

    /** @param type that of what was deleted, an instance or a cluster */
    List<String> of(String type, String databaseIdentifier) {
        return account.snapshots().stream()
                .filter(s -> s.is(type) && s.physicalId().equals(databaseIdentifier))
                .map(Account::snapshotId)
                .sorted()
                .toList();
    }

    void delete(String type, String snapshotId) {
        synchronized (account) {
            account.snapshots().stream()
                    .filter(s -> s.is(type) && Account.snapshotId(s).equals(snapshotId))
                    .forEach(s -> account.change(() -> account.byHand().remove(s)));
        }
    }
}
