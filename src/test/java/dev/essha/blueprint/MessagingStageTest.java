package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.att;
import static dev.essha.blueprint.Rendered.ref;
import static dev.essha.blueprint.Rendered.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.MessagingPlan.Authentication;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagingStageTest {

    private final StagePlans plan = new StagePlans();

    @ParameterizedTest
    @CsvSource(textBlock = """
        auto.create.topics.enable,                true
        default.replication.factor,               3
        min.insync.replicas,                      2
        unclean.leader.election.enable,           false
        offsets.topic.replication.factor,         3
        transaction.state.log.replication.factor, 3
        transaction.state.log.min.isr,            2
        """)
    void theBrokersSettingsHold(String property, String value) throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader((String) render().property("Configuration", "ServerProperties")));

        assertThat(settings.getProperty(property)).isEqualTo(value);
    }

    @Test
    void theClusterRunsTheLatestRevisionOfItsConfiguration() {
        assertThat(render().property("Cluster", "ConfigurationInfo.Arn")).isEqualTo(att("Configuration", "Arn"));
        assertThat(render().property("Cluster", "ConfigurationInfo.Revision"))
                .isEqualTo(att("Configuration", "LatestRevision.Revision"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        3, 1, 3
        3, 2, 6
        4, 1, 3
        6, 2, 6
        """)
    void brokersAreAMultipleOfTheZonesThatMskSpans(int zones, int perZone, int brokers) {
        plan.zones = zones;
        plan.brokersPerZone = perZone;

        assertThat(render().property("Cluster", "NumberOfBrokerNodes")).isEqualTo(brokers);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6})
    void brokersStandInTheFirstThreeZonesHoweverManyThereAre(int zones) {
        plan.zones = zones;

        assertThat(render().property("Cluster", "BrokerNodeGroupInfo.ClientSubnets"))
                .isEqualTo(List.of(
                        select(0, "PrivateSubnetIds"), select(1, "PrivateSubnetIds"), select(2, "PrivateSubnetIds")));
    }

    @Test
    void nothingTravelsOrRestsInTheClear() {
        Rendered stack = render();

        assertThat(stack.property("Cluster", "EncryptionInfo.EncryptionInTransit.ClientBroker"))
                .isEqualTo("TLS");
        assertThat(stack.property("Cluster", "EncryptionInfo.EncryptionInTransit.InCluster"))
                .isEqualTo(true);
        assertThat(stack.property("Cluster", "EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId"))
                .isEqualTo(ref("KeyArn"));
        assertThat(stack.property("BrokerLog", "KmsKeyId")).isEqualTo(ref("KeyArn"));
    }

    @Test
    void nobodyComesInUnknownOrFromTheInternet() {
        Rendered stack = render();

        assertThat(stack.property("Cluster", "ClientAuthentication.Unauthenticated.Enabled"))
                .isEqualTo(false);
        assertThat(stack.property("Cluster", "BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type"))
                .isEqualTo("DISABLED");
        assertThat(stack.property("Cluster", "BrokerNodeGroupInfo.SecurityGroups"))
                .isEqualTo(List.of(ref("KafkaSecurityGroupId")));
    }

    @Test
    void withScramTheUsersSecretIsHandedToTheCluster() {
        Rendered stack = render();

        assertThat(stack.property("Cluster", "ClientAuthentication.Sasl.Scram.Enabled"))
                .isEqualTo(true);
        assertThat(stack.property("ClusterUser", "SecretArnList")).isEqualTo(List.of(ref("KafkaSecretArn")));
    }

    @Test
    void withIamThereIsNoUser() {
        plan.authentication = Authentication.IAM;
        Rendered stack = render();

        assertThat(stack.property("Cluster", "ClientAuthentication.Sasl"))
                .isEqualTo(Map.of("Iam", Map.of("Enabled", true)));
        assertThat(stack.ids("AWS::MSK::BatchScramSecret")).isEmpty();
        assertThat(stack.stack().inputs()).doesNotContain(Output.KAFKA_SECRET_ARN);
    }

    @Test
    void aReplacedClusterIsKeptAndTheStackIsProtected() {
        Rendered stack = render();

        assertThat(stack.at("Resources.Cluster.UpdateReplacePolicy")).isEqualTo("Retain");
        assertThat(stack.at("Resources.Cluster.DeletionPolicy")).isEqualTo("Delete");
        assertThat(stack.stack().terminationProtection()).isTrue();
    }

    @Test
    void brokersLogIntoAGroupWithThePlansRetention() {
        Rendered stack = render();

        assertThat(stack.property("Cluster", "LoggingInfo.BrokerLogs.CloudWatchLogs.LogGroup"))
                .isEqualTo(ref("BrokerLog"));
        assertThat(stack.property("BrokerLog", "RetentionInDays")).isEqualTo(30);
    }

    private Rendered render() {
        return plan.render(new MessagingStage());
    }
}
