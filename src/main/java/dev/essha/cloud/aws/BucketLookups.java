package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.first;
import static dev.essha.cloud.aws.Facts.text;
import static dev.essha.cloud.aws.Facts.yes;

import dev.essha.inventory.Data;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;

/** Buckets. S3 answers 404 for a setting that was never made: that is a fact about the bucket. */
final class BucketLookups {

    private final AwsClients clients;

    BucketLookups(AwsClients clients) {
        this.clients = clients;
    }

    Optional<Data.Bucket> bucket(String name) {
        return Existing.find(() -> s3().headBucket(r -> r.bucket(name))).map(head -> bucket(name, head));
    }

    private Data.Bucket bucket(String name, HeadBucketResponse head) {
        Optional<ServerSideEncryptionByDefault> encryption = encryption(name);
        return new Data.Bucket(
                name,
                text(head.bucketRegion()),
                s3().getBucketVersioning(r -> r.bucket(name)).status() == BucketVersioningStatus.ENABLED,
                encryption
                        .map(ServerSideEncryptionByDefault::sseAlgorithmAsString)
                        .orElse(""),
                encryption.map(e -> first(e.kmsMasterKeyID())).orElse(""),
                publicAccessBlocked(name),
                tlsOnly(name),
                hasLifecycle(name));
    }

    private Optional<ServerSideEncryptionByDefault> encryption(String name) {
        return Existing.find(() -> s3().getBucketEncryption(r -> r.bucket(name)))
                .flatMap(answer -> answer.serverSideEncryptionConfiguration().rules().stream()
                        .findFirst())
                .map(rule -> rule.applyServerSideEncryptionByDefault());
    }

    private boolean publicAccessBlocked(String name) {
        return Existing.find(() -> s3().getPublicAccessBlock(r -> r.bucket(name)))
                .map(answer -> allOn(answer.publicAccessBlockConfiguration()))
                .orElse(false);
    }

    private static boolean allOn(PublicAccessBlockConfiguration block) {
        return yes(block.blockPublicAcls())
                && yes(block.ignorePublicAcls())
                && yes(block.blockPublicPolicy())
                && yes(block.restrictPublicBuckets());
    }

    private boolean tlsOnly(String name) {
        return Existing.find(() -> s3().getBucketPolicy(r -> r.bucket(name)))
                .map(answer -> PolicyDocument.parse(answer.policy()).deniesWithoutTls(name))
                .orElse(false);
    }

    private boolean hasLifecycle(String name) {
        return Existing.find(() -> s3().getBucketLifecycleConfiguration(r -> r.bucket(name)))
                .map(answer -> !answer.rules().isEmpty())
                .orElse(false);
    }

    private S3Client s3() {
        return clients.s3();
    }
}
