package dev.essha.plan.yaml;

import dev.essha.plan.Limits;
import dev.essha.plan.StoragePlan;
import java.util.List;

/** {@code storage}. */
final class StorageSettings {

    private static final Setting<StoragePlan, Integer> NONCURRENT_DAYS = Setting.optional(
            "noncurrentDays",
            Whole.in(Limits.NONCURRENT_DAYS),
            StoragePlan::noncurrentDays,
            "For how many days a replaced or deleted version can be had back.");

    private static final Setting<StoragePlan, Integer> ABORT_UPLOAD_DAYS = Setting.optional(
            "abortUploadDays",
            Whole.in(Limits.ABORT_UPLOAD_DAYS),
            StoragePlan::abortUploadDays,
            "After how many days the parts of an unfinished upload are removed.");

    private static final Setting<StoragePlan, Boolean> ARCHIVE_COLD_OBJECTS = Setting.optional(
            "archiveColdObjects",
            Shapes.TOGGLE,
            StoragePlan::archiveColdObjects,
            "Let S3 Intelligent-Tiering move what is rarely read to cheaper storage; reading stays as fast.");

    private StorageSettings() {}

    static Section<StoragePlan> section(StoragePlan defaults) {
        return new Section<>(
                defaults,
                List.of(NONCURRENT_DAYS, ABORT_UPLOAD_DAYS, ARCHIVE_COLD_OBJECTS),
                v -> new StoragePlan(v.get(NONCURRENT_DAYS), v.get(ABORT_UPLOAD_DAYS), v.get(ARCHIVE_COLD_OBJECTS)),
                true);
    }
}
