package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Data;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What S3 would tell of a bucket. */
final class BucketView {

    private static final String ENCRYPTION = "BucketEncryption.ServerSideEncryptionConfiguration";

    private final AccountSnapshot account;

    BucketView(AccountSnapshot account) {
        this.account = account;
    }

    Optional<Data.Bucket> bucket(String name) {
        return account.ready("AWS::S3::Bucket").stream()
                .filter(b -> b.physicalId().equals(name))
                .map(this::bucket)
                .findFirst();
    }

    private Data.Bucket bucket(Live bucket) {
        Properties properties = bucket.properties();
        Properties encryption = properties.objects(ENCRYPTION).stream()
                .flatMap(rule -> rule.objects("ServerSideEncryptionByDefault").stream())
                .findFirst()
                .orElse(Properties.NONE);
        return new Data.Bucket(
                bucket.physicalId(),
                account.place().region().value(),
                properties.text("VersioningConfiguration.Status").equals("Enabled"),
                encryption.text("SSEAlgorithm").isEmpty() ? "AES256" : encryption.text("SSEAlgorithm"),
                encryption.text("KMSMasterKeyID"),
                blocksPublicAccess(properties),
                tlsOnly(bucket.physicalId()),
                !properties.objects("LifecycleConfiguration.Rules").isEmpty());
    }

    private static boolean blocksPublicAccess(Properties bucket) {
        return Stream.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
                .allMatch(flag -> bucket.flag("PublicAccessBlockConfiguration." + flag));
    }

    private boolean tlsOnly(String name) {
        return account.ready("AWS::S3::BucketPolicy").stream()
                .filter(p -> p.properties().text("Bucket").equals(name))
                .flatMap(p -> p.properties().objects("PolicyDocument.Statement").stream())
                .anyMatch(BucketView::deniesPlaintext);
    }

    /** Everybody is denied everything that does not come by TLS. */
    private static boolean deniesPlaintext(Properties statement) {
        boolean everybody = statement.text("Principal").equals("*")
                || statement.texts("Principal.AWS").equals(List.of("*"));
        String condition = statement
                .at("Condition")
                .map(Properties::of)
                .map(c -> Properties.of(c.values().get("Bool")).values().get("aws:SecureTransport"))
                .map(Object::toString)
                .orElse("");
        return statement.text("Effect").equals("Deny")
                && everybody
                && statement.texts("Action").contains("s3:*")
                && condition.equals("false");
    }
}
