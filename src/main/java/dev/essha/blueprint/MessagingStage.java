package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.Resource.Policy;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.MessagingPlan;
import dev.essha.plan.MessagingPlan.Authentication;

/**
 * Kafka on Amazon MSK (R11) with a configuration of its own (R12).
 *
 * <p>MSK spreads brokers over three subnets at the most, and never moves them to others: in a deployment of more zones the
 * brokers are in the plan's first three, which is what replication 3 needs.
 *
 * <p>MSK knows no snapshots. A replaced cluster is retained; a deleted stack deletes it, because {@code destroy} asks
 * before it does and ESS keeps its data in PostgreSQL and S3, not in Kafka.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-msk-cluster-brokernodegroupinfo.html">
 *     ClientSubnets: two or three</a>
 */
final class MessagingStage implements StageTemplate.OfStack {

    @Override
    public StageId id() {
        return StageId.MESSAGING;
    }

    @Override
    public void describe(StackDraft stack) {
        ResourceRef log = log(stack);
        ResourceRef configuration = KafkaConfiguration.add(stack);

        Resource cluster = brokers(stack);
        cluster = transitAndRest(stack, cluster);
        cluster = clients(stack.plan().messaging(), cluster);
        cluster = configured(cluster, configuration);
        cluster = observed(cluster, log);
        ResourceRef kafka = stack.add(cluster.stateful(Policy.DELETE, Policy.RETAIN));

        if (stack.plan().messaging().authentication() == Authentication.SCRAM) {
            user(stack, kafka);
        }
        stack.deliver(Output.KAFKA_CLUSTER_ARN, kafka.ref());
    }

    /**
     * The prefix spares the account's policy for log delivery, which is limited in size and shared by all.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html">Logging from
     *     AWS services</a>
     */
    private static ResourceRef log(StackDraft stack) {
        String name = "/aws/vendedlogs/msk/" + stack.names().kafka();
        return LogGroups.add(stack, "BrokerLog", name, stack.plan().messaging().logDays());
    }

    private static Resource brokers(StackDraft stack) {
        MessagingPlan plan = stack.plan().messaging();
        int zones = stack.plan().network().kafkaZones().size();
        return Resource.of("Cluster", "AWS::MSK::Cluster")
                .with("ClusterName", stack.names().kafka())
                .with("KafkaVersion", plan.kafkaVersion())
                .with("NumberOfBrokerNodes", zones * plan.brokersPerZone())
                .with(
                        "BrokerNodeGroupInfo",
                        Fields.of("InstanceType", plan.instanceType())
                                .with("BrokerAZDistribution", "DEFAULT")
                                .with("ClientSubnets", FirstZones.privateSubnets(stack))
                                .with("SecurityGroups", Value.list(stack.input(Output.KAFKA_SECURITY_GROUP)))
                                .with("StorageInfo", volume(plan.storageGiB()))
                                .with("ConnectivityInfo", Fields.of("PublicAccess", Fields.of("Type", "DISABLED"))));
    }

    private static Fields volume(int gib) {
        return Fields.of("EBSStorageInfo", Fields.of("VolumeSize", gib));
    }

    private static Resource transitAndRest(StackDraft stack, Resource cluster) {
        return cluster.with(
                "EncryptionInfo",
                Fields.of("EncryptionAtRest", Fields.of("DataVolumeKMSKeyId", stack.input(Output.KEY_ARN)))
                        .with(
                                "EncryptionInTransit",
                                Fields.of("ClientBroker", "TLS").with("InCluster", true)));
    }

    private static Resource clients(MessagingPlan plan, Resource cluster) {
        Fields sasl = switch (plan.authentication()) {
            case SCRAM -> Fields.of("Scram", Fields.of("Enabled", true));
            case IAM -> Fields.of("Iam", Fields.of("Enabled", true));
        };
        return cluster.with(
                "ClientAuthentication", Fields.of("Sasl", sasl).with("Unauthenticated", Fields.of("Enabled", false)));
    }

    private static Resource configured(Resource cluster, ResourceRef configuration) {
        return cluster.with(
                "ConfigurationInfo",
                Fields.of("Arn", configuration.att("Arn"))
                        .with("Revision", configuration.att("LatestRevision.Revision")));
    }

    /** No open monitoring: its ports would have to be opened to a Prometheus that the deployment does not bring. */
    private static Resource observed(Resource cluster, ResourceRef log) {
        return cluster.with("EnhancedMonitoring", "PER_BROKER")
                .with(
                        "LoggingInfo",
                        Fields.of(
                                "BrokerLogs",
                                Fields.of(
                                        "CloudWatchLogs",
                                        Fields.of("Enabled", true).with("LogGroup", log.ref()))));
    }

    private static void user(StackDraft stack, ResourceRef kafka) {
        stack.add(Resource.of("ClusterUser", "AWS::MSK::BatchScramSecret")
                .with("ClusterArn", kafka.ref())
                .with("SecretArnList", Value.list(stack.input(Output.KAFKA_SECRET_ARN))));
    }
}
