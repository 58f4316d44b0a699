package dev.essha.plan;

import java.util.List;

/** What the bucket's lifecycle accepts (R10). */
final class StorageRules {

    static final List<Rule> ALL = List.of(
            Rule.range(
                    "storage.noncurrentDays",
                    Limits.NONCURRENT_DAYS,
                    plan -> plan.storage().noncurrentDays()),
            Rule.range(
                    "storage.abortUploadDays",
                    Limits.ABORT_UPLOAD_DAYS,
                    plan -> plan.storage().abortUploadDays()));

    private StorageRules() {}
}
