package dev.essha.cloud.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Proposal;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackRequest;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.TypicalTimes;
import dev.essha.inventory.Data;
import dev.essha.inventory.DnsAnswer;
import dev.essha.plan.AccountId;
import dev.essha.plan.DnsRecord;
import dev.essha.plan.DomainName;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rehearsal does beyond the promises of every cloud: time, faults, protection, DNS, and its file. */
class RehearsalTest {

    private static final String DATABASE = """
        Resources:
          Subnets:
            Type: AWS::RDS::DBSubnetGroup
            Properties: {DBSubnetGroupDescription: x, SubnetIds: [subnet-1, subnet-2]}
          Database:
            Type: AWS::RDS::DBInstance
            Properties:
              DBInstanceIdentifier: db
              DBSubnetGroupName: {Ref: Subnets}
              DeletionProtection: true
              MultiAZ: true
          Log: {Type: AWS::Logs::LogGroup}
        Outputs:
          Endpoint: {Value: {'Fn::GetAtt': [Database, Endpoint.Address]}}
        """;

    private static final String CERTIFICATE = """
        Resources:
          Certificate:
            Type: AWS::CertificateManager::Certificate
            Properties:
              DomainName: ess.example.com
              SubjectAlternativeNames: ['*.ess.example.com']
              ValidationMethod: DNS
          Balancer:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties: {Name: edge, Type: network, Subnets: [subnet-1]}
        Outputs:
          Arn: {Value: {Ref: Certificate}}
          Name: {Value: {'Fn::GetAtt': [Balancer, DNSName]}}
        """;

    private final VirtualClock clock = new VirtualClock();
    private final RehearsalSettings settings =
            RehearsalSettings.of(new AccountId("111122223333"), new RegionName("eu-central-1"), clock);
    private RehearsalCloud cloud = RehearsalCloud.open(settings);

    @Test
    void eachResourceStartsWhenThoseItNeedsAreDoneAndTakesItsTypicalTime() {
        StackView stack = make("timed", DATABASE);

        Instant subnets = at(stack, "Subnets", "CREATE_COMPLETE");
        assertThat(first(stack, "Database")).isEqualTo(subnets);
        assertThat(Duration.between(subnets, at(stack, "Database", "CREATE_COMPLETE")))
                .isEqualTo(TypicalTimes.creation("AWS::RDS::DBInstance"));
        assertThat(first(stack, "Log")).isBefore(subnets);
    }

    @Test
    void aResourceIsCreatedInThreeEvents() {
        StackView stack = make("events", DATABASE);

        assertThat(cloud.stacks().events(stack.id(), Optional.empty()))
                .filteredOn(e -> e.logicalId().equals("Database"))
                .extracting(StackEvent::status, StackEvent::reason, StackEvent::physicalId)
                .containsExactly(
                        tuple("CREATE_IN_PROGRESS", "", ""),
                        tuple("CREATE_IN_PROGRESS", "Resource creation Initiated", "db"),
                        tuple("CREATE_COMPLETE", "", "db"));
    }

    @Test
    void nothingHappensBeforeItsTime() {
        Proposal proposal = cloud.stacks().propose(request("early", DATABASE));
        cloud.stacks().execute(proposal);

        assertThat(cloud.stacks().find("early"))
                .hasValueSatisfying(s -> assertThat(s.status()).isEqualTo(StackStatus.CREATE_IN_PROGRESS))
                .hasValueSatisfying(s -> assertThat(s.outputs()).isEmpty());
        assertThat(cloud.stacks().resources("early")).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(cloud.stacks().resources("early"))
                .anyMatch(r -> r.logicalId().equals("Database") && r.status().equals("CREATE_IN_PROGRESS"))
                .anyMatch(r -> r.logicalId().equals("Log") && r.status().equals("CREATE_COMPLETE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subnets", "AWS::RDS::DBSubnetGroup"})
    void whatWasToldToFailFailsOnceAndTheRestIsCancelledOrKept(String what) {
        cloud.failNext(what, "Not today");
        StackView failed =
                make("fault", DATABASE.replace("Log: {Type: AWS::Logs::LogGroup}", "Key: {Type: AWS::KMS::Key}"));

        assertThat(failed.status()).isEqualTo(StackStatus.CREATE_FAILED);
        assertThat(failed.reason()).contains("Subnets", "Key").doesNotContain("Database");
        assertThat(cloud.stacks().events(failed.id(), Optional.empty()))
                .filteredOn(StackEvent::failed)
                .extracting(e -> e.logicalId() + ": " + e.reason())
                .contains("Subnets: Not today", "Key: Resource creation cancelled");
        assertThat(make("fault", DATABASE).status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void aReplacementMakesTheNewBeforeTheOldGoes() {
        make("replaced", DATABASE);

        StackView stack = make("replaced", DATABASE.replace("Identifier: db", "Identifier: other"));

        List<StackEvent> events = cloud.stacks().events(stack.id(), Optional.empty());
        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(events)
                .filteredOn(e -> e.logicalId().equals("Database"))
                .extracting(e -> e.status() + " " + e.physicalId())
                .containsSubsequence("UPDATE_IN_PROGRESS other", "UPDATE_COMPLETE other", "DELETE_IN_PROGRESS db");
        assertThat(stack.outputs().get("Endpoint")).startsWith("other.");
    }

    @Test
    void whatDependsOnAReplacementMayBeReplacedItself() {
        make("chain", DATABASE);
        String moved =
                DATABASE.replace("{DBSubnetGroupDescription", "{DBSubnetGroupName: moved, DBSubnetGroupDescription");

        Proposal proposal = cloud.stacks().propose(request("chain", moved));

        assertThat(proposal.changes())
                .extracting(c -> c.logicalId() + " " + c.replacement())
                .containsExactly("Subnets YES", "Database MAYBE");
        assertThat(proposal.changes()).allMatch(c -> c.action() == ResourceChange.Action.MODIFY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {Type: AWS::MSK::Cluster, Properties: {ClusterName: c, BrokerNodeGroupInfo: {InstanceType: OLD}}} | BrokerNodeGroupInfo.InstanceType
        {Type: AWS::RDS::DBParameterGroup, Properties: {Family: f, Parameters: {rds.force_ssl: OLD}}}       | Parameters
        {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: g, RetentionInDays: OLD}}                    | RetentionInDays
        """)
    void aChangeSetNamesThePartOfAPropertyThatChanges(String resource, String part) {
        make("parts", "Resources: {Thing: " + resource.replace("OLD", "1") + "}");

        Proposal proposal =
                cloud.stacks().propose(request("parts", "Resources: {Thing: " + resource.replace("OLD", "2") + "}"));

        assertThat(proposal.changes())
                .singleElement()
                .satisfies(c -> assertThat(c.properties()).containsExactly(part));
    }

    @Test
    void aFailedUpdateIsRolledBackToWhatStoodBefore() {
        make("undone", DATABASE);
        cloud.failNext("Second", "Not today");
        StackView failed = make(
                "undone",
                DATABASE.replace("MultiAZ: true", "MultiAZ: true\n      AllocatedStorage: '40'")
                        .replace("  Log:", "  Second: {Type: AWS::KMS::Key, DependsOn: Database}\n  Log:"));
        assertThat(failed.status()).isEqualTo(StackStatus.UPDATE_FAILED);

        cloud.stacks().rollBack("undone");

        assertThat(settled(failed.id()).status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(cloud.stacks().resources("undone"))
                .extracting(r -> r.logicalId())
                .containsExactlyInAnyOrder("Subnets", "Database", "Log");
        assertThat(cloud.stacks().propose(request("undone", DATABASE)).isEmpty())
                .isTrue();
    }

    @Test
    void aProtectedDatabaseSurvivesADeletionUntilItIsAllowed() {
        StackView stack = make("guarded", DATABASE);
        cloud.stacks().delete(stack.id());

        StackView refused = settled(stack.id());
        assertThat(refused.status()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(refused.reason()).contains("[Database]");
        assertThat(cloud.stacks().resources(stack.id()))
                .extracting(r -> r.logicalId())
                .containsExactlyInAnyOrder("Subnets", "Database");

        cloud.actions().allowDatabaseDeletion("db");
        cloud.stacks().delete(stack.id());
        assertThat(settled(stack.id()).status()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(cloud.actions().databaseSnapshots("db")).hasSize(1);
        cloud.actions().databaseSnapshots("db").forEach(cloud.actions()::deleteDatabaseSnapshot);
        assertThat(cloud.actions().databaseSnapshots("db")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, DELETE_COMPLETE", "false, ROLLBACK_COMPLETE"})
    void aKeyThatIsRetainedExceptOnCreateGoesOnlyWithAFailedCreation(boolean complete, StackStatus end) {
        if (!complete) {
            cloud.failNext("Log", "Not today");
        }
        String template = "Resources: {Key: {Type: 'AWS::KMS::Key', DeletionPolicy: RetainExceptOnCreate}, "
                + "Log: {Type: 'AWS::Logs::LogGroup', DependsOn: Key}}\n"
                + "Outputs: {Arn: {Value: {'Fn::GetAtt': [Key, Arn]}}}";
        StackView stack = make("keys", template);
        String arn = "arn:aws:kms:eu-central-1:111122223333:key/"
                + cloud.stacks().resources("keys").getFirst().physicalId();

        if (complete) {
            cloud.stacks().delete(stack.id());
        } else {
            cloud.stacks().rollBack("keys");
        }

        assertThat(settled(stack.id()).status()).isEqualTo(end);
        assertThat(cloud.lookups().key(arn).isPresent()).isEqualTo(complete);
        cloud.actions().scheduleKeyDeletion(arn, 7);
        assertThat(cloud.lookups().key(arn).map(Data.Key::state))
                .isEqualTo(complete ? Optional.of("PendingDeletion") : Optional.empty());
    }

    @Test
    void aPersonElsewhereAddsTheRecordsThatAreAskedFor() {
        cloud.stacks().execute(cloud.stacks().propose(request("edge", CERTIFICATE)));
        clock.advance(Duration.ofSeconds(30));
        String arn = physicalId("edge", "Certificate");
        DnsRecord asked = cloud.actions().certificateValidation(arn).orElseThrow();
        assertThat(look(asked.name(), "CNAME").status()).isEqualTo(DnsAnswer.Status.NO_SUCH_NAME);
        assertThat(cloud.lookups().certificate(arn))
                .hasValueSatisfying(c -> assertThat(c.status()).isEqualTo("PENDING_VALIDATION"));

        clock.advance(Duration.ofMinutes(3));
        assertThat(look(asked.name(), "CNAME").values()).containsExactly(asked.value());

        StackView stack = settled(cloud.stacks().find("edge").orElseThrow().id());
        assertThat(cloud.actions().certificateValidation(arn)).isEmpty();
        assertThat(look("any.ess.example.com", "CNAME").status()).isEqualTo(DnsAnswer.Status.NO_SUCH_NAME);
        clock.advance(Duration.ofMinutes(4));
        for (String name : List.of("ess.example.com", "any.ess.example.com")) {
            assertThat(look(name, "CNAME").values())
                    .containsExactly(stack.outputs().get("Name"));
            assertThat(look(name, "A").chain()).containsExactly(stack.outputs().get("Name"));
            assertThat(look(name, "A").values()).hasSize(1);
        }
    }

    @Test
    void withAPersonWhoNeverAddsThemTheCertificateStaysPending() {
        cloud = RehearsalCloud.open(settings.withRecordsAddedAfter(Optional.empty()));
        cloud.stacks().execute(cloud.stacks().propose(request("edge", CERTIFICATE)));

        clock.advance(Duration.ofHours(20));

        assertThat(cloud.stacks().find("edge").orElseThrow().status()).isEqualTo(StackStatus.CREATE_IN_PROGRESS);
        assertThat(cloud.lookups().certificate(physicalId("edge", "Certificate")))
                .hasValueSatisfying(c -> assertThat(c.status()).isEqualTo("PENDING_VALIDATION"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ess.example.com | Z1     | CREATE_COMPLETE | ''
        example.com     | Z1     | CREATE_FAILED   | not permitted at apex in zone example.com.
        ess.example.com | Zother | CREATE_FAILED   | No hosted zone found with ID: Zother
        """)
    void aRecordNeedsItsZoneAndNoCnameStandsAtTheApex(String name, String zone, StackStatus end, String reason) {
        cloud = RehearsalCloud.open(settings.withHostedZone(new DomainName("example.com"), Optional.of("Z1")));

        StackView stack = make("records", """
            Resources:
              Record:
                Type: AWS::Route53::RecordSet
                Properties: {HostedZoneId: %s, Name: %s, Type: CNAME, TTL: '300', ResourceRecords: [lb.example.net]}
            """.formatted(zone, name));

        assertThat(stack.status()).isEqualTo(end);
        String reasons = cloud.stacks().events(stack.id(), Optional.empty()).stream()
                .filter(StackEvent::failed)
                .map(StackEvent::reason)
                .collect(Collectors.joining("; "));
        assertThat(reasons).contains(reason).matches(r -> r.isEmpty() == reason.isEmpty());
    }

    @Test
    void theAccountGoesOnInTheNextProcess(@TempDir Path directory) {
        RehearsalSettings kept = settings.withStateFile(directory.resolve("account.json"));
        cloud = RehearsalCloud.open(kept);
        StackView before = make("kept", DATABASE);
        cloud.stacks().protect("kept", true);
        cloud.actions().allowDatabaseDeletion("db");
        cloud.failNext("Other", "Not today");
        List<StackEvent> events = cloud.stacks().events(before.id(), Optional.empty());
        cloud.close();

        VirtualClock slower = new VirtualClock();
        RehearsalCloud next = RehearsalCloud.open(RehearsalSettings.of(kept.account(), kept.region(), slower)
                .withStateFile(kept.stateFile().orElseThrow()));

        assertThat(next.stacks().find("kept"))
                .hasValueSatisfying(s -> assertThat(s.status()).isEqualTo(before.status()))
                .hasValueSatisfying(s -> assertThat(s.outputs()).isEqualTo(before.outputs()))
                .hasValueSatisfying(s -> assertThat(s.terminationProtection()).isTrue());
        assertThat(next.stacks().events(before.id(), Optional.empty())).isEqualTo(events);
        assertThat(next.stacks().propose(request("kept", DATABASE)).isEmpty()).isTrue();
        next.stacks().protect("kept", false);
        next.stacks().delete(before.id());
        slower.advance(Duration.ofHours(1));
        assertThat(next.stacks().find(before.id()).orElseThrow().status()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        not json                                          | is broken
        {"format": 1}                                     | is broken
        {"format": 1, "stacks": "many"}                   | is broken
        {"format": 99, "unheard": "of"}                   | newer version
        {"some": "other file"}                            | is not the file of a rehearsed account
        []                                                | is not the file of a rehearsed account
        ''                                                | is not the file of a rehearsed account
        """)
    void aFileThatIsNoneIsRefused(String content, String why, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("account.json"), content);

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> RehearsalCloud.open(settings.withStateFile(file)))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(CloudFailure.Invalid.class))
                .satisfies(e -> assertThat(e.failure().message()).contains(file.toString(), why));
    }

    @Test
    void theFileOfAnotherAccountIsRefused(@TempDir Path directory) {
        RehearsalSettings kept = settings.withStateFile(directory.resolve("account.json"));
        cloud = RehearsalCloud.open(kept);
        make("kept", "Resources: {Key: {Type: 'AWS::KMS::Key'}}");
        RehearsalSettings other = RehearsalSettings.of(new AccountId("999999999999"), kept.region(), clock)
                .withStateFile(kept.stateFile().orElseThrow());

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> RehearsalCloud.open(other))
                .withMessageContaining("is of account 111122223333 in eu-central-1");
    }

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, aws, euc1-az1, amazonaws.com",
        "us-gov-west-1, aws-us-gov, usgw1-az1, amazonaws.com",
        "cn-north-1, aws-cn, cnn1-az1, amazonaws.com.cn",
        "ap-southeast-2, aws, apse2-az1, amazonaws.com"
    })
    void thePartitionFollowsFromTheRegion(String region, String partition, String zoneId, String suffix) {
        cloud = RehearsalCloud.open(RehearsalSettings.of(settings.account(), new RegionName(region), clock));

        StackView stack = make("place", """
            Resources: {Key: {Type: 'AWS::KMS::Key'}}
            Outputs: {O: {Value: {'Fn::Sub': '${AWS::Partition} ${AWS::URLSuffix} ${AWS::StackName}'}}}
            """);

        assertThat(stack.outputs()).containsEntry("O", partition + " " + suffix + " place");
        assertThat(cloud.identity().partition()).isEqualTo(partition);
        assertThat(cloud.offers().zones().getFirst().id()).isEqualTo(zoneId);
    }

    private StackView make(String name, String template) {
        cloud.stacks().execute(cloud.stacks().propose(request(name, template)));
        return settled(cloud.stacks().find(name).orElseThrow().id());
    }

    private StackView settled(String id) {
        for (int i = 0; i < 10_000; i++) {
            StackView stack = cloud.stacks().find(id).orElseThrow();
            if (!stack.status().inProgress()) {
                return stack;
            }
            clock.advance(Duration.ofSeconds(10));
        }
        throw new AssertionError("the stack never settles: " + id);
    }

    private String physicalId(String stack, String logicalId) {
        return cloud.stacks().resources(stack).stream()
                .filter(r -> r.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow()
                .physicalId();
    }

    private DnsAnswer look(String name, String type) {
        return cloud.resolver().lookUp(name, type);
    }

    private Instant first(StackView stack, String logicalId) {
        return at(stack, logicalId, "CREATE_IN_PROGRESS");
    }

    private Instant at(StackView stack, String logicalId, String status) {
        return cloud.stacks().events(stack.id(), Optional.empty()).stream()
                .filter(e -> e.logicalId().equals(logicalId) && e.status().equals(status))
                .findFirst()
                .orElseThrow()
                .at();
    }

    private static StackRequest request(String name, String template) {
        return new StackRequest(name, template, new TreeMap<>(), new TreeMap<>(Map.of("team", "solid")));
    }
}
