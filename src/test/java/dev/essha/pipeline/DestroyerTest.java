package dev.essha.pipeline;

import static dev.essha.blueprint.StageId.ADOPTION;
import static dev.essha.blueprint.StageId.COMPUTE;
import static dev.essha.blueprint.StageId.DATABASE;
import static dev.essha.blueprint.StageId.DNS;
import static dev.essha.blueprint.StageId.EDGE;
import static dev.essha.blueprint.StageId.GATEWAY;
import static dev.essha.blueprint.StageId.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StackTags;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackStatus;
import dev.essha.plan.RegionName;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestroyerTest {

    private final VirtualTime time = new VirtualTime();
    private final FakeCloud cloud = new FakeCloud(time);
    private final Recorder events = new Recorder();

    private static final RegionName FRONT = new RegionName("us-east-1");

    private final Stage network = Sketch.stack(NETWORK, List.of(), "Gateway AWS::EC2::InternetGateway");
    private final Stage compute = Sketch.stack(COMPUTE, List.of(NETWORK), "Role AWS::IAM::Role");
    private final Stage edge = Sketch.stack(EDGE, List.of(NETWORK), "Group AWS::ElasticLoadBalancingV2::TargetGroup");
    private final Stage dns = Sketch.stack(DNS, List.of(EDGE), "Record AWS::Route53::RecordSet");

    @Test
    void stacksGoAfterThoseThatHangOnThem() {
        stand(network, compute, edge, dns);

        assertThat(destroy(network, compute, edge, dns)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(deletions()).hasSize(4).endsWith("delete ess-acme-network");
        assertThat(deletions().indexOf("delete ess-acme-dns"))
                .isLessThan(deletions().indexOf("delete ess-acme-edge"));
    }

    @Test
    void aStageThatThePlanHasNoMoreIsFoundByItsTag() {
        stand(network, compute, edge, dns);

        assertThat(destroy(network, compute)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(deletions())
                .containsSubsequence("delete ess-acme-dns", "delete ess-acme-edge", "delete ess-acme-network");
    }

    @Test
    void aStackOfOurNameWithoutOurTagIsNamedAndLeftAlone() {
        stand(network);
        cloud.stacks().foreign("ess-acme-compute");

        assertThat(destroy(network, compute)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(deletions()).containsExactly("delete ess-acme-network");
        assertThat(events.of(Event.LeftBehind.class, COMPUTE).physicalId()).isEqualTo("ess-acme-compute");
    }

    @Test
    void anEmptyStackOfOurNameThatAwaitsSomebodyElsesReviewIsLeftAlone() {
        cloud.stacks().foreign("ess-acme-compute", "REVIEW_IN_PROGRESS");

        stand(network);

        assertThat(destroy(network, compute)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(deletions()).containsExactly("delete ess-acme-network");
        assertThat(events.of(Event.LeftBehind.class, COMPUTE).physicalId()).isEqualTo("ess-acme-compute");
    }

    @Test
    void aStackOfOurTagWhoseStageIsUnknownIsNamedAndLeftAlone() {
        stand(network);
        Work.Stack compute = work(this.compute);
        cloud.stacks()
                .put(
                        new Work.Stack(
                                FakeCloud.REGION,
                                "ess-acme-mail",
                                compute.templateBody(),
                                compute.inputs(),
                                compute.outputs(),
                                new TreeMap<>(Map.of(StackTags.DEPLOYMENT, "acme", StackTags.STAGE, "mail")),
                                compute.resources(),
                                false,
                                Collections.emptySortedSet()),
                        StackStatus.CREATE_COMPLETE);

        assertThat(destroy(network)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(deletions()).containsExactly("delete ess-acme-network");
        assertThat(events.every(Event.LeftBehind.class))
                .singleElement()
                .returns("ess-acme-mail", Event.LeftBehind::physicalId)
                .returns(
                        "it carries the tag of this deployment, but is the stack of none of its stages ('mail')",
                        Event.LeftBehind::why);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        NotStabilized,        'Look at the resource in the console for what keeps it, then destroy again.'
        InvalidRequest,       'Remove what the service says is in the way, then destroy again.'
        AccessDenied,         'Give the signed-in role the permission that is named, then destroy again.'
        GeneralServiceFault,  'Destroy again: it goes on with what is left.'
        """)
    void aDeletionThatFailsIsToBeDestroyedAgain(String code, String advice) {
        stand(network);
        for (int i = 0; i < 3; i++) {
            cloud.stacks().fail("Gateway", "it cannot go (HandlerErrorCode: %s)".formatted(code));
        }

        assertThat(destroy(network)).isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, NETWORK).failure().advice())
                .isEqualTo(advice);
    }

    @Test
    void aDeletionThatIsDeniedIsToBeDestroyedAgain() {
        stand(network);
        cloud.stacks()
                .failures
                .add(new CloudFailure.Denied("cloudformation:DeleteStack", "cloudformation:DeleteStack", "no"));

        assertThat(destroy(network)).isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, NETWORK).failure().advice())
                .isEqualTo("Give the signed-in role the permission cloudformation:DeleteStack, then destroy again.");
    }

    @Test
    void protectionIsSwitchedOffFirst() {
        stand(network);
        cloud.stacks().protect("ess-acme-network", true);

        assertThat(destroy(network)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.stacks().calls).containsSubsequence("unprotect ess-acme-network", "delete ess-acme-network");
    }

    @Test
    void aDeletionThatFailsOnceIsTriedAgain() {
        stand(network);
        cloud.stacks().fail("Gateway", "has a dependent object");

        assertThat(destroy(network)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(deletions()).hasSize(2);
        assertThat(events.every(Event.Noted.class))
                .extracting(Event.Noted::text)
                .contains("the stack ess-acme-network is not gone yet: has a dependent object");
    }

    @Test
    void aDeletionThatKeepsFailingSaysWhyAndLeavesWhatItHangsOn() {
        stand(network, compute);
        for (int i = 0; i < 3; i++) {
            cloud.stacks().fail("Role", "the role is used by a person");
        }

        assertThat(destroy(network, compute)).isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, COMPUTE).failure())
                .returns("Role", StageFailure::logicalId)
                .returns("the role is used by a person", StageFailure::reason);
        assertThat(events.of(Event.StageSkipped.class, NETWORK).because()).isEqualTo("compute failed");
        assertThat(deletions()).doesNotContain("delete ess-acme-network");
    }

    @Test
    void anOperationInProgressIsWatchedBefore() {
        cloud.stacks()
                .put(work(network), StackStatus.CREATE_IN_PROGRESS, Duration.ofMinutes(3), StackStatus.CREATE_COMPLETE);

        assertThat(destroy(network)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(events.of(Event.StageWatching.class, NETWORK).status()).isEqualTo("CREATE_IN_PROGRESS");
    }

    @Test
    void aStageThatHasTwoStacksAfterAChangeThatWasCutOffLosesBoth() {
        stand(network, edge);
        cloud.stacks()
                .put(Sketch.placed(work(edge), FakeCloud.REGION, "ess-acme-edge-zones"), StackStatus.CREATE_COMPLETE);

        assertThat(destroy(network, edge)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(deletions())
                .containsExactly("delete ess-acme-edge", "delete ess-acme-edge-zones", "delete ess-acme-network");
    }

    /** The gateway of another region's deployment stands here, and all of one that is at home where ours has its gateway. */
    @Test
    void deploymentsOfTheSameNameInOtherRegionsAreLeftAlone() {
        stand(network, edge);
        cloud.stacks(FRONT).put(work(network), StackStatus.CREATE_COMPLETE);
        cloud.stacks().put(gatewayOf("ap-south-1"), StackStatus.CREATE_COMPLETE);
        Stage cleanUp = Sketch.cleanUp(List.of(FakeCloud.REGION, FRONT), network, edge);

        assertThat(destroy(network, edge, cleanUp)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.stacks(FRONT).calls).isEmpty();
        assertThat(deletions()).containsExactly("delete ess-acme-edge", "delete ess-acme-network");
    }

    @Test
    void aStackInARegionThatThePlanHasNoMoreIsFound() {
        stand(network, edge);
        cloud.stacks(FRONT).put(gateway(), StackStatus.CREATE_COMPLETE);
        Stage cleanUp = Sketch.cleanUp(List.of(FakeCloud.REGION, FRONT), network, edge);

        assertThat(destroy(network, edge, cleanUp)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.stacks(FRONT).calls).containsExactly("delete ess-acme-gateway");
        assertThat(events.of(Event.StageCompleted.class, GATEWAY).sequence())
                .isLessThan(events.of(Event.StageCompleted.class, EDGE).sequence());
    }

    @Test
    void aRegionThatIsClosedToTheAccountIsSaid() {
        stand(network);
        cloud.stacks(FRONT).closed = Optional.of(
                new CloudFailure.Denied("cloudformation:DescribeStacks", "cloudformation:DescribeStacks", "no"));
        Stage cleanUp = Sketch.cleanUp(List.of(FakeCloud.REGION, FRONT), network);

        assertThat(destroy(network, cleanUp)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(deletions()).containsExactly("delete ess-acme-network");
        assertThat(events.of(Event.Noted.class, GATEWAY).text())
                .isEqualTo("stacks in us-east-1 cannot be looked for: cloudformation:DescribeStacks is not allowed");
    }

    @Test
    void aRegionOfThePlansOwnStacksHasToBeOpen() {
        cloud.stacks().closed = Optional.of(
                new CloudFailure.Denied("cloudformation:DescribeStacks", "cloudformation:ListStacks", "no"));

        assertThatThrownBy(() -> destroy(network)).isInstanceOf(CloudException.class);
    }

    @Test
    void aVpcThatWasThereBeforeStaysAndLosesItsTagLast() {
        cloud.actions().tags.put(FakeLookups.VPC, new HashMap<>(Map.of("ess-ha:used-by/acme", "true", "team", "web")));
        cloud.actions().tags.put("subnet-1", new HashMap<>(Map.of("ess-ha:used-by/acme", "true")));
        cloud.actions().tags.put("subnet-2", new HashMap<>(Map.of("team", "web")));
        Stage adoption = Sketch.stage(
                new Work.Adopt(
                        List.of(FakeLookups.VPC, "subnet-1", "subnet-2"),
                        new TreeMap<>(Map.of("ess-ha:used-by/acme", "true"))),
                ADOPTION);
        stand(network);

        assertThat(destroy(adoption, network)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.actions().calls)
                .doesNotContain("look for interfaces in VpcId-value")
                .endsWith("untag %s,subnet-1".formatted(FakeLookups.VPC));
        assertThat(cloud.actions().tags.get(FakeLookups.VPC)).containsOnlyKeys("team");
        assertThat(events.of(Event.LeftBehind.class, ADOPTION).physicalId()).isEqualTo(FakeLookups.VPC);
        assertThat(destroy(adoption, network)).isEqualTo(Event.Outcome.UNCHANGED);
    }

    @Test
    void whatOthersLeftInTheNetworkIsRemovedOnceItIsInTheWay() {
        Stage whole = Sketch.stack(NETWORK, List.of(), "Vpc AWS::EC2::VPC");
        stand(whole);
        cloud.stacks().fail("Vpc", "has a dependent object");
        cloud.actions().securityGroups.add("sg-of-a-controller");

        assertThat(destroy(whole)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.actions().calls)
                .contains("look for interfaces in vpc-1", "delete security group sg-of-a-controller");
    }

    @Test
    void aLogGroupThatWasWrittenAgainIsRemoved() {
        Stage cluster = Sketch.stack(COMPUTE, List.of(NETWORK), "ControlPlaneLog AWS::Logs::LogGroup");
        stand(network, cluster);
        cloud.actions().logGroups.add("controlplanelog-1");

        assertThat(destroy(network, cluster)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.actions().logGroups).isEmpty();
    }

    @Test
    void aLogGroupThatCameAfterAnEarlierDestroyIsNamedOnly() {
        cloud.actions().logGroups.add("/aws/eks/ess-acme/cluster");

        assertThat(destroy(network, compute)).isEqualTo(Event.Outcome.UNCHANGED);
        assertThat(events.of(Event.LeftBehind.class, COMPUTE))
                .returns("log group", Event.LeftBehind::what)
                .returns("/aws/eks/ess-acme/cluster", Event.LeftBehind::physicalId);
        assertThat(cloud.actions().calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSnapshotsOfAClusterOutliveItUnlessDataGoes(boolean deleteData) {
        Stage database = Sketch.stack(DATABASE, List.of(), "Cluster AWS::RDS::DBCluster stateful");
        stand(database);
        cloud.actions().clusterSnapshots.put("cluster-1", List.of("last"));

        Destroyer destroyer = new Destroyer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events);
        destroyer.destroy(destroyer.list(Sketch.blueprint(database), deleteData));

        assertThat(cloud.actions().calls).contains("allow deletion of cluster cluster-1");
        assertThat(cloud.actions().calls.contains("delete cluster snapshot last"))
                .isEqualTo(deleteData);
        assertThat(events.every(Event.LeftBehind.class))
                .extracting(Event.LeftBehind::physicalId)
                .containsExactlyElementsOf(deleteData ? List.of() : List.of("last"));
    }

    private static Work.Stack gateway() {
        return Sketch.placed(
                Sketch.work(GATEWAY, List.of(), "Distribution AWS::CloudFront::Distribution"),
                FRONT,
                "ess-acme-gateway");
    }

    private static Work.Stack gatewayOf(String home) {
        Work.Stack work = gateway();
        SortedMap<String, String> tags = new TreeMap<>(work.tags());
        tags.put(StackTags.HOME, home);
        return new Work.Stack(
                work.region(),
                work.name() + "-" + home,
                work.templateBody(),
                work.inputs(),
                work.outputs(),
                tags,
                work.resources(),
                work.terminationProtection(),
                work.lookups());
    }

    private void stand(Stage... stages) {
        for (Stage stage : stages) {
            cloud.stacks().put(work(stage), StackStatus.CREATE_COMPLETE);
        }
    }

    private Event.Outcome destroy(Stage... stages) {
        Blueprint blueprint = Sketch.blueprint(stages);
        Destroyer destroyer = new Destroyer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events);
        return destroyer.destroy(destroyer.list(blueprint, false));
    }

    private List<String> deletions() {
        return cloud.stacks().calls.stream()
                .filter(c -> c.startsWith("delete "))
                .toList();
    }

    private static Work.Stack work(Stage stage) {
        return (Work.Stack) stage.work();
    }
}
