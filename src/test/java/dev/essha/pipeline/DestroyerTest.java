package dev.essha.pipeline;

import static dev.essha.blueprint.StageId.COMPUTE;
import static dev.essha.blueprint.StageId.DNS;
import static dev.essha.blueprint.StageId.EDGE;
import static dev.essha.blueprint.StageId.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StackTags;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestroyerTest {

    private final VirtualTime time = new VirtualTime();
    private final FakeCloud cloud = new FakeCloud(time);
    private final Recorder events = new Recorder();

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

    private void stand(Stage... stages) {
        for (Stage stage : stages) {
            cloud.stacks().put(work(stage), StackStatus.CREATE_COMPLETE);
        }
    }

    private Event.Outcome destroy(Stage... stages) {
        Blueprint blueprint = Sketch.blueprint(stages);
        Destroyer destroyer = new Destroyer(cloud, time, events);
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
