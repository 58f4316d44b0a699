package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.ResourceChange.Action;
import dev.essha.cloud.ResourceChange.Replacement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        # action, replacement, type,                                      property,                           effect
        ADD,      NO,          AWS::RDS::DBInstance,                      DBInstanceClass,                    ADDED
        REMOVE,   NO,          AWS::RDS::DBInstance,                      DBInstanceClass,                    REMOVED
        MODIFY,   NO,          AWS::RDS::DBInstance,                      AllocatedStorage,                   CHANGED
        MODIFY,   NO,          AWS::RDS::DBInstance,                      DBInstanceClass,                    INTERRUPTED
        MODIFY,   MAYBE,       AWS::RDS::DBInstance,                      Engine,                             MAYBE_REPLACED
        MODIFY,   MAYBE,       AWS::RDS::DBInstance,                      BackupRetentionPeriod,              CHANGED
        MODIFY,   MAYBE,       AWS::RDS::DBInstance,                      DBParameterGroupName,               INTERRUPTED
        MODIFY,   YES,         AWS::RDS::DBInstance,                      BackupRetentionPeriod,              REPLACED
        MODIFY,   YES,         AWS::RDS::DBInstance,                      Engine,                             REPLACED
        MODIFY,   NO,          AWS::RDS::DBCluster,                       DBClusterInstanceClass,             INTERRUPTED
        MODIFY,   NO,          AWS::RDS::DBParameterGroup,                Parameters,                         INTERRUPTED
        MODIFY,   NO,          AWS::RDS::DBParameterGroup,                Parameters.max_connections,         INTERRUPTED
        MODIFY,   NO,          AWS::MSK::Cluster,                         BrokerNodeGroupInfo.InstanceType,   INTERRUPTED
        MODIFY,   NO,          AWS::MSK::Cluster,                         BrokerNodeGroupInfo.StorageInfo,    CHANGED
        MODIFY,   NO,          AWS::MSK::Cluster,                         BrokerNodeGroupInfo,                INTERRUPTED
        MODIFY,   NO,          AWS::MSK::Cluster,                         NumberOfBrokerNodes,                CHANGED
        MODIFY,   NO,          AWS::EKS::Nodegroup,                       ReleaseVersion,                     INTERRUPTED
        MODIFY,   NO,          AWS::EKS::Nodegroup,                       ScalingConfig,                      CHANGED
        MODIFY,   NO,          AWS::EC2::VPCEndpoint,                     PrivateDnsEnabled,                  INTERRUPTED
        MODIFY,   NO,          AWS::EC2::VPC,                             Tags,                               CHANGED
        """)
    void everyChangeHasAnEffect(Action action, Replacement replacement, String type, String property, Effect effect) {
        assertThat(Effect.of(change(action, replacement, type, property))).isEqualTo(effect);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # type,                                   words
        AWS::ElasticLoadBalancingV2::TargetGroup, nobody is served
        AWS::EKS::Nodegroup,                      pods move
        AWS::EC2::NatGateway,                     break
        """)
    void aReplacementInterruptsToo(String type, String words) {
        assertThat(Interruption.of(change(Action.MODIFY, Replacement.YES, type, "Name"), Sentences.ENGLISH))
                .hasValueSatisfying(i -> assertThat(i.what()).contains(words).endsWith("."))
                .hasValueSatisfying(i -> assertThat(i.link()).startsWith("https://docs.aws.amazon.com/"));
    }

    private static ResourceChange change(Action action, Replacement replacement, String type, String property) {
        return new ResourceChange(action, "It", type, "it-1", replacement, List.of(property));
    }
}
