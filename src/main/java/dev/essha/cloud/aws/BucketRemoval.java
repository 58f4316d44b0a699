package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** Removes a bucket's content, every version of it, and the bucket. */
final class BucketRemoval {

    private final AwsClients clients;

    BucketRemoval(AwsClients clients) {
        this.clients = clients;
    }

    void empty(String bucket) {
        Existing.ifThere(() -> s3().listObjectVersionsPaginator(r -> r.bucket(bucket))
                .forEach(page -> delete(bucket, identifiers(page))));
    }

    void delete(String bucket) {
        Existing.ifThere(() -> s3().deleteBucket(r -> r.bucket(bucket)));
    }

    /** A page holds as many versions and markers as one request may delete. */
    private static List<ObjectIdentifier> identifiers(ListObjectVersionsResponse page) {
        Stream<ObjectIdentifier> versions = page.versions().stream().map(v -> identifier(v.key(), v.versionId()));
        Stream<ObjectIdentifier> markers = page.deleteMarkers().stream().map(m -> identifier(m.key(), m.versionId()));
        return Stream.concat(versions, markers).toList();
    }

    private void delete(String bucket, List<ObjectIdentifier> identifiers) {
        if (identifiers.isEmpty()) {
            return;
        }
        DeleteObjectsResponse answer = s3().deleteObjects(
                        r -> r.bucket(bucket).delete(d -> d.objects(identifiers).quiet(true)));
        answer.errors().stream().findFirst().ifPresent(BucketRemoval::fail);
    }

    /** S3 answers 200 and lists what it could not delete. */
    private static void fail(S3Error error) {
        AwsServiceException seen = AwsServiceException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(error.code())
                        .errorMessage(error.key() + ": " + error.message())
                        .build())
                .build();
        throw new CloudException(AwsFailures.of("s3:DeleteObjects", seen), seen);
    }

    private static ObjectIdentifier identifier(String key, String versionId) {
        return ObjectIdentifier.builder().key(key).versionId(versionId).build();
    }

    private S3Client s3() {
        return clients.s3();
    }
}
