package dev.essha.inventory;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The parts that keep data, as they were observed. */
public final class Data {

    private Data() {}

    /**
     * @param secondaryZone zone of the standby, empty without one
     * @param subnetZones the zones of its subnet group
     * @param parameters the parameters that the checklist asks about, by name
     */
    public record Database(
            String id,
            String arn,
            String status,
            String engine,
            String engineVersion,
            String instanceClass,
            boolean multiAz,
            String zone,
            String secondaryZone,
            String vpcId,
            List<String> subnetZones,
            boolean encrypted,
            String keyArn,
            boolean publiclyAccessible,
            boolean deletionProtection,
            int backupDays,
            String masterSecretArn,
            Map<String, String> parameters) {}

    /**
     * A Multi-AZ DB cluster. Its members are instances, too, and are listed here, not among the databases.
     *
     * @param members the writer first
     * @param subnetZones the zones of its subnet group
     * @param parameters the parameters that the checklist asks about, by name
     */
    public record DatabaseCluster(
            String id,
            String arn,
            String status,
            String engineVersion,
            String instanceClass,
            boolean multiAz,
            List<Member> members,
            String vpcId,
            List<String> subnetZones,
            boolean encrypted,
            String keyArn,
            boolean publiclyAccessible,
            boolean deletionProtection,
            int backupDays,
            String masterSecretArn,
            Map<String, String> parameters) {

        public DatabaseCluster {
            members = List.copyOf(members);
            subnetZones = List.copyOf(subnetZones);
            parameters = Map.copyOf(parameters);
        }
    }

    /** An instance of a cluster. */
    public record Member(String id, String zone, String status, boolean writer) {}

    /**
     * @param running name-value pairs of the configuration revision that the brokers really run
     * @param brokerZones the zone of each broker, in order of broker id
     */
    public record Kafka(
            String arn,
            String name,
            String state,
            String version,
            String instanceType,
            String vpcId,
            List<String> brokerZones,
            boolean tlsOnly,
            boolean tlsBetweenBrokers,
            boolean authenticated,
            String keyArn,
            boolean publicAccess,
            boolean logged,
            String configurationArn,
            long configurationRevision,
            SortedMap<String, String> running) {}

    /** @param tlsOnly whether its policy denies every request without TLS */
    public record Bucket(
            String name,
            String region,
            boolean versioned,
            String encryption,
            String keyArn,
            boolean publicAccessBlocked,
            boolean tlsOnly,
            boolean hasLifecycle) {}

    public record Secret(String name, String arn, String keyArn, boolean hasValue) {}

    public record Key(String arn, String state, boolean rotates) {}

    /**
     * Something that keeps data, or a key, and that no deletion of a stack need take along.
     *
     * @param id the bucket's or snapshot's name, the key's id
     */
    public record Kept(Kind kind, String id, String arn) {

        public enum Kind {
            BUCKET,
            KEY,
            /** A manual one; the automatic ones go with their instance. */
            DATABASE_SNAPSHOT,
            /** A manual one of a Multi-AZ DB cluster. */
            DATABASE_CLUSTER_SNAPSHOT
        }
    }
}
