package dev.essha.plan.yaml;

import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DatabasePlan.Sharing;
import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.Format;
import dev.essha.plan.Limits;
import java.util.List;

/** {@code database}. */
final class DatabaseSettings {

    private static final Setting<DatabasePlan, Topology> TOPOLOGY = Setting.optional(
            "topology",
            Choice.of(Topology.class),
            DatabasePlan::topology,
            "How the database survives the loss of a zone. With multi-az-instance, a standby in another zone has every"
                    + " committed write and takes over by itself. With multi-az-cluster, there are two standbys in two"
                    + " other zones, which can be read.");

    private static final Setting<DatabasePlan, Sharing> SHARING = Setting.optional(
            "sharing",
            Choice.of(Sharing.class),
            DatabasePlan::sharing,
            "With shared, one instance carries the databases of all services of ESS, each with an owner of its own."
                    + " With per-service, each service has an instance of its own.");

    private static final Setting<DatabasePlan, String> ENGINE_VERSION = Setting.optional(
            "engineVersion",
            Text.of(Format.POSTGRES_VERSION),
            DatabasePlan::engineVersion,
            "PostgreSQL version as RDS names it, 14 or later.");

    private static final Setting<DatabasePlan, String> INSTANCE_CLASS = Setting.optional(
            "instanceClass",
            Text.of(Format.DATABASE_CLASS),
            DatabasePlan::instanceClass,
            "Size of the instance and of its standby. A t class runs on a budget of bursts, which suits a trial.");

    private static final Setting<DatabasePlan, Integer> STORAGE = Setting.optional(
            "storageGiB",
            Whole.in(Limits.DATABASE_STORAGE_GIB),
            DatabasePlan::storageGiB,
            "Storage in GiB. It holds what ESS knows about resources; their content is in S3. It cannot shrink.");

    private static final Setting<DatabasePlan, Integer> MAX_STORAGE = Setting.optional(
            "maxStorageGiB",
            Whole.in(Limits.DATABASE_STORAGE_GIB),
            DatabasePlan::maxStorageGiB,
            "Up to where storage grows by itself, in GiB, at least a tenth more than storageGiB. The same number"
                    + " switches growth off.");

    private static final Setting<DatabasePlan, Integer> BACKUP_DAYS = Setting.optional(
            "backupDays",
            Whole.in(Limits.BACKUP_DAYS),
            DatabasePlan::backupDays,
            "How many days one can go back to any second.");

    private static final Setting<DatabasePlan, Boolean> DELETION_PROTECTION = Setting.optional(
            "deletionProtection",
            Shapes.TOGGLE,
            DatabasePlan::deletionProtection,
            "Whether RDS refuses to delete the instance until this is switched off.");

    private DatabaseSettings() {}

    static Section<DatabasePlan> section(DatabasePlan defaults) {
        return new Section<>(
                defaults,
                List.of(
                        TOPOLOGY,
                        SHARING,
                        ENGINE_VERSION,
                        INSTANCE_CLASS,
                        STORAGE,
                        MAX_STORAGE,
                        BACKUP_DAYS,
                        DELETION_PROTECTION),
                v -> new DatabasePlan(
                        v.get(TOPOLOGY),
                        v.get(SHARING),
                        v.get(ENGINE_VERSION),
                        v.get(INSTANCE_CLASS),
                        v.get(STORAGE),
                        v.get(MAX_STORAGE),
                        v.get(BACKUP_DAYS),
                        v.get(DELETION_PROTECTION)),
                true);
    }
}
