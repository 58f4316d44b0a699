package dev.essha.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.essha.inventory.Data;
import dev.essha.inventory.Network;
import dev.essha.inventory.Offer;
import dev.essha.plan.Cidr;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every cloud behind the port promises. A subclass says which cloud, and how time passes there. */
public abstract class CloudContractTest {

    /** More looks than any of the small stacks here needs. */
    private static final int PATIENCE = 2_000;

    private static final String LOG_GROUP = """
        Parameters:
          Days: {Type: String, Default: '7'}
        Resources:
          Log:
            Type: AWS::Logs::LogGroup
            Properties: {LogGroupName: NAME, RetentionInDays: {Ref: Days}}
        Outputs:
          LogName: {Value: {Ref: Log}}
          LogArn: {Value: {'Fn::GetAtt': [Log, Arn]}}
        """;

    private static final String NETWORK = """
        Parameters:
          Zones: {Type: CommaDelimitedList}
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties: {CidrBlock: 10.60.0.0/16, EnableDnsHostnames: true}
          Gateway: {Type: AWS::EC2::InternetGateway}
          Attachment:
            Type: AWS::EC2::VPCGatewayAttachment
            Properties: {VpcId: {Ref: Vpc}, InternetGatewayId: {Ref: Gateway}}
          SubnetA:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: {Ref: Vpc}
              CidrBlock: 10.60.0.0/20
              AvailabilityZone: {'Fn::Select': [0, {Ref: Zones}]}
          SubnetB:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: {Ref: Vpc}
              CidrBlock: 10.60.16.0/20
              AvailabilityZone: {'Fn::Select': [1, {Ref: Zones}]}
          Routes:
            Type: AWS::EC2::RouteTable
            Properties: {VpcId: {Ref: Vpc}}
          ToInternet:
            Type: AWS::EC2::Route
            DependsOn: Attachment
            Properties:
              RouteTableId: {Ref: Routes}
              DestinationCidrBlock: 0.0.0.0/0
              GatewayId: {Ref: Gateway}
          RoutesA:
            Type: AWS::EC2::SubnetRouteTableAssociation
            Properties: {SubnetId: {Ref: SubnetA}, RouteTableId: {Ref: Routes}}
        Outputs:
          VpcId: {Value: {Ref: Vpc}}
          SubnetIds: {Value: {'Fn::Join': [',', [{Ref: SubnetA}, {Ref: SubnetB}]]}}
        """;

    private static final String KEPT = """
        Resources:
          Bucket: {Type: AWS::S3::Bucket, DeletionPolicy: Retain}
          Key:
            Type: AWS::KMS::Key
            DeletionPolicy: Retain
            Properties:
              KeyPolicy:
                Version: '2012-10-17'
                Statement:
                  - {Sid: Account, Effect: Allow, Principal: {AWS: '*'}, Action: 'kms:*', Resource: '*'}
        Outputs:
          Bucket: {Value: {Ref: Bucket}}
          Key: {Value: {Ref: Key}}
        """;

    /** An id as AWS makes them, of nothing. */
    private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";

    private Cloud cloud;

    /** Opens the cloud, with nothing in it of the names that this test uses. */
    protected abstract Cloud open();

    /** Lets the cloud get on with its work before the next look. */
    protected abstract void letTimePass();

    @BeforeEach
    void openCloud() {
        cloud = open();
    }

    @AfterEach
    void closeCloud() {
        cloud.close();
    }

    @Test
    void aProposalSaysWhatWouldBeAddedAndProvisionsNothing() {
        Proposal proposal = cloud.stacks().propose(logGroup("contract-proposal", "7"));

        assertThat(proposal.creates()).isTrue();
        assertThat(proposal.isEmpty()).isFalse();
        assertThat(proposal.changes())
                .singleElement()
                .returns(ResourceChange.Action.ADD, ResourceChange::action)
                .returns("Log", ResourceChange::logicalId)
                .returns("", ResourceChange::physicalId);
        assertThat(status("contract-proposal")).isEqualTo(StackStatus.REVIEW_IN_PROGRESS);
        cloud.stacks().discard(proposal);
    }

    @Test
    void aProposalThatIsRepeatedWithItsTokenIsTheSame() {
        StackRequest request = logGroup("contract-repeated", "7");

        Proposal first = cloud.stacks().propose(request, "repeated-1");
        Proposal again = cloud.stacks().propose(request, "repeated-1");

        assertThat(again).isEqualTo(first);
        cloud.stacks().discard(again);
        assertThat(cloud.stacks().find("contract-repeated")).isEmpty();
    }

    @Test
    void aStackThatAwaitsReviewBelongsToWhomItsChangeSetSays() {
        DeploymentName owner = new DeploymentName("contract-owner");
        Proposal proposal = cloud.stacks().propose(tagged(logGroup("contract-review", "7"), owner.value()));

        StackView stack = cloud.stacks().find("contract-review").orElseThrow();

        assertThat(stack.status()).isEqualTo(StackStatus.REVIEW_IN_PROGRESS);
        assertThat(stack.belongsTo(owner)).isTrue();
        assertThat(stack.belongsTo(new DeploymentName("contract-other"))).isFalse();
        assertThat(cloud.stacks().ofDeployment(owner)).containsExactly(stack);
        cloud.stacks().discard(proposal);
    }

    @Test
    void aDiscardedProposalTakesTheEmptyStackWithIt() {
        Proposal proposal = cloud.stacks().propose(logGroup("contract-discard", "7"));

        cloud.stacks().discard(proposal);

        assertThat(cloud.stacks().find("contract-discard")).isEmpty();
    }

    @Test
    void anExecutedProposalEndsCompleteWithItsOutputs() {
        StackView stack = make(logGroup("contract-create", "7"));

        assertThat(stack.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(stack.outputs()).containsEntry("LogName", "/contract-create");
        assertThat(stack.outputs().get("LogArn")).contains(":logs:", "/contract-create");
        assertThat(cloud.stacks().resources("contract-create"))
                .containsExactly(
                        new StackResource("Log", "/contract-create", "AWS::Logs::LogGroup", "CREATE_COMPLETE"));
    }

    @Test
    void aStackIsFoundByTheTagOfItsDeployment() {
        make(tagged(logGroup("contract-tagged", "7"), "contract-tags"));

        assertThat(cloud.stacks().ofDeployment(new DeploymentName("contract-tags")))
                .extracting(StackView::name)
                .containsExactly("contract-tagged");
        assertThat(cloud.stacks().ofDeployment(new DeploymentName("contract-others")))
                .isEmpty();
    }

    @Test
    void nothingToChangeIsAnEmptyProposal() {
        make(logGroup("contract-same", "7"));

        Proposal again = cloud.stacks().propose(logGroup("contract-same", "7"));

        assertThat(again.isEmpty()).isTrue();
        assertThat(again.changes()).isEmpty();
        assertThat(status("contract-same")).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void aChangedPropertyIsProposedAsAModificationAndMade() {
        make(logGroup("contract-change", "7"));

        Proposal change = cloud.stacks().propose(logGroup("contract-change", "14"));

        assertThat(change.creates()).isFalse();
        assertThat(change.changes())
                .singleElement()
                .returns(ResourceChange.Action.MODIFY, ResourceChange::action)
                .returns(ResourceChange.Replacement.NO, ResourceChange::replacement)
                .returns("/contract-change", ResourceChange::physicalId)
                .returns(List.of("RetentionInDays"), ResourceChange::properties);
        cloud.stacks().execute(change);
        assertThat(settled("contract-change").status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void aNewNameIsProposedAsAReplacement() {
        make(logGroup("contract-replace", "7"));
        StackRequest other = request("contract-replace", LOG_GROUP.replace("NAME", "/contract-other"), Map.of());

        Proposal change = cloud.stacks().propose(other);

        assertThat(change.changes())
                .singleElement()
                .returns(ResourceChange.Replacement.YES, ResourceChange::replacement);
        cloud.stacks().discard(change);
    }

    @Test
    void aReplacementIsMade() {
        make(logGroup("contract-replaced", "7"));

        StackView stack = make(request("contract-replaced", LOG_GROUP.replace("NAME", "/contract-renamed"), Map.of()));

        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(cloud.stacks().resources("contract-replaced"))
                .singleElement()
                .returns("/contract-renamed", StackResource::physicalId);
    }

    @Test
    void aReplacementThatFailsIsTakenBack() {
        make(logGroup("contract-occupied", "7"));
        make(logGroup("contract-taken-back", "7"));
        StackRequest other = request("contract-taken-back", LOG_GROUP.replace("NAME", "/contract-occupied"), Map.of());

        StackView stack = make(other);

        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(firstCause(stack)).returns("Log", StackEvent::logicalId);
        assertThat(cloud.stacks().resources("contract-taken-back"))
                .singleElement()
                .returns("/contract-taken-back", StackResource::physicalId);
        assertThat(make(logGroup("contract-taken-back", "14")).status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void eventsTellOnlyWhatIsNew() {
        make(logGroup("contract-events", "7"));
        String id = cloud.stacks().find("contract-events").orElseThrow().id();

        List<StackEvent> all = cloud.stacks().events(id, Optional.empty());

        assertThat(all).extracting(StackEvent::status).contains("CREATE_IN_PROGRESS", "CREATE_COMPLETE");
        assertThat(all).isSortedAccordingTo(Comparator.comparing(StackEvent::at));
        assertThat(all.getLast().type()).isEqualTo("AWS::CloudFormation::Stack");
        assertThat(cloud.stacks().lastEvent(id)).hasValue(all.getLast().id());
        Optional<String> last = Optional.of(all.getLast().id());
        assertThat(cloud.stacks().events(id, last)).isEmpty();
        make(logGroup("contract-events", "30"));
        assertThat(cloud.stacks().events(id, last))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(all)
                .extracting(StackEvent::status)
                .contains("UPDATE_COMPLETE");
    }

    @Test
    void aFailureKeepsWhatWasMadeAndALaterProposalGoesOn() {
        make(logGroup("contract-owner", "7"));

        StackView failed = make(two("contract-second", "/contract-owner"));

        assertThat(failed.status()).isEqualTo(StackStatus.CREATE_FAILED);
        assertThat(firstCause(failed)).returns("Second", StackEvent::logicalId);
        assertThat(standing("contract-second")).containsExactly("First");
        Proposal retry = cloud.stacks().propose(two("contract-second", "/contract-free"));
        assertThat(retry.changes()).extracting(ResourceChange::logicalId).containsExactly("Second");
        cloud.stacks().execute(retry);
        assertThat(settled("contract-second").status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(standing("contract-second")).containsExactlyInAnyOrder("First", "Second");
    }

    @Test
    void aFailedStackCanBeRolledBackAndDeleted() {
        make(logGroup("contract-taken", "7"));
        make(two("contract-roll-back", "/contract-taken"));

        cloud.stacks().rollBack("contract-roll-back");

        StackView rolledBack = settled("contract-roll-back");
        assertThat(rolledBack.status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(standing("contract-roll-back")).isEmpty();
        cloud.stacks().delete(rolledBack.id());
        assertThat(settledById(rolledBack.id()).status()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void terminationProtectionRefusesADeletion() {
        StackView stack = make(logGroup("contract-protected", "7"));
        cloud.stacks().protect(stack.name(), true);

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> cloud.stacks().delete(stack.id()))
                .extracting(CloudException::failure)
                .isInstanceOf(CloudFailure.Invalid.class);

        assertThat(cloud.stacks().find(stack.name()).orElseThrow().terminationProtection())
                .isTrue();
        cloud.stacks().protect(stack.name(), false);
        cloud.stacks().delete(stack.id());
        assertThat(settledById(stack.id()).status()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void aDeletedStackIsFoundByIdOnlyAndDeletingAgainIsNoError() {
        StackView stack = make(logGroup("contract-delete", "7"));

        cloud.stacks().delete(stack.id());

        assertThat(settledById(stack.id()).status()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(cloud.stacks().find(stack.name())).isEmpty();
        cloud.stacks().delete(stack.id());
    }

    @Test
    void aRetainedBucketOutlivesItsStack() {
        String template = """
            Resources:
              Bucket:
                Type: AWS::S3::Bucket
                DeletionPolicy: Retain
                Properties: {BucketName: contract-retained-bucket}
            """;
        StackView stack = make(request("contract-retain", template, Map.of()));

        cloud.stacks().delete(stack.id());

        assertThat(settledById(stack.id()).status()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(cloud.lookups().bucket("contract-retained-bucket")).isPresent();
        cloud.actions().emptyBucket("contract-retained-bucket");
        cloud.actions().deleteBucket("contract-retained-bucket");
        assertThat(cloud.lookups().bucket("contract-retained-bucket")).isEmpty();
    }

    @Test
    void whatKeepsDataIsFoundByItsTagInItsStackAndAfterIt() {
        DeploymentName deployment = new DeploymentName("contract-keeps");
        StackView stack = make(tagged(request("contract-kept", KEPT, Map.of()), deployment.value()));
        make(request("contract-untagged", KEPT, Map.of()));
        List<Data.Kept> inStack = cloud.lookups().keptData(deployment);

        cloud.stacks().delete(stack.id());

        assertThat(settledById(stack.id()).status()).isEqualTo(StackStatus.DELETE_COMPLETE);
        List<Data.Kept> kept = cloud.lookups().keptData(deployment);
        assertThat(kept).isEqualTo(inStack).isSortedAccordingTo(Comparator.comparing(Data.Kept::arn));
        assertThat(kept)
                .extracting(Data.Kept::kind)
                .containsExactlyInAnyOrder(Data.Kept.Kind.BUCKET, Data.Kept.Kind.KEY);
        assertThat(kept)
                .extracting(Data.Kept::id)
                .containsExactlyInAnyOrder(
                        stack.outputs().get("Bucket"), stack.outputs().get("Key"));
        kept.forEach(this::remove);
        assertThat(cloud.lookups().keptData(deployment)).isEmpty();
    }

    private void remove(Data.Kept kept) {
        switch (kept.kind()) {
            case BUCKET -> cloud.actions().deleteBucket(kept.id());
            case KEY -> cloud.actions().scheduleKeyDeletion(kept.id(), 7);
            case DATABASE_SNAPSHOT -> cloud.actions().deleteDatabaseSnapshot(kept.id());
            case DATABASE_CLUSTER_SNAPSHOT -> cloud.actions().deleteDatabaseClusterSnapshot(kept.id());
        }
    }

    @Test
    void aSmallNetworkIsObservedAsItWasAskedFor() {
        List<String> zones =
                cloud.offers().zones().stream().map(z -> z.name()).limit(2).toList();

        StackView stack = make(request("contract-network", NETWORK, Map.of("Zones", String.join(",", zones))));

        String vpcId = stack.outputs().get("VpcId");
        assertThat(cloud.lookups().vpc(vpcId))
                .hasValueSatisfying(v -> assertThat(v.cidr()).isEqualTo(Cidr.parse("10.60.0.0/16")));
        List<Network.Subnet> subnets = cloud.lookups().subnets(vpcId);
        assertThat(subnets).extracting(Network.Subnet::zone).containsExactlyInAnyOrderElementsOf(zones);
        assertThat(subnets)
                .extracting(Network.Subnet::id)
                .containsExactlyInAnyOrder(stack.outputs().get("SubnetIds").split(","));
        assertThat(cloud.lookups().routeTables(vpcId))
                .filteredOn(t -> !t.main())
                .singleElement()
                .satisfies(t -> assertThat(t.subnetIds()).hasSize(1))
                .satisfies(t -> assertThat(t.routes())
                        .anyMatch(r -> r.destination().equals("0.0.0.0/0")
                                && r.target().startsWith("igw-")
                                && r.active()));
        assertThat(cloud.lookups().natGateways(vpcId)).isEmpty();
    }

    @Test
    void whatWasChangedByHandIsDriftAndCanBePutBack() {
        StackRequest request = fromFile("contract-drift", "database.yaml");
        StackView stack = make(request);
        assertThat(cloud.stacks().drift(stack.id())).isEmpty();
        assertThat(cloud.stacks().proposeRepair(request, "in-sync").isEmpty()).isTrue();

        cloud.actions().allowDatabaseDeletion("contract-database");

        assertThat(cloud.stacks().drift(stack.id()))
                .containsExactly(new ResourceDrift(
                        "Database",
                        "AWS::RDS::DBInstance",
                        "contract-database",
                        false,
                        List.of(new ResourceDrift.Difference("/DeletionProtection", "true", "false"))));
        assertThat(cloud.stacks().propose(request).isEmpty()).isTrue();
        putBack(request, stack);
        assertThat(cloud.stacks().drift(stack.id())).isEmpty();
    }

    private void putBack(StackRequest request, StackView stack) {
        Proposal repair = cloud.stacks().proposeRepair(request, "drifted");
        assertThat(repair.changes())
                .containsExactly(new ResourceChange(
                        ResourceChange.Action.MODIFY,
                        "Database",
                        "AWS::RDS::DBInstance",
                        "contract-database",
                        ResourceChange.Replacement.NO,
                        List.of("DeletionProtection")));
        cloud.stacks().execute(repair);
        assertThat(settledById(stack.id()).status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void whatWasDeletedByHandIsDrift() {
        StackView stack = make(two("contract-gone", "/contract-gone-second"));

        cloud.actions().deleteLogGroup("/contract-gone-second");

        assertThat(cloud.stacks().drift(stack.id()))
                .containsExactly(
                        new ResourceDrift("Second", "AWS::Logs::LogGroup", "/contract-gone-second", true, List.of()));
    }

    @Test
    void theStacksOfTheRegionAreTheSameByName() {
        assertThat(cloud.stacks(cloud.identity().region())).isSameAs(cloud.stacks());
    }

    @Test
    void anotherRegionHasStacksOfItsOwn() {
        Stacks there = cloud.stacks(new RegionName("us-east-1"));
        StackRequest request = tagged(logGroup("contract-abroad", "7"), "contract-travels");

        there.execute(there.propose(request));

        StackView stack = settled(there, "contract-abroad");
        assertThat(stack.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(stack.id()).contains(":us-east-1:");
        assertThat(stack.outputs().get("LogArn")).contains(":us-east-1:");
        assertThat(there.ofDeployment(new DeploymentName("contract-travels"))).containsExactly(stack);
        assertThat(cloud.stacks().find("contract-abroad")).isEmpty();
        assertThat(cloud.stacks().ofDeployment(new DeploymentName("contract-travels")))
                .isEmpty();
        there.delete(stack.id());
        assertThat(settled(there, stack.id()).status()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void tagsAreAddedToThoseThatAreThereAndTakenOff() {
        StackView stack = make(tagged(withZones("contract-tagging", NETWORK), "contract-adopted"));
        List<String> ids = Stream.concat(
                        Stream.of(stack.outputs().get("VpcId")),
                        Stream.of(stack.outputs().get("SubnetIds").split(",")))
                .toList();

        cloud.actions().tag(ids, new TreeMap<>(Map.of("ess-ha:used-by/contract", "true")));

        assertThat(tagsOf(stack))
                .hasSize(3)
                .allSatisfy(tags -> assertThat(tags)
                        .containsEntry("ess-ha:used-by/contract", "true")
                        .containsEntry("ess-ha:deployment", "contract-adopted"));
        List<String> more = Stream.concat(ids.stream(), Stream.of("subnet-00000000000000000"))
                .toList();
        cloud.actions().untag(more, List.of("ess-ha:used-by/contract"));
        cloud.actions().untag(more, List.of("ess-ha:used-by/contract"));
        assertThat(tagsOf(stack))
                .hasSize(3)
                .allSatisfy(tags -> assertThat(tags)
                        .doesNotContainKey("ess-ha:used-by/contract")
                        .containsEntry("ess-ha:deployment", "contract-adopted"));
    }

    @Test
    void nodesMoveFromOneTargetGroupToAnother() {
        StackView stack = make(fromFile("contract-nodes", "nodes.yaml"));
        String group = cloud.actions().autoScalingGroups("contract-nodes").getFirst();
        String before = stack.outputs().get("Old");
        String after = stack.outputs().get("New");
        cloud.actions().attachTargetGroups(group, List.of(before));

        cloud.actions().attachTargetGroups(group, List.of(before, after));
        cloud.actions().detachTargetGroups(group, List.of(before));
        cloud.actions().detachTargetGroups(group, List.of(before));

        assertThat(cloud.lookups().scalingGroups(List.of(group)))
                .singleElement()
                .satisfies(g -> assertThat(g.targetGroupArns()).containsExactly(after));
    }

    @Test
    void aLogGroupIsFoundByItsNameAndRemoved() {
        make(logGroup("contract-logs", "7"));

        assertThat(cloud.actions().logGroups(List.of("/contract-no-logs", "/contract-logs", "/contract-log")))
                .containsExactly("/contract-logs");
        cloud.actions().deleteLogGroup("/contract-logs");
        cloud.actions().deleteLogGroup("/contract-logs");
        assertThat(cloud.actions().logGroups(List.of("/contract-logs"))).isEmpty();
    }

    @Test
    void nobodyLeavesSecurityGroupsInANewNetwork() {
        StackView stack = make(withZones("contract-groups", NETWORK));
        String vpcId = stack.outputs().get("VpcId");

        assertThat(cloud.lookups().securityGroups(vpcId))
                .extracting(Network.SecurityGroup::name)
                .contains("default");
        assertThat(cloud.actions().securityGroupsLeftByOthers("contract-nothing", vpcId))
                .isEmpty();
    }

    @Test
    void aRemovalOfWhatHasGoneIsNoError() {
        cloud.actions().allowDatabaseClusterDeletion("contract-nothing");
        cloud.actions().deleteDatabaseClusterSnapshot("contract-nothing");
        cloud.actions().deleteSecurityGroup("sg-00000000000000000");
        cloud.actions().detachTargetGroups("contract-nothing", List.of("arn:aws:nothing"));
        cloud.actions().untag(List.of("vpc-00000000000000000"), List.of("contract"));
    }

    @Test
    void whatIsNotThereIsAnEmptyAnswer() {
        assertThat(cloud.stacks().find("contract-nothing")).isEmpty();
        assertThat(cloud.lookups().vpc("vpc-00000000000000000")).isEmpty();
        assertThat(cloud.lookups().subnets("vpc-00000000000000000")).isEmpty();
        assertThat(cloud.lookups().bucket("contract-no-such-bucket")).isEmpty();
        assertThat(cloud.lookups().cluster("contract-nothing")).isEmpty();
        assertThat(cloud.lookups().nodeGroups("contract-nothing")).isEmpty();
        assertThat(cloud.lookups().addons("contract-nothing")).isEmpty();
        assertThat(cloud.actions().autoScalingGroups("contract-nothing")).isEmpty();
        assertThat(cloud.actions().databaseSnapshots("contract-nothing")).isEmpty();
        assertThat(cloud.actions().databaseClusterSnapshots("contract-nothing")).isEmpty();
    }

    @Test
    void whatIsNotThereIsAnEmptyAnswerAlsoBeforeTheLoadBalancers() {
        String accelerator = "arn:aws:globalaccelerator::123456789012:accelerator/" + NOBODYS;
        String webAcl = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/contract-nothing/" + NOBODYS;

        assertThat(cloud.lookups().securityGroups("vpc-00000000000000000")).isEmpty();
        assertThat(cloud.lookups().securityGroupsOfLoadBalancers("vpc-00000000000000000"))
                .isEmpty();
        assertThat(cloud.lookups().databaseClusters("vpc-00000000000000000")).isEmpty();
        assertThat(cloud.lookups().distribution("E00000000000000")).isEmpty();
        assertThat(cloud.lookups().webAcl(webAcl)).isEmpty();
        assertThat(cloud.lookups().healthChecks(List.of(NOBODYS))).isEmpty();
        assertThat(cloud.lookups().privateZone("Z00000000000000000000")).isEmpty();
        assertThat(cloud.lookups().accelerator(accelerator)).isEmpty();
    }

    @Test
    void theAddressesOfCloudFrontHaveAListInTheRegion() {
        assertThat(cloud.offers().cloudFrontPrefixList())
                .hasValueSatisfying(id -> assertThat(id).startsWith("pl-"));
    }

    @Test
    void theAccountTellsWhichRegionsItCanUse() {
        assertThat(cloud.offers().regions())
                .contains(new Offer.Region("eu-central-1", true), new Offer.Region("us-east-1", true))
                .extracting(Offer.Region::name)
                .contains("af-south-1")
                .isSorted();
    }

    @Test
    void aTopologyIsOfferedOnClassesThatCanCarryIt() {
        assertThat(cloud.offers().zonesOfferingDatabase("17", "db.m6gd.large", DatabasePlan.Topology.MULTI_AZ_CLUSTER))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(cloud.offers().zonesOfferingDatabase("17", "db.t4g.medium", DatabasePlan.Topology.MULTI_AZ_CLUSTER))
                .isEmpty();
        assertThat(cloud.offers().zonesOfferingDatabase("17", "db.t4g.medium", DatabasePlan.Topology.MULTI_AZ_INSTANCE))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Resources: {A: {Type: 'AWS::EC2::RouteTable', Properties: {VpcId: {Ref: Nobody}}}}",
                "Resources: {A: {Type: 'AWS::EC2::RouteTable', Properties: {VpcId: {'Fn::GetAtt': [Nobody, Arn]}}}}",
                "Resources: {A: {Type: 'AWS::EC2::RouteTable', Properties: {VpcId: {'Fn::Sub': '${Nobody}'}}}}",
                "Resources: {A: {Type: 'AWS::Logs::LogGroup', DependsOn: Nobody}}",
                "Resources: {A: {Type: 'AWS::Logs::LogGroup', DependsOn: B}, B: {Type: 'AWS::Logs::LogGroup',"
                        + " DependsOn: A}}",
                "{Parameters: {P: {Type: String}}, Resources: {A: {Type: 'AWS::Logs::LogGroup'}}}",
                "Resources: {A: {Type: 'AWS::Nobody::Knows'}}",
                "Resources: {}"
            })
    void aWrongTemplateIsRefusedBeforeAnythingIsMade(String template) {
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> cloud.stacks().propose(request("contract-refused", template, Map.of())))
                .extracting(CloudException::failure)
                .isInstanceOf(CloudFailure.Invalid.class);
    }

    @Test
    void anUnknownParameterIsRefused() {
        StackRequest request =
                request("contract-parameter", LOG_GROUP.replace("NAME", "/contract-parameter"), Map.of("Weeks", "1"));

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> cloud.stacks().propose(request))
                .extracting(CloudException::failure)
                .isInstanceOf(CloudFailure.Invalid.class);
    }

    private static StackRequest logGroup(String name, String days) {
        return request(name, LOG_GROUP.replace("NAME", "/" + name), Map.of("Days", days));
    }

    /** Two log groups, the second after the first. */
    private static StackRequest two(String name, String second) {
        String template = """
            Resources:
              First:
                Type: AWS::Logs::LogGroup
                Properties: {LogGroupName: /NAME-first}
              Second:
                Type: AWS::Logs::LogGroup
                DependsOn: First
                Properties: {LogGroupName: SECOND}
            """;
        return request(name, template.replace("NAME", name).replace("SECOND", second), Map.of());
    }

    private static StackRequest tagged(StackRequest request, String deployment) {
        return new StackRequest(
                request.stackName(),
                request.templateBody(),
                request.parameters(),
                new TreeMap<>(Map.of("ess-ha:deployment", deployment)));
    }

    private static StackRequest request(String name, String template, Map<String, String> parameters) {
        return new StackRequest(name, template, new TreeMap<>(parameters), new TreeMap<>());
    }

    private StackRequest fromFile(String name, String template) {
        try (InputStream in = CloudContractTest.class.getResourceAsStream("contract/" + template)) {
            return withZones(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The region's first two zones, for the parameter of that name. */
    private StackRequest withZones(String name, String template) {
        List<String> zones =
                cloud.offers().zones().stream().map(Offer.Zone::name).limit(2).toList();
        return request(name, template, Map.of("Zones", String.join(",", zones)));
    }

    private List<Map<String, String>> tagsOf(StackView network) {
        String vpcId = network.outputs().get("VpcId");
        return Stream.concat(
                        cloud.lookups().vpc(vpcId).map(Network.Vpc::tags).stream(),
                        cloud.lookups().subnets(vpcId).stream().map(Network.Subnet::tags))
                .toList();
    }

    private StackView make(StackRequest request) {
        cloud.stacks().execute(cloud.stacks().propose(request));
        return settled(request.stackName());
    }

    private StackStatus status(String name) {
        return cloud.stacks().find(name).orElseThrow().status();
    }

    private StackView settled(String name) {
        return settledById(cloud.stacks().find(name).orElseThrow().id());
    }

    private StackView settledById(String id) {
        return settled(cloud.stacks(), id);
    }

    private StackView settled(Stacks stacks, String nameOrId) {
        for (int i = 0; i < PATIENCE; i++) {
            StackView stack = stacks.find(nameOrId).orElseThrow();
            if (!stack.status().inProgress()) {
                return stack;
            }
            letTimePass();
        }
        throw new AssertionError("the stack never settles: " + nameOrId);
    }

    private StackEvent firstCause(StackView stack) {
        return cloud.stacks().events(stack.id(), Optional.empty()).stream()
                .filter(e -> e.failed() && !e.cancelled())
                .findFirst()
                .orElseThrow();
    }

    private List<String> standing(String stackName) {
        return cloud.stacks().resources(stackName).stream()
                .filter(r -> r.status().equals("CREATE_COMPLETE") || r.status().equals("UPDATE_COMPLETE"))
                .map(StackResource::logicalId)
                .toList();
    }
}
