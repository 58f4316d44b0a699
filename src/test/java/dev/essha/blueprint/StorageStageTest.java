package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.ref;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageStageTest {

    private final Rendered stack = new StagePlans().render(new StorageStage());

    @Test
    void theBucketOutlivesItsStackWithoutBlockingTheNextByItsName() {
        assertThat(stack.at("Resources.Bucket.DeletionPolicy")).isEqualTo("RetainExceptOnCreate");
        assertThat(stack.at("Resources.Bucket.UpdateReplacePolicy")).isEqualTo("Retain");
        assertThat(stack.property("Bucket", "BucketName")).isNull();
    }

    @Test
    void everyVersionIsEncryptedWithTheDeploymentsKey() {
        String rule = "BucketEncryption.ServerSideEncryptionConfiguration.0.";

        assertThat(stack.property("Bucket", "VersioningConfiguration.Status")).isEqualTo("Enabled");
        assertThat(stack.property("Bucket", rule + "ServerSideEncryptionByDefault"))
                .isEqualTo(Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", ref("KeyArn")));
        assertThat(stack.property("Bucket", rule + "BucketKeyEnabled")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"})
    void nothingInItCanBecomePublic(String block) {
        assertThat(stack.property("Bucket", "PublicAccessBlockConfiguration." + block))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        0, Bool,            aws:SecureTransport, false
        1, NumericLessThan, s3:TlsVersion,       1.2
        """)
    void connectionsWithoutCurrentTlsAreDeniedToEveryone(int statement, String operator, String key, String value) {
        String path = "PolicyDocument.Statement." + statement + ".";

        assertThat(stack.property("BucketPolicy", path + "Effect")).isEqualTo("Deny");
        assertThat(stack.property("BucketPolicy", path + "Principal")).isEqualTo("*");
        assertThat(stack.property("BucketPolicy", path + "Condition")).isEqualTo(Map.of(operator, Map.of(key, value)));
    }
}
