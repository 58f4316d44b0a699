package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.essha.cloud.Cloud;
import dev.essha.cloud.Lookups;
import dev.essha.emulator.Emulator;
import dev.essha.inventory.Data;
import dev.essha.plan.RegionName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

class DataLookupsIT {

    private static final String NAME = "ess-demo-data";
    private static final List<String> ZONES = List.of("eu-central-1a", "eu-central-1b", "eu-central-1c");

    private static Cloud cloud;
    private static Lookups lookups;
    private static Map<String, String> made;

    @BeforeAll
    static void bringUp() {
        cloud = Emulator.shared().reset().open("eu-central-1");
        lookups = cloud.lookups();
        made = new TestStacks(cloud.stacks()).bringUp(NAME, "data.yaml").outputs();
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    @Test
    void theDatabaseIsSeenWithItsStandbyAndItsParameters() {
        assertThat(lookups.databases(made.get("VpcId"))).singleElement().satisfies(db -> {
            assertThat(db.id()).isEqualTo(NAME);
            assertThat(db.status()).isEqualTo("available");
            assertThat(db.engine()).isEqualTo("postgres");
            assertThat(db.multiAz()).isTrue();
            assertThat(db.subnetZones()).isEqualTo(ZONES);
            assertThat(db.secondaryZone()).isIn(ZONES).isNotEqualTo(db.zone());
            assertThat(db.encrypted()).isTrue();
            assertThat(db.keyArn()).isEqualTo(made.get("KeyArn"));
            assertThat(db.publiclyAccessible()).isFalse();
            assertThat(db.deletionProtection()).isTrue();
            assertThat(db.backupDays()).isEqualTo(7);
            assertThat(db.masterSecretArn()).startsWith("arn:aws:secretsmanager:");
            assertThat(db.parameters()).containsExactly(entry("rds.force_ssl", "1"));
        });
    }

    @Test
    void theDatabaseClusterIsSeenWithAMemberInEachZone() {
        assertThat(lookups.databaseClusters(made.get("VpcId"))).singleElement().satisfies(cluster -> {
            assertThat(cluster.id()).isEqualTo(NAME + "-cluster");
            assertThat(cluster.status()).isEqualTo("available");
            assertThat(cluster.engineVersion()).isEqualTo("16.9");
            assertThat(cluster.instanceClass()).isEqualTo("db.m6gd.large");
            assertThat(cluster.vpcId()).isEqualTo(made.get("VpcId"));
            assertThat(cluster.subnetZones()).isEqualTo(ZONES);
            assertThat(cluster.encrypted()).isTrue();
            assertThat(cluster.keyArn()).isEqualTo(made.get("KeyArn"));
            assertThat(cluster.publiclyAccessible()).isFalse();
            assertThat(cluster.deletionProtection()).isTrue();
            assertThat(cluster.backupDays()).isEqualTo(7);
            assertThat(cluster.masterSecretArn()).startsWith("arn:aws:secretsmanager:");
            assertThat(cluster.parameters()).containsExactly(entry("rds.force_ssl", "1"));
        });
        assertThat(lookups.databaseClusters("vpc-00000000000000000")).isEmpty();
    }

    @Test
    void theMembersOfAClusterAreInZonesOfTheirOwn() {
        Data.DatabaseCluster cluster =
                lookups.databaseClusters(made.get("VpcId")).getFirst();

        assertThat(cluster.multiAz()).isTrue();
        assertThat(cluster.members()).extracting(Data.Member::zone).containsExactlyInAnyOrderElementsOf(ZONES);
        assertThat(cluster.members()).extracting(Data.Member::writer).containsExactly(true, false, false);
        assertThat(cluster.members()).extracting(Data.Member::status).containsOnly("available");
    }

    @Test
    void kafkaIsSeenWithTheConfigurationThatItRuns() {
        Data.Kafka kafka = lookups.kafka(made.get("Kafka")).orElseThrow();

        assertThat(kafka.name()).isEqualTo(NAME);
        assertThat(kafka.state()).isEqualTo("ACTIVE");
        assertThat(kafka.vpcId()).isEqualTo(made.get("VpcId"));
        assertThat(kafka.brokerZones()).containsExactlyInAnyOrderElementsOf(ZONES);
        assertThat(kafka.tlsOnly()).isTrue();
        assertThat(kafka.tlsBetweenBrokers()).isTrue();
        assertThat(kafka.authenticated()).isTrue();
        assertThat(kafka.publicAccess()).isFalse();
        assertThat(kafka.logged()).isFalse();
        assertThat(kafka.keyArn()).isEqualTo(made.get("KeyArn"));
        assertThat(kafka.configurationRevision()).isEqualTo(1);
        assertThat(kafka.running())
                .containsExactly(entry("auto.create.topics.enable", "true"), entry("min.insync.replicas", "2"));
    }

    @Test
    void theBucketIsSeenWithItsProtection() {
        assertThat(lookups.bucket(NAME + "-bucket"))
                .hasValue(new Data.Bucket(
                        NAME + "-bucket", "eu-central-1", true, "aws:kms", made.get("KeyArn"), true, true, true));
    }

    @Test
    void whatABucketWasNeverGivenIsAFactAboutIt() {
        Data.Bucket plain = lookups.bucket(NAME + "-plain").orElseThrow();

        assertThat(plain.versioned()).isFalse();
        assertThat(plain.tlsOnly()).isFalse();
        assertThat(plain.hasLifecycle()).isFalse();
    }

    @Test
    void aBucketThatDoesNotExistIsAnEmptyAnswer() {
        assertThat(lookups.bucket(NAME + "-nothing")).isEmpty();
    }

    @Test
    void secretsAreSeenByPrefixWithoutTheirValues() {
        assertThat(lookups.secrets(List.of(NAME + "/", "other")))
                .singleElement()
                .satisfies(secret -> {
                    assertThat(secret.name()).isEqualTo(NAME + "/database");
                    assertThat(secret.keyArn()).isEqualTo(made.get("KeyArn"));
                    assertThat(secret.hasValue()).isTrue();
                });
        assertThat(Emulator.shared().control().requests("secretsmanager.GetSecretValue"))
                .isZero();
    }

    @Test
    void theKeyIsSeenWithItsRotation() {
        assertThat(lookups.key(made.get("KeyArn"))).hasValue(new Data.Key(made.get("KeyArn"), "Enabled", true));
    }

    @Test
    void aBucketIsEmptiedWithAllVersionsAndRemovedTwice() {
        String bucket = NAME + "-old";
        putTwoVersions(bucket);

        cloud.actions().emptyBucket(bucket);
        cloud.actions().deleteBucket(bucket);
        cloud.actions().emptyBucket(bucket);
        cloud.actions().deleteBucket(bucket);

        assertThat(lookups.bucket(bucket)).isEmpty();
    }

    private static void putTwoVersions(String bucket) {
        try (AwsClients clients = new AwsClients(Emulator.shared().settings(new RegionName("eu-central-1")))) {
            clients.s3()
                    .putBucketVersioning(r ->
                            r.bucket(bucket).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
            clients.s3().putObject(r -> r.bucket(bucket).key("a/b c"), RequestBody.fromString("one"));
            clients.s3().putObject(r -> r.bucket(bucket).key("a/b c"), RequestBody.fromString("two"));
            clients.s3().deleteObject(r -> r.bucket(bucket).key("a/b c"));
        }
    }
}
