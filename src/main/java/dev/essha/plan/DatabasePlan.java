package dev.essha.plan;

/**
 * PostgreSQL on Amazon RDS (R9).
 *
 * @param topology how it survives the loss of a zone
 * @param sharing whether the services' databases share an instance
 * @param engineVersion PostgreSQL version as RDS names it, {@code 17.6} or {@code 17}
 * @param instanceClass for example {@code db.m7g.large}
 * @param storageGiB allocated storage, in GiB
 * @param maxStorageGiB up to where storage grows by itself, in GiB; equal to {@code storageGiB} to switch that off
 * @param backupDays how long automated backups are kept, 1 to 35 days
 * @param deletionProtection whether RDS refuses to delete the instance until this is switched off
 */
public record DatabasePlan(
        Topology topology,
        Sharing sharing,
        String engineVersion,
        String instanceClass,
        int storageGiB,
        int maxStorageGiB,
        int backupDays,
        boolean deletionProtection) {

    /** How the database survives the loss of a zone. */
    public enum Topology {
        /** A primary and a synchronous standby in another zone, which is not readable. */
        MULTI_AZ_INSTANCE,
        /** A writer and two readable standbys, each in a zone of its own. */
        MULTI_AZ_CLUSTER
    }

    /** How many instances carry the logical databases. */
    public enum Sharing {
        /** One instance with one logical database for each ESS service. */
        SHARED,
        /** One instance (or cluster) for each ESS service. */
        PER_SERVICE
    }
}
