package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.text;
import static dev.essha.cloud.aws.Facts.yes;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.inventory.Data;
import dev.essha.wording.Phrase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.kafka.model.BrokerLogs;
import software.amazon.awssdk.services.kafka.model.BrokerNodeInfo;
import software.amazon.awssdk.services.kafka.model.BrokerSoftwareInfo;
import software.amazon.awssdk.services.kafka.model.ClientAuthentication;
import software.amazon.awssdk.services.kafka.model.ClientBroker;
import software.amazon.awssdk.services.kafka.model.Cluster;
import software.amazon.awssdk.services.kafka.model.EncryptionAtRest;
import software.amazon.awssdk.services.kafka.model.EncryptionInTransit;
import software.amazon.awssdk.services.kafka.model.EncryptionInfo;
import software.amazon.awssdk.services.kafka.model.LoggingInfo;
import software.amazon.awssdk.services.kafka.model.NodeInfo;
import software.amazon.awssdk.services.kafka.model.Provisioned;

/** Kafka clusters of MSK, with the configuration that their brokers really run. */
final class KafkaLookups {

    private static final String NOT_PUBLIC = "DISABLED";

    private final AwsClients clients;

    KafkaLookups(AwsClients clients) {
        this.clients = clients;
    }

    Optional<Data.Kafka> kafka(String clusterArn) {
        return Existing.find(() -> clients.kafka().describeClusterV2(r -> r.clusterArn(clusterArn)))
                .map(answer -> kafka(answer.clusterInfo()));
    }

    private Data.Kafka kafka(Cluster cluster) {
        Provisioned brokers = provisioned(cluster);
        Map<String, Subnet> subnets = subnets(brokers.brokerNodeGroupInfo().clientSubnets());
        BrokerSoftwareInfo software = Optional.ofNullable(brokers.currentBrokerSoftwareInfo())
                .orElseGet(() -> BrokerSoftwareInfo.builder().build());
        return new Data.Kafka(
                cluster.clusterArn(),
                cluster.clusterName(),
                cluster.stateAsString(),
                text(software.kafkaVersion()),
                brokers.brokerNodeGroupInfo().instanceType(),
                subnets.values().stream().map(Subnet::vpcId).findFirst().orElse(""),
                brokerZones(cluster.clusterArn(), subnets),
                inTransit(brokers)
                        .map(t -> t.clientBroker() == ClientBroker.TLS)
                        .orElse(false),
                inTransit(brokers).map(t -> yes(t.inCluster())).orElse(false),
                authenticated(brokers.clientAuthentication()),
                keyArn(brokers),
                publicAccess(brokers),
                logged(brokers.loggingInfo()),
                text(software.configurationArn()),
                Optional.ofNullable(software.configurationRevision()).orElse(0L),
                running(software));
    }

    private static Provisioned provisioned(Cluster cluster) {
        if (cluster.provisioned() == null) {
            throw new CloudException(new CloudFailure.Invalid(
                    "kafka:DescribeClusterV2", Phrase.of("kafka.serverless", cluster.clusterName())));
        }
        return cluster.provisioned();
    }

    private Map<String, Subnet> subnets(List<String> ids) {
        return clients.ec2().describeSubnetsPaginator(r -> r.subnetIds(ids)).subnets().stream()
                .collect(Collectors.toMap(Subnet::subnetId, Function.identity(), (a, b) -> b, TreeMap::new));
    }

    private List<String> brokerZones(String clusterArn, Map<String, Subnet> subnets) {
        return clients.kafka().listNodesPaginator(r -> r.clusterArn(clusterArn)).nodeInfoList().stream()
                .map(NodeInfo::brokerNodeInfo)
                .flatMap(Stream::ofNullable)
                .sorted(Comparator.comparing(BrokerNodeInfo::brokerId))
                .map(broker -> subnets.get(broker.clientSubnet()))
                .map(Subnet::availabilityZone)
                .toList();
    }

    private static Optional<EncryptionInTransit> inTransit(Provisioned brokers) {
        return Optional.ofNullable(brokers.encryptionInfo()).map(EncryptionInfo::encryptionInTransit);
    }

    private static String keyArn(Provisioned brokers) {
        return Optional.ofNullable(brokers.encryptionInfo())
                .map(EncryptionInfo::encryptionAtRest)
                .map(EncryptionAtRest::dataVolumeKMSKeyId)
                .orElse("");
    }

    /** Some way to sign in is on, and coming in without is off. */
    private static boolean authenticated(ClientAuthentication seen) {
        if (seen == null) {
            return false;
        }
        boolean iam = seen.sasl() != null
                && seen.sasl().iam() != null
                && yes(seen.sasl().iam().enabled());
        boolean scram = seen.sasl() != null
                && seen.sasl().scram() != null
                && yes(seen.sasl().scram().enabled());
        boolean tls = seen.tls() != null && yes(seen.tls().enabled());
        boolean anybody =
                seen.unauthenticated() != null && yes(seen.unauthenticated().enabled());
        return (iam || scram || tls) && !anybody;
    }

    private static boolean publicAccess(Provisioned brokers) {
        return Optional.ofNullable(brokers.brokerNodeGroupInfo().connectivityInfo())
                .map(c -> c.publicAccess())
                .map(access -> access.type())
                .map(type -> !NOT_PUBLIC.equals(type))
                .orElse(false);
    }

    private static boolean logged(LoggingInfo logging) {
        if (logging == null || logging.brokerLogs() == null) {
            return false;
        }
        BrokerLogs logs = logging.brokerLogs();
        return logs.cloudWatchLogs() != null && yes(logs.cloudWatchLogs().enabled())
                || logs.s3() != null && yes(logs.s3().enabled())
                || logs.firehose() != null && yes(logs.firehose().enabled());
    }

    /** Empty for a cluster on the defaults of MSK, which belong to no configuration that could be asked for. */
    private SortedMap<String, String> running(BrokerSoftwareInfo software) {
        if (software.configurationArn() == null) {
            return new TreeMap<>();
        }
        byte[] text = clients.kafka()
                .describeConfigurationRevision(
                        r -> r.arn(software.configurationArn()).revision(software.configurationRevision()))
                .serverProperties()
                .asByteArray();
        return parse(text);
    }

    /** The format of {@code server.properties} is that of Java's properties. */
    static SortedMap<String, String> parse(byte[] serverProperties) {
        Properties read = new Properties();
        try {
            read.load(new InputStreamReader(new ByteArrayInputStream(serverProperties), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> pairs = new TreeMap<>();
        read.stringPropertyNames()
                .forEach(name -> pairs.put(name, read.getProperty(name).strip()));
        return pairs;
    }
}
