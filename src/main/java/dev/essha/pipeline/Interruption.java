package dev.essha.pipeline;

import dev.essha.cloud.ResourceChange;
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
     * Type, property, page of AWS's documentation, words. The first line that fits counts. An exclamation mark: only where
     * the change set does not tell which part of the property changes.
     */
    private static final List<Entry> TABLE = """
        AWS::RDS::DBInstance DBInstanceClass AmazonRDS/latest/UserGuide/USER_ModifyInstance.Settings.html \
        The standby changes first and takes over, which takes a minute or two; clients have to connect again.
        AWS::RDS::DBInstance EngineVersion AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.PostgreSQL.html \
        The database is down while the primary and its standby are upgraded, at the same time.
        AWS::RDS::DBInstance DBParameterGroupName AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html \
        The database may restart, so that static parameters take effect; clients have to connect again.
        AWS::RDS::DBInstance CACertificateIdentifier AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html \
        The database may restart to show the other certificate; clients have to connect again.
        AWS::RDS::DBParameterGroup Parameters AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html \
        The database may restart, so that static parameters take effect; clients have to connect again.
        AWS::RDS::DBCluster DBClusterInstanceClass AmazonRDS/latest/UserGuide/modify-multi-az-db-cluster.html \
        The readers change first and one of them takes over, within a minute; clients have to connect again.
        AWS::RDS::DBCluster EngineVersion AmazonRDS/latest/UserGuide/multi-az-db-clusters-upgrading.html \
        The database is down while the writer is upgraded; a major version takes all of its instances down.
        AWS::RDS::DBCluster DBClusterParameterGroupName AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html \
        The database may restart, so that static parameters take effect; clients have to connect again.
        AWS::RDS::DBClusterParameterGroup Parameters AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html \
        The database may restart, so that static parameters take effect; clients have to connect again.
        AWS::MSK::Cluster BrokerNodeGroupInfo.InstanceType msk/latest/developerguide/msk-update-broker-type.html \
        Brokers restart one after the other; clients that know all of them go on.
        AWS::MSK::Cluster BrokerNodeGroupInfo! msk/latest/developerguide/msk-update-broker-type.html \
        Another type restarts the brokers one after the other; more storage does not.
        AWS::MSK::Cluster KafkaVersion msk/latest/developerguide/version-upgrades.html \
        Brokers restart one after the other; clients that know all of them go on.
        AWS::MSK::Cluster ConfigurationInfo msk/latest/developerguide/msk-update-cluster-config.html \
        Brokers restart one after the other; clients that know all of them go on.
        AWS::MSK::Cluster ClientAuthentication msk/latest/developerguide/msk-update-security.html \
        Brokers restart one after the other; clients have to prove themselves the new way.
        AWS::MSK::Cluster EncryptionInfo msk/latest/developerguide/msk-update-security.html \
        Brokers restart one after the other; clients that know all of them go on.
        AWS::EKS::Cluster Version eks/latest/userguide/update-cluster.html \
        The control plane may not answer for moments; pods run on.
        AWS::EKS::Nodegroup Version eks/latest/userguide/managed-node-update-behavior.html \
        Nodes are replaced one after the other; their pods move.
        AWS::EKS::Nodegroup ReleaseVersion eks/latest/userguide/managed-node-update-behavior.html \
        Nodes are replaced one after the other; their pods move.
        AWS::EKS::Nodegroup LaunchTemplate eks/latest/userguide/managed-node-update-behavior.html \
        Nodes are replaced one after the other; their pods move.
        AWS::EKS::Nodegroup * eks/latest/userguide/managed-node-update-behavior.html \
        New nodes come before the old ones go; their pods move.
        AWS::ElasticLoadBalancingV2::LoadBalancer Subnets elasticloadbalancing/latest/network/availability-zones.html \
        A zone that goes takes its connections along; a new one disturbs nobody.
        AWS::ElasticLoadBalancingV2::LoadBalancer * elasticloadbalancing/latest/network/network-load-balancers.html \
        The new one has another name: clients come to it once the records lead there.
        AWS::ElasticLoadBalancingV2::TargetGroup * elasticloadbalancing/latest/network/load-balancer-target-groups.html \
        The new group is empty, and nobody is served, until the stage nodes has put the nodes behind it.
        AWS::ElasticLoadBalancingV2::Listener * elasticloadbalancing/latest/network/load-balancer-listeners.html \
        No connection is taken until the new one stands.
        AWS::EC2::NatGateway * vpc/latest/userguide/vpc-nat-gateway.html \
        Connections to the internet that go through the old one break.
        AWS::EC2::Route NatGatewayId vpc/latest/userguide/vpc-nat-gateway.html \
        Connections to the internet break and have to be made again.
        AWS::EC2::VPCEndpoint PrivateDnsEnabled vpc/latest/privatelink/manage-dns-names.html \
        Connections to the service break and have to be made again.
        """.lines().map(Entry::of).toList();

    private record Entry(String type, String property, Interruption interruption) {

        static Entry of(String line) {
            String[] words = line.split(" ", 4);
            return new Entry(words[0], words[1], new Interruption(words[3], DOCS + words[2]));
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
    static Optional<Interruption> of(ResourceChange change) {
        return change.action() == ResourceChange.Action.MODIFY
                ? TABLE.stream().filter(e -> e.fits(change)).findFirst().map(Entry::interruption)
                : Optional.empty();
    }
}
