package dev.essha.plan;

import java.util.List;

/** What Amazon MSK asks of the brokers (R11). */
final class MessagingRules {

    static final List<Rule> ALL = List.of(
            Rule.format(
                    "messaging.kafkaVersion",
                    Format.KAFKA_VERSION,
                    plan -> plan.messaging().kafkaVersion()),
            Rule.format(
                    "messaging.instanceType",
                    Format.BROKER_TYPE,
                    plan -> plan.messaging().instanceType()),
            Rule.range(
                    "messaging.brokersPerZone",
                    Limits.BROKERS_PER_ZONE,
                    plan -> plan.messaging().brokersPerZone()),
            Rule.of(
                    MessagingRules::brokersFitTheCluster,
                    "network.zones",
                    "messaging.kafkaVersion",
                    "messaging.brokersPerZone"),
            Rule.range(
                    "messaging.storageGiB",
                    Limits.BROKER_STORAGE_GIB,
                    plan -> plan.messaging().storageGiB()),
            Rule.oneOf(
                    "messaging.logDays",
                    Limits.LOG_DAYS,
                    plan -> plan.messaging().logDays()));

    private MessagingRules() {}

    private static List<Problem> brokersFitTheCluster(Plan plan) {
        int zones = plan.network().kafkaZones().size();
        int brokers = zones * plan.messaging().brokersPerZone();
        int most = Limits.brokers(plan.messaging().kafkaVersion());
        return Rule.unless(
                brokers <= most, "messaging.brokersPerZone", "messaging.too-many-brokers", brokers, zones, most);
    }
}
