package dev.essha.plan;

/**
 * Kafka on Amazon MSK (R11, R12).
 *
 * @param kafkaVersion as MSK names it, {@code 3.9.x}
 * @param instanceType for example {@code kafka.m7g.large}
 * @param brokersPerZone brokers in each zone, at least one; MSK wants the same number in every zone
 * @param storageGiB storage of each broker, in GiB, 1 to 16384
 * @param authentication how clients prove who they are
 * @param logDays how long broker logs are kept, in days
 */
public record MessagingPlan(
        String kafkaVersion,
        String instanceType,
        int brokersPerZone,
        int storageGiB,
        Authentication authentication,
        int logDays) {

    /** How Kafka clients prove who they are; TLS is on with each. */
    public enum Authentication {
        /** SASL/SCRAM with a user kept in Secrets Manager: works with any Kafka client. */
        SCRAM,
        /** IAM roles of the pods: no password, needs AWS's client library. */
        IAM
    }
}
