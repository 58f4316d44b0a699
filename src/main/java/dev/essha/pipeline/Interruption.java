package dev.essha.pipeline;

import dev.essha.cloud.ResourceChange;
import dev.essha.wording.Wording;
import java.util.List;
import java.util.Optional;

/**
 * What a change interrupts although CloudFormation makes it in place, or while it puts a new resource into the place of the
 * old one. A change set does not tell: the update behavior is in AWS's documentation only, property by property.
 *
 * @param what is interrupted, and for how long, in words
 * @param link to where AWS says so
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html">Update
 *     behaviors</a>
 */
public record Interruption(String what, String link) {

    /** Stands for the replacement of the whole resource. */
    private static final String REPLACEMENT = "*";

    private static final String DOCS = "https://docs.aws.amazon.com/";

    /**
     * Type, property, page of AWS's documentation, sentence. The first line that fits counts. An exclamation mark: only where
     * the change set does not tell which part of the property changes.
     */
    private static final List<Entry> TABLE = """
        AWS::RDS::DBInstance DBInstanceClass AmazonRDS/latest/UserGuide/USER_ModifyInstance.Settings.html standby-first
        AWS::RDS::DBInstance EngineVersion AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.PostgreSQL.html both-upgraded
        AWS::RDS::DBInstance DBParameterGroupName AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html restart-for-parameters
        AWS::RDS::DBInstance CACertificateIdentifier AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html restart-for-certificate
        AWS::RDS::DBParameterGroup Parameters AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html restart-for-parameters
        AWS::RDS::DBCluster DBClusterInstanceClass AmazonRDS/latest/UserGuide/modify-multi-az-db-cluster.html readers-first
        AWS::RDS::DBCluster EngineVersion AmazonRDS/latest/UserGuide/multi-az-db-clusters-upgrading.html writer-upgraded
        AWS::RDS::DBCluster DBClusterParameterGroupName AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html restart-for-parameters
        AWS::RDS::DBClusterParameterGroup Parameters AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html restart-for-parameters
        AWS::MSK::Cluster BrokerNodeGroupInfo.InstanceType msk/latest/developerguide/msk-update-broker-type.html brokers
        AWS::MSK::Cluster BrokerNodeGroupInfo! msk/latest/developerguide/msk-update-broker-type.html brokers-or-not
        AWS::MSK::Cluster KafkaVersion msk/latest/developerguide/version-upgrades.html brokers
        AWS::MSK::Cluster ConfigurationInfo msk/latest/developerguide/msk-update-cluster-config.html brokers
        AWS::MSK::Cluster ClientAuthentication msk/latest/developerguide/msk-update-security.html brokers-new-way
        AWS::MSK::Cluster EncryptionInfo msk/latest/developerguide/msk-update-security.html brokers
        AWS::EKS::Cluster Version eks/latest/userguide/update-cluster.html control-plane
        AWS::EKS::Nodegroup Version eks/latest/userguide/managed-node-update-behavior.html nodes
        AWS::EKS::Nodegroup ReleaseVersion eks/latest/userguide/managed-node-update-behavior.html nodes
        AWS::EKS::Nodegroup LaunchTemplate eks/latest/userguide/managed-node-update-behavior.html nodes
        AWS::EKS::Nodegroup * eks/latest/userguide/managed-node-update-behavior.html new-nodes
        AWS::ElasticLoadBalancingV2::LoadBalancer Subnets elasticloadbalancing/latest/network/availability-zones.html zones
        AWS::ElasticLoadBalancingV2::LoadBalancer * elasticloadbalancing/latest/network/network-load-balancers.html another-name
        AWS::ElasticLoadBalancingV2::TargetGroup * elasticloadbalancing/latest/network/load-balancer-target-groups.html empty-group
        AWS::ElasticLoadBalancingV2::Listener * elasticloadbalancing/latest/network/load-balancer-listeners.html listener
        AWS::EC2::NatGateway * vpc/latest/userguide/vpc-nat-gateway.html old-way-out
        AWS::EC2::Route NatGatewayId vpc/latest/userguide/vpc-nat-gateway.html way-out
        AWS::EC2::VPCEndpoint PrivateDnsEnabled vpc/latest/privatelink/manage-dns-names.html service
        """.lines().map(Entry::of).toList();

    private record Entry(String type, String property, String page, String sentence) {

        static Entry of(String line) {
            String[] words = line.split(" ");
            return new Entry(words[0], words[1], words[2], words[3]);
        }

        Interruption in(Wording wording) {
            return new Interruption(wording.of("interruption." + sentence), DOCS + page);
        }

        boolean fits(ResourceChange change) {
            return change.type().equals(type)
                    && (replaces(change) ? property.equals(REPLACEMENT) : changes(change.properties()));
        }

        private boolean changes(List<String> properties) {
            return properties.stream()
                    .anyMatch(p -> (p + "!").equals(property) || (p + ".").startsWith(property + "."));
        }

        private static boolean replaces(ResourceChange change) {
            return Replacements.of(change) != ResourceChange.Replacement.NO;
        }
    }

    /** Empty for what interrupts nobody, as far as AWS says. */
    static Optional<Interruption> of(ResourceChange change, Wording wording) {
        return entry(change).map(entry -> entry.in(wording));
    }

    static boolean happensIn(ResourceChange change) {
        return entry(change).isPresent();
    }

    private static Optional<Entry> entry(ResourceChange change) {
        return change.action() == ResourceChange.Action.MODIFY
                ? TABLE.stream().filter(e -> e.fits(change)).findFirst()
                : Optional.empty();
    }
}
