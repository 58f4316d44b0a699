package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import dev.essha.plan.ValidPlan;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stage that failed is taken back, and a later install goes on from there. */
class RollBackTest {

    private static final String LOGS = "AWS::Logs::LogGroup";

    private final VirtualTime time = new VirtualTime();
    private final Recorder events = new Recorder();
    private final ValidPlan plan = PlanFile.of(Preset.PRODUCTION).read().valid().orElseThrow();
    private final ValidPlan longer = PlanFile.of(Preset.PRODUCTION)
            .with("network.flowLogDays", "60")
            .read()
            .valid()
            .orElseThrow();
    private final RehearsalCloud cloud = RehearsalCloud.open(
            RehearsalSettings.of(FakeCloud.ACCOUNT, plan.plan().region(), time)
                    .withHostedZoneFor(plan.plan().domain().name(), Optional.empty()));

    @Test
    void aCreationThatFailedIsTakenAwayWithWhatRefusesToGo() {
        cloud.failNext("AWS::ElasticLoadBalancingV2::Listener", "not today");
        assertThat(install(plan)).isEqualTo(Event.Outcome.FAILED);
        assertThat(cloud.lookups().loadBalancers(vpc())).isNotEmpty();

        assertThat(rollBack(look(StageId.EDGE))).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(stack(StageId.EDGE)).isEmpty();
        assertThat(cloud.lookups().loadBalancers(vpc())).isEmpty();
        assertThat(install(plan)).isEqualTo(Event.Outcome.COMPLETE);
    }

    @Test
    void whatHoldsDataIsNamedBeforeItGoesAndNoBucketIsLeft() {
        cloud.failNext("AWS::S3::BucketPolicy", "not today");
        install(plan);

        RollBackPlan.Removal removal = (RollBackPlan.Removal) look(StageId.STORAGE);
        String bucket = removal.data().getFirst().physicalId();

        assertThat(removal.data()).extracting(DestroyPlan.Data::type).containsExactly("AWS::S3::Bucket");
        assertThat(cloud.lookups().bucket(bucket)).isPresent();
        assertThat(rollBack(removal)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.lookups().bucket(bucket)).isEmpty();
        assertThat(events.every(Event.LeftBehind.class)).isEmpty();
    }

    @Test
    void aChangeThatFailedIsTakenBackToWhatStoodBefore() {
        install(plan);
        cloud.failNext(LOGS, "not today");
        assertThat(install(longer)).isEqualTo(Event.Outcome.FAILED);
        assertThat(status(StageId.NETWORK)).isEqualTo(StackStatus.UPDATE_FAILED);

        assertThat(rollBack(look(StageId.NETWORK))).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(status(StageId.NETWORK)).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(events.of(Event.StageCompleted.class, StageId.NETWORK).changed())
                .isTrue();
        assertThat(install(plan)).isEqualTo(Event.Outcome.UNCHANGED);
    }

    @Test
    void aRollBackThatGotStuckGoesOn() {
        install(plan);
        cloud.failNext(LOGS, "not today");
        cloud.failNextRollBack(LOGS, "nor back");
        install(longer);
        RollBackPlan back = look(StageId.NETWORK);
        assertThat(rollBack(back)).isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, StageId.NETWORK).failure())
                .returns("nor back", StageFailure::reason)
                .returns("Roll back again: it goes on with what is left.", StageFailure::advice);
        assertThat(status(StageId.NETWORK)).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);

        assertThat(rollBack(look(StageId.NETWORK))).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(status(StageId.NETWORK)).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    }

    /** CloudFormation calls it a failed update; there is nothing it could go back to. */
    @Test
    void aCreationThatWentOnAndFailedAgainIsTakenAway() {
        cloud.failNext("AWS::MSK::Cluster", "not today");
        install(plan);
        cloud.failNext("AWS::MSK::Cluster", "nor today");
        install(plan);
        assertThat(status(StageId.MESSAGING)).isEqualTo(StackStatus.UPDATE_FAILED);

        assertThat(look(StageId.MESSAGING)).isInstanceOf(RollBackPlan.Removal.class);
        assertThat(rollBack(look(StageId.MESSAGING))).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(stack(StageId.MESSAGING)).isEmpty();
        assertThat(install(plan)).isEqualTo(Event.Outcome.COMPLETE);
    }

    @ParameterizedTest
    @EnumSource(
            value = StackStatus.class,
            names = {"ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED", "REVIEW_IN_PROGRESS", "CREATE_FAILED"})
    void whatNeverStoodIsTakenAway(StackStatus status) {
        FakeCloud fake = new FakeCloud(time);
        Blueprint sketch = Sketch.blueprint(Sketch.stack(StageId.REGISTRY, List.of(), "Role AWS::IAM::Role"));
        fake.stacks().put(Sketch.work(StageId.REGISTRY, List.of(), "Role AWS::IAM::Role"), status);
        RollBack back = new RollBack(fake, time, Patience.DEFAULT, Locale.ENGLISH, events);

        assertThat(back.run(back.look(sketch, StageId.REGISTRY))).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(fake.stacks().find("ess-acme-registry")).isEmpty();
    }

    @Test
    void thereIsNothingToRollBackWhereNothingFailed() {
        assertThat(look(StageId.NETWORK)).isInstanceOf(RollBackPlan.Nothing.class);
        install(plan);
        RollBackPlan nothing = look(StageId.NETWORK);
        assertThat(nothing).isInstanceOf(RollBackPlan.Nothing.class);
        assertThatThrownBy(() -> rollBack(nothing)).isInstanceOf(IllegalArgumentException.class);
        assertThat(look(StageId.NODES)).isInstanceOf(RollBackPlan.Refused.class);
        assertThat(look(StageId.GATEWAY)).isInstanceOf(RollBackPlan.Refused.class);
    }

    @Test
    void aStackOfOthersAndOneInProgressAreRefused() {
        FakeCloud fake = new FakeCloud(time);
        Blueprint sketch = Sketch.blueprint(
                Sketch.stack(StageId.REGISTRY, List.of(), "Role AWS::IAM::Role"),
                Sketch.stack(StageId.STORAGE, List.of(), "Role AWS::IAM::Role"));
        fake.stacks().foreign("ess-acme-registry", "CREATE_FAILED");
        fake.stacks()
                .put(
                        Sketch.work(StageId.STORAGE, List.of(), "Role AWS::IAM::Role"),
                        StackStatus.CREATE_IN_PROGRESS,
                        Duration.ofHours(1),
                        StackStatus.CREATE_COMPLETE);
        RollBack back = new RollBack(fake, time, Patience.DEFAULT, Locale.ENGLISH, events);

        assertThat(back.look(sketch, StageId.REGISTRY)).isInstanceOf(RollBackPlan.Refused.class);
        assertThat(back.look(sketch, StageId.STORAGE)).isInstanceOf(RollBackPlan.Refused.class);
    }

    @Test
    void aCallWhoseAnswerWasLostIsUnderWay() {
        FakeCloud fake = new FakeCloud(time);
        fake.stacks().put(Sketch.work(StageId.REGISTRY, List.of(), "Role AWS::IAM::Role"), StackStatus.UPDATE_FAILED);
        fake.stacks().later("ess-acme-registry", Duration.ZERO, "UPDATE_ROLLBACK_FAILED");
        fake.stacks().lostRollBack = Optional.of(new CloudFailure.Unavailable("cloudformation:RollbackStack", "gone"));
        Blueprint sketch = Sketch.blueprint(Sketch.stack(StageId.REGISTRY, List.of(), "Role AWS::IAM::Role"));
        RollBack back = new RollBack(fake, time, Patience.DEFAULT, Locale.ENGLISH, events);

        assertThat(back.run(back.look(sketch, StageId.REGISTRY))).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(fake.stacks().calls)
                .filteredOn("rollBack ess-acme-registry"::equals)
                .hasSize(2);
    }

    private String vpc() {
        return stack(StageId.NETWORK).orElseThrow().outputs().get("VpcId");
    }

    private RollBackPlan look(StageId stage) {
        return new RollBack(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events).look(Blueprint.of(plan), stage);
    }

    private Event.Outcome rollBack(RollBackPlan back) {
        events.clear();
        return new RollBack(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events).run(back);
    }

    private Event.Outcome install(ValidPlan which) {
        events.clear();
        return new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events)
                .install(Blueprint.of(which), InstallOptions.DEFAULT);
    }

    private StackStatus status(StageId stage) {
        return stack(stage).orElseThrow().status();
    }

    private Optional<StackView> stack(StageId stage) {
        return cloud.stacks().find("ess-demo-" + stage.label());
    }
}
