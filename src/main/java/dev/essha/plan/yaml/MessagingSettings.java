package dev.essha.plan.yaml;

import dev.essha.plan.Format;
import dev.essha.plan.Limits;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.MessagingPlan.Authentication;
import java.util.List;

/** {@code messaging}. */
final class MessagingSettings {

    private static final Setting<MessagingPlan, String> KAFKA_VERSION = Setting.optional(
            "kafkaVersion",
            Text.of(Format.KAFKA_VERSION),
            MessagingPlan::kafkaVersion,
            "Kafka version as MSK names it. With .kraft at its end, Kafka runs without ZooKeeper.");

    private static final Setting<MessagingPlan, String> INSTANCE_TYPE = Setting.optional(
            "instanceType",
            Text.of(Format.BROKER_TYPE),
            MessagingPlan::instanceType,
            "Size of each broker. kafka.t3.small suits a trial.");

    private static final Setting<MessagingPlan, Integer> BROKERS_PER_ZONE = Setting.optional(
            "brokersPerZone",
            Whole.in(Limits.BROKERS_PER_ZONE),
            MessagingPlan::brokersPerZone,
            "Brokers in each zone; ESS recommends three in all. MSK runs up to 30 in all, 60 with .kraft.");

    private static final Setting<MessagingPlan, Integer> STORAGE = Setting.optional(
            "storageGiB",
            Whole.in(Limits.BROKER_STORAGE_GIB),
            MessagingPlan::storageGiB,
            "Storage of each broker in GiB. Each message is on three brokers. It cannot shrink.");

    private static final Setting<MessagingPlan, Authentication> AUTHENTICATION = Setting.optional(
            "authentication",
            Choice.of(Authentication.class),
            MessagingPlan::authentication,
            "How clients prove who they are; TLS is on with each. scram works with any client of Kafka, its user is"
                    + " kept in Secrets Manager; iam has no password but needs AWS's client library.");

    private static final Setting<MessagingPlan, Integer> LOG_DAYS = Setting.optional(
            "logDays", Shapes.LOG_DAYS, MessagingPlan::logDays, "How long the brokers' logs are kept, in days.");

    private MessagingSettings() {}

    static Section<MessagingPlan> section(MessagingPlan defaults) {
        return new Section<>(
                defaults,
                List.of(KAFKA_VERSION, INSTANCE_TYPE, BROKERS_PER_ZONE, STORAGE, AUTHENTICATION, LOG_DAYS),
                v -> new MessagingPlan(
                        v.get(KAFKA_VERSION),
                        v.get(INSTANCE_TYPE),
                        v.get(BROKERS_PER_ZONE),
                        v.get(STORAGE),
                        v.get(AUTHENTICATION),
                        v.get(LOG_DAYS)),
                true);
    }
}
