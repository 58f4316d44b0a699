package dev.essha.survey;

import dev.essha.blueprint.Output;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.Lookups;
import dev.essha.inventory.Data;
import dev.essha.inventory.Observed;
import dev.essha.plan.ResourceNames;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The look-ups of what keeps data, under way. */
record DataPart(
        CompletableFuture<Observed<List<Data.Database>>> databases,
        CompletableFuture<Observed<List<Data.DatabaseCluster>>> databaseClusters,
        CompletableFuture<Observed<Optional<Data.Kafka>>> kafka,
        CompletableFuture<Observed<Optional<Data.Bucket>>> bucket,
        CompletableFuture<Observed<List<Data.Secret>>> secrets,
        CompletableFuture<Observed<Optional<Data.Key>>> key) {

    private static final String KAFKA = "kafka:DescribeClusterV2, kafka:ListNodes, kafka:DescribeConfigurationRevision";
    private static final String BUCKET =
            "s3:GetBucketVersioning, s3:GetEncryptionConfiguration, s3:GetBucketPublicAccessBlock, s3:GetBucketPolicy";

    static DataPart start(Ids ids, Lookups lookups, ResourceNames names) {
        return new DataPart(
                ids.inVpc("rds:DescribeDBInstances, rds:DescribeDBParameters", lookups::databases),
                ids.inVpc("rds:DescribeDBClusters, rds:DescribeDBClusterParameters", lookups::databaseClusters),
                ids.of(Output.KAFKA_CLUSTER_ARN, KAFKA, lookups::kafka),
                ids.of(Output.BUCKET_NAME, BUCKET, lookups::bucket),
                ids.byName(StageId.SECURITY, "secretsmanager:ListSecrets", () -> secrets(lookups, names)),
                ids.of(Output.KEY_ARN, "kms:DescribeKey, kms:GetKeyRotationStatus", lookups::key));
    }

    /** Prefixes find more than is asked for: {@code AmazonMSK_ess-demo} finds that of {@code demo-2} too. */
    private static List<Data.Secret> secrets(Lookups lookups, ResourceNames names) {
        String prefix = names.prefix() + "/";
        return lookups.secrets(List.of(prefix, names.kafkaSecret())).stream()
                .filter(s -> s.name().startsWith(prefix) || s.name().equals(names.kafkaSecret()))
                .toList();
    }
}
