package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Data;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What MSK would tell. */
final class KafkaView {

    private final AccountSnapshot account;

    KafkaView(AccountSnapshot account) {
        this.account = account;
    }

    Optional<Data.Kafka> kafka(String arn) {
        return account.find("AWS::MSK::Cluster", arn).map(this::kafka);
    }

    private Data.Kafka kafka(Live cluster) {
        Properties properties = cluster.properties();
        Properties transit = section(properties, "EncryptionInfo.EncryptionInTransit");
        String configuration = properties.text("ConfigurationInfo.Arn");
        return new Data.Kafka(
                cluster.physicalId(),
                properties.text("ClusterName"),
                state(cluster),
                properties.text("KafkaVersion"),
                properties.text("BrokerNodeGroupInfo.InstanceType"),
                account.vpcOf(properties.texts("BrokerNodeGroupInfo.ClientSubnets")),
                brokerZones(properties),
                transit.at("ClientBroker").map("TLS"::equals).orElse(true),
                transit.at("InCluster").isEmpty() || transit.flag("InCluster"),
                authenticated(section(properties, "ClientAuthentication")),
                properties.text("EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId"),
                isPublic(properties.text("BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type")),
                logged(section(properties, "LoggingInfo.BrokerLogs")),
                configuration,
                properties.number("ConfigurationInfo.Revision"),
                running(configuration));
    }

    private static String state(Live cluster) {
        if (!cluster.ready()) {
            return "CREATING";
        }
        return cluster.status().equals("UPDATE_IN_PROGRESS") ? "UPDATING" : "ACTIVE";
    }

    /** MSK deals the brokers out over the subnets in turn. */
    private List<String> brokerZones(Properties cluster) {
        List<String> subnets = cluster.texts("BrokerNodeGroupInfo.ClientSubnets");
        return IntStream.range(0, subnets.isEmpty() ? 0 : cluster.number("NumberOfBrokerNodes"))
                .mapToObj(i -> account.zone(subnets.get(i % subnets.size())))
                .toList();
    }

    private static boolean authenticated(Properties authentication) {
        boolean open = authentication.flag("Unauthenticated.Enabled");
        boolean asked = Stream.of("Sasl.Scram.Enabled", "Sasl.Iam.Enabled", "Tls.Enabled")
                .anyMatch(authentication::flag);
        return asked && !open;
    }

    private static boolean isPublic(String access) {
        return !access.isEmpty() && !access.equals("DISABLED");
    }

    private static boolean logged(Properties logs) {
        return Stream.of("CloudWatchLogs.Enabled", "S3.Enabled", "Firehose.Enabled")
                .anyMatch(logs::flag);
    }

    private SortedMap<String, String> running(String configurationArn) {
        SortedMap<String, String> pairs = new TreeMap<>();
        account.find("AWS::MSK::Configuration", configurationArn)
                .map(c -> c.properties().text("ServerProperties"))
                .orElse("")
                .lines()
                .map(String::strip)
                .filter(l -> !l.startsWith("#") && l.contains("="))
                .forEach(l -> pairs.put(
                        l.substring(0, l.indexOf('=')).strip(),
                        l.substring(l.indexOf('=') + 1).strip()));
        return pairs;
    }

    private static Properties section(Properties properties, String path) {
        return properties.at(path).map(Properties::of).orElse(Properties.NONE);
    }
}
