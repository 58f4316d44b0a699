package dev.essha.plan;

import java.util.List;

/** What Amazon RDS and ESS ask of the database (R9). */
final class DatabaseRules {

    static final List<Rule> ALL = List.of(
            Rule.format(
                    "database.engineVersion",
                    Format.POSTGRES_VERSION,
                    plan -> plan.database().engineVersion()),
            Rule.of(DatabaseRules::engineIsSupported, "database.engineVersion"),
            Rule.format(
                    "database.instanceClass",
                    Format.DATABASE_CLASS,
                    plan -> plan.database().instanceClass()),
            Rule.range(
                    "database.storageGiB",
                    Limits.DATABASE_STORAGE_GIB,
                    plan -> plan.database().storageGiB()),
            Rule.range(
                    "database.maxStorageGiB",
                    Limits.DATABASE_STORAGE_GIB,
                    plan -> plan.database().maxStorageGiB()),
            Rule.of(
                    DatabaseRules::storageHasRoomToGrow,
                    "database.topology",
                    "database.storageGiB",
                    "database.maxStorageGiB"),
            Rule.range(
                    "database.backupDays",
                    Limits.BACKUP_DAYS,
                    plan -> plan.database().backupDays()));

    /**
     * The oldest major version with standard support.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html">Calendar</a>
     */
    private static final int OLDEST_ENGINE = 14;

    private DatabaseRules() {}

    private static List<Problem> engineIsSupported(Plan plan) {
        String version = plan.database().engineVersion();
        boolean fine = !Format.POSTGRES_VERSION.matches(version) || major(version) >= OLDEST_ENGINE;
        return Rule.unless(fine, "database.engineVersion", "database.engine-too-old", version, OLDEST_ENGINE);
    }

    /**
     * Equal limits switch growth off; otherwise RDS wants the upper one at least 10 percent higher. Clusters have a rule of
     * their own.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html">Storage autoscaling</a>
     */
    private static List<Problem> storageHasRoomToGrow(Plan plan) {
        int storage = plan.database().storageGiB();
        int max = plan.database().maxStorageGiB();
        long least = (storage * 11L + 9) / 10;
        boolean grows = plan.database().topology() == DatabasePlan.Topology.MULTI_AZ_INSTANCE;
        return Rule.unless(
                !grows || max == storage || max >= least,
                "database.maxStorageGiB",
                "database.no-room-to-grow",
                max,
                storage,
                least);
    }

    private static int major(String version) {
        return Integer.parseInt(version.substring(0, 2));
    }
}
