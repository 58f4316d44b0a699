package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Reference;
import dev.essha.blueprint.cfn.Statement;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.MessagingPlan.Authentication;
import java.util.ArrayList;
import java.util.List;

/** What pods may do in AWS, and nothing beside it. */
final class PodPolicies {

    private PodPolicies() {}

    /** The deployment's bucket, and its key through S3. */
    static List<Statement> bucket(StackDraft stack) {
        Reference name = stack.input(Output.BUCKET_NAME);
        return List.of(
                Statement.allow("Bucket")
                        .actions("s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads")
                        .on(Value.sub("arn:${AWS::Partition}:s3:::{}", name)),
                Statement.allow("Objects")
                        .actions(
                                "s3:AbortMultipartUpload",
                                "s3:DeleteObject",
                                "s3:GetObject",
                                "s3:ListMultipartUploadParts",
                                "s3:PutObject")
                        .on(Value.sub("arn:${AWS::Partition}:s3:::{}/*", name)),
                key(stack, "s3", "kms:Decrypt", "kms:GenerateDataKey"));
    }

    /** The secrets of the logical databases' owners and, where there is one, of the Kafka user. */
    static List<Statement> secrets(StackDraft stack) {
        List<Statement> may = new ArrayList<>();
        may.add(read("DatabaseSecrets", stack.input(Output.DATABASE_SECRET_ARNS)));
        if (stack.plan().messaging().authentication() == Authentication.SCRAM) {
            may.add(read("KafkaSecret", stack.input(Output.KAFKA_SECRET_ARN)));
        }
        may.add(key(stack, "secretsmanager", "kms:Decrypt"));
        return may;
    }

    private static Statement read(String sid, Value secrets) {
        return Statement.allow(sid)
                .actions("secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue")
                .on(secrets);
    }

    /**
     * Producing, consuming, and making topics on the way (R12), in the deployment's cluster. By its name, as the cluster
     * is made at the same time as this stack.
     *
     * @see <a href="https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html">Actions and resources</a>
     */
    static List<Statement> kafka(StackDraft stack) {
        return List.of(
                Statement.allow("KafkaCluster")
                        .actions(
                                "kafka-cluster:Connect",
                                "kafka-cluster:DescribeCluster",
                                "kafka-cluster:WriteDataIdempotently")
                        .on(kafka(stack, "cluster", "*")),
                Statement.allow("KafkaTopics")
                        .actions(
                                "kafka-cluster:CreateTopic",
                                "kafka-cluster:DescribeTopic",
                                "kafka-cluster:DescribeTopicDynamicConfiguration",
                                "kafka-cluster:ReadData",
                                "kafka-cluster:WriteData")
                        .on(kafka(stack, "topic", "*/*")),
                Statement.allow("KafkaGroups")
                        .actions("kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup")
                        .on(kafka(stack, "group", "*/*")),
                Statement.allow("KafkaTransactions")
                        .actions("kafka-cluster:AlterTransactionalId", "kafka-cluster:DescribeTransactionalId")
                        .on(kafka(stack, "transactional-id", "*/*")));
    }

    private static Value kafka(StackDraft stack, String kind, String path) {
        String name = kind + "/" + stack.names().kafka() + "/" + path;
        return Value.sub("arn:${AWS::Partition}:kafka:${AWS::Region}:${AWS::AccountId}:" + name);
    }

    private static Statement key(StackDraft stack, String service, String... actions) {
        Value via = Value.sub(service + ".${AWS::Region}.${AWS::URLSuffix}");
        return Statement.allow("Key")
                .actions(actions)
                .on(stack.input(Output.KEY_ARN))
                .when("StringEquals", Fields.of("kms:ViaService", via));
    }
}
