package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Output;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.plan.DnsRecord;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.PlanFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real blueprint on an account in memory, from nothing to nothing. */
class RehearsedRunTest {

    private final VirtualTime time = new VirtualTime();
    private final Recorder events = new Recorder();
    /** The person takes longer than everything else: then the order of things is certain. */
    private final RehearsalCloud cloud =
            RehearsalCloud.open(RehearsalSettings.of(FakeCloud.ACCOUNT, FakeCloud.REGION, time)
                    .withHostedZoneFor(Sketch.DOMAIN, Optional.empty())
                    .withRecordsAddedAfter(Optional.of(Duration.ofHours(2))));

    @ParameterizedTest
    @EnumSource
    void whatIsInstalledIsCompleteAndInstallingAgainChangesNothing(Dns dns) throws InterruptedException {
        Blueprint blueprint = blueprint(dns);

        assertThat(install(blueprint)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.stacks().ofDeployment(blueprint.plan().plan().name()))
                .allSatisfy(s -> assertThat(s.status()).isEqualTo(StackStatus.CREATE_COMPLETE));

        assertThat(install(blueprint)).isEqualTo(Event.Outcome.UNCHANGED);
        assertThat(new Preview(time, true).preview(blueprint, Optional.of(cloud)))
                .allMatch(StagePreview::unchanged);
        assertThat(new StatusReader(time, true).read(blueprint, cloud)).allMatch(RehearsedRunTest::stands);
    }

    @ParameterizedTest
    @EnumSource
    void theBlueprintAndTheTypesAgreeOnWhatHoldsData(Dns dns) {
        assertThat(blueprint(dns).stages())
                .extracting(Stage::work)
                .filteredOn(Work.Stack.class::isInstance)
                .flatExtracting(w -> ((Work.Stack) w).resources())
                .allSatisfy(
                        r -> assertThat(HoldsData.ofType(r.type())).as(r.type()).isEqualTo(r.stateful()));
    }

    @Test
    void theNodesAreBehindTheLoadBalancer() {
        install(blueprint(Dns.ROUTE53));

        String cluster = output(Output.CLUSTER_NAME);
        List<String> groups = cloud.actions().autoScalingGroups(cluster);
        assertThat(groups).hasSize(3);
        assertThat(cloud.lookups().scalingGroups(groups))
                .allSatisfy(g -> assertThat(g.targetGroupArns())
                        .containsExactlyInAnyOrder(
                                output(Output.TARGET_GROUP_ARNS).split(",")));
    }

    @Test
    void whatAnInstallHandsOverIsReadFromItsStacksLater() {
        Blueprint blueprint = blueprint(Dns.ROUTE53);
        assertThat(HandedOver.of(blueprint, cloud)).isEmpty();
        install(blueprint);

        assertThat(HandedOver.of(blueprint, cloud))
                .isEqualTo(
                        events.of(Event.StageCompleted.class, StageId.HAND_OVER).outputs());
    }

    @Test
    void theHandOverNamesAddressesAndSecretsOnly() {
        install(blueprint(Dns.ROUTE53));

        assertThat(events.of(Event.StageCompleted.class, StageId.HAND_OVER).outputs())
                .containsKeys("DatabaseEndpoint", "BucketName", "LoadBalancerNames")
                .containsEntry("KafkaSecretName", "AmazonMSK_ess-acme")
                .containsEntry("DatabaseSecretName.storage", "ess-acme/database/storage")
                .hasSizeGreaterThan(10);
    }

    @Test
    void whereDnsIsElsewhereThePersonIsShownTheRecordsAndWaitedFor() {
        assertThat(install(blueprint(Dns.ELSEWHERE))).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(events.of(Event.RecordsNeeded.class, StageId.EDGE))
                .returns(Event.Purpose.CERTIFICATE_VALIDATION, Event.RecordsNeeded::purpose)
                .satisfies(e -> assertThat(e.records().getFirst().name()).endsWith("." + Sketch.DOMAIN));
        assertThat(events.of(Event.RecordsFound.class, StageId.EDGE).purpose())
                .isEqualTo(Event.Purpose.CERTIFICATE_VALIDATION);
        assertThat(events.of(Event.RecordsNeeded.class, StageId.DNS).records())
                .extracting(DnsRecord::name)
                .containsExactly("ess.example.com", "*.ess.example.com");
        assertThat(events.of(Event.RecordsFound.class, StageId.DNS).purpose()).isEqualTo(Event.Purpose.SERVICE_NAMES);
    }

    @Test
    void theLengthOfTheRunIsThatOfItsLongestChain() {
        install(blueprint(Dns.ROUTE53));

        RunState announced = RunState.initial().apply(events.all().getFirst());
        assertThat(announced.timeLeft()).isPositive();
        assertThat(barsOf(events.all())).isSorted().endsWith(1.0);
    }

    @Test
    void aFailedStageIsTakenUpAgainFromWhatStands() {
        cloud.failNext("AWS::MSK::Cluster", "Brokers are out of capacity. (HandlerErrorCode: NotStabilized)");
        Blueprint blueprint = blueprint(Dns.ROUTE53);

        assertThat(install(blueprint)).isEqualTo(Event.Outcome.FAILED);
        StageFailure failure =
                events.of(Event.StageFailed.class, StageId.MESSAGING).failure();
        assertThat(failure.type()).isEqualTo("AWS::MSK::Cluster");
        assertThat(failure.reason()).contains("out of capacity");
        assertThat(events.of(Event.StageCompleted.class, StageId.DATABASE).changed())
                .isTrue();
        assertThat(events.of(Event.StageSkipped.class, StageId.HAND_OVER).because())
                .isEqualTo("messaging failed");

        assertThat(install(blueprint)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(events.of(Event.StageCompleted.class, StageId.DATABASE).changed())
                .isFalse();
        assertThat(events.of(Event.StageCompleted.class, StageId.MESSAGING).changed())
                .isTrue();
    }

    @Test
    void whatAwsDoesNotChangeAtOnceIsChangedOneAfterTheOtherAlsoIfAPartFails() {
        install(blueprint(Dns.ROUTE53));
        Blueprint larger = Blueprint.of(PlanFile.of(Sketch.plan(Dns.ROUTE53).plan())
                .with("messaging.storageGiB", "500")
                .with("messaging.instanceType", "kafka.m7g.xlarge")
                .read()
                .valid()
                .orElseThrow());
        cloud.failNext("AWS::MSK::Cluster", "The storage was changed less than six hours ago.");

        assertThat(install(larger)).isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, StageId.MESSAGING)
                        .failure()
                        .reason())
                .contains("six hours");
        assertThat(messagingStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);

        assertThat(install(larger)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(messagingStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(events.every(Event.ChangesProposed.class))
                .filteredOn(e -> e.stage() == StageId.MESSAGING)
                .flatExtracting(Event.ChangesProposed::changes)
                .flatExtracting(ResourceChange::properties)
                .containsExactly("BrokerNodeGroupInfo.StorageInfo", "BrokerNodeGroupInfo.InstanceType");
        assertThat(install(larger)).isEqualTo(Event.Outcome.UNCHANGED);
    }

    private StackStatus messagingStatus() {
        return cloud.stacks().find("ess-acme-messaging").orElseThrow().status();
    }

    @Test
    void aPreviewOfAnEmptyAccountAddsEveryResourceAndLeavesNothing() throws InterruptedException {
        Blueprint blueprint = blueprint(Dns.ROUTE53);

        List<StagePreview> previews = new Preview(time, true).preview(blueprint, Optional.of(cloud));

        assertThat(previews)
                .filteredOn(StagePreview::unchanged)
                .extracting(StagePreview::stage)
                .containsExactly(StageId.CLEAN_UP);
        assertThat(previews.getFirst().changes())
                .hasSameSizeAs(((Work.Stack) blueprint.stages().getFirst().work()).resources())
                .allMatch(c -> c.effect() == Effect.ADDED);
        assertThat(previews)
                .extracting(StagePreview::changes)
                .isEqualTo(new Preview(time, true)
                        .preview(blueprint, Optional.empty()).stream()
                                .map(StagePreview::changes)
                                .toList());
        assertThat(cloud.stacks().ofDeployment(blueprint.plan().plan().name())).isEmpty();
    }

    @Test
    void destroyTakesEachStackAfterAllThatHungOnItAndNamesWhatStays() {
        Blueprint blueprint = blueprint(Dns.ROUTE53);
        install(blueprint);

        assertThat(destroy(blueprint, false)).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(cloud.stacks().ofDeployment(blueprint.plan().plan().name())).isEmpty();
        assertThat(events.every(Event.LeftBehind.class))
                .extracting(Event.LeftBehind::what)
                .containsExactlyInAnyOrder("bucket", "encryption key", "database snapshot");
        for (Stage stage : blueprint.stages()) {
            stage.after().forEach(before -> assertGoneInOrder(stage.id(), before));
        }
    }

    @Test
    void withItsDataNothingStaysButTheKeyForSevenDays() {
        Blueprint blueprint = blueprint(Dns.ROUTE53);
        install(blueprint);
        String bucket = output(Output.BUCKET_NAME);

        assertThat(destroy(blueprint, true)).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(cloud.lookups().bucket(bucket)).isEmpty();
        assertThat(cloud.actions().databaseSnapshots("ess-acme")).isEmpty();
        assertThat(events.every(Event.LeftBehind.class))
                .singleElement()
                .returns("encryption key", Event.LeftBehind::what)
                .satisfies(e -> assertThat(e.why()).contains("7 days"));
    }

    @Test
    void aSecondDestroyNamesWhatTheFirstLeftAndTouchesNothing() {
        Blueprint blueprint = blueprint(Dns.ROUTE53);
        install(blueprint);
        destroy(blueprint, false);
        List<String> left = leftBehind();

        assertThat(destroy(blueprint, false)).isEqualTo(Event.Outcome.UNCHANGED);

        assertThat(leftBehind()).hasSize(3).containsExactlyInAnyOrderElementsOf(left);
        DestroyPlan again = new Destroyer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events).list(blueprint, false);
        assertThat(again.stacks()).isEmpty();
        assertThat(again.touchesNothing()).isTrue();
        assertThat(again.data())
                .hasSize(3)
                .allSatisfy(d -> assertThat(d.what()).startsWith("stays"))
                .noneMatch(DestroyPlan.Data::goes);
    }

    @Test
    void aSecondDestroyWithTheDataRemovesWhatTheFirstLeftTheKeyLast() {
        Blueprint blueprint = blueprint(Dns.ROUTE53);
        install(blueprint);
        String bucket = output(Output.BUCKET_NAME);
        destroy(blueprint, false);
        DestroyPlan plan = new Destroyer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events).list(blueprint, true);
        assertThat(plan.touchesNothing()).isFalse();
        assertThat(plan.data())
                .extracting(DestroyPlan.Data::type)
                .containsExactlyInAnyOrder("AWS::S3::Bucket", "AWS::KMS::Key", "AWS::RDS::DBSnapshot");
        assertThat(plan.data()).allMatch(DestroyPlan.Data::goes);

        assertThat(destroy(blueprint, true)).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(cloud.lookups().bucket(bucket)).isEmpty();
        assertThat(cloud.lookups().keptData(blueprint.plan().plan().name())).isEmpty();
        assertThat(events.every(Event.LeftBehind.class))
                .extracting(Event.LeftBehind::what)
                .containsExactly("encryption key");
        assertThat(events.every(Event.StageCompleted.class))
                .extracting(Event.StageCompleted::stage)
                .hasSize(3)
                .endsWith(StageId.SECURITY);
        assertThat(destroy(blueprint, true)).isEqualTo(Event.Outcome.UNCHANGED);
    }

    @Test
    void whatAnEarlierDestroyLeftGoesWithTheDeploymentThatWasInstalledAgain() {
        Blueprint blueprint = blueprint(Dns.ROUTE53);
        install(blueprint);
        destroy(blueprint, false);
        install(blueprint);

        assertThat(destroy(blueprint, false)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(leftBehind()).hasSize(6).doesNotHaveDuplicates();
        assertThat(destroy(blueprint, true)).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(cloud.lookups().keptData(blueprint.plan().plan().name())).isEmpty();
    }

    @Test
    void destroyListsWhatGoesAndWhatStaysAndTouchesNothing() {
        Blueprint blueprint = blueprint(Dns.ROUTE53);
        install(blueprint);

        DestroyPlan plan = new Destroyer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events).list(blueprint, false);

        assertThat(plan.stacks())
                .hasSize(cloud.stacks()
                        .ofDeployment(blueprint.plan().plan().name())
                        .size());
        assertThat(plan.data())
                .filteredOn(d -> !d.goes())
                .extracting(DestroyPlan.Data::type)
                .containsExactlyInAnyOrder("AWS::S3::Bucket", "AWS::KMS::Key");
    }

    @Test
    void thereIsNothingToDestroyInAnEmptyAccount() {
        Blueprint blueprint = blueprint(Dns.ROUTE53);

        assertThat(new Destroyer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events)
                        .list(blueprint, true)
                        .isEmpty())
                .isTrue();
        assertThat(destroy(blueprint, true)).isEqualTo(Event.Outcome.UNCHANGED);
    }

    private List<String> leftBehind() {
        return events.every(Event.LeftBehind.class).stream()
                .map(Event.LeftBehind::physicalId)
                .toList();
    }

    private void assertGoneInOrder(StageId stage, StageId before) {
        Optional<Event.StageCompleted> first = gone(stage);
        Optional<Event.StageCompleted> second = gone(before);
        if (first.isPresent() && second.isPresent()) {
            assertThat(first.get().sequence()).isLessThan(second.get().sequence());
        }
    }

    private Optional<Event.StageCompleted> gone(StageId stage) {
        return events.every(Event.StageCompleted.class).stream()
                .filter(e -> e.stage() == stage)
                .findFirst();
    }

    private static List<Double> barsOf(List<Event> all) {
        List<Double> bars = new ArrayList<>();
        RunState state = RunState.initial();
        for (Event event : all) {
            state = state.apply(event);
            bars.add(state.bar());
        }
        return bars;
    }

    private static boolean stands(StageStatus status) {
        return switch (status) {
            case StageStatus.OfStack s -> s.stack().orElseThrow().status().succeeded() && s.resources() > 0;
            case StageStatus.OfStep s -> s.done();
        };
    }

    private static Blueprint blueprint(Dns dns) {
        return Blueprint.of(Sketch.plan(dns));
    }

    private Event.Outcome install(Blueprint blueprint) {
        events.clear();
        return new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events)
                .install(blueprint, InstallOptions.DEFAULT);
    }

    private Event.Outcome destroy(Blueprint blueprint, boolean deleteData) {
        events.clear();
        Destroyer destroyer = new Destroyer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events);
        return destroyer.destroy(destroyer.list(blueprint, deleteData));
    }

    private String output(Output output) {
        return cloud.stacks()
                .find("ess-acme-" + output.producer().label())
                .orElseThrow()
                .outputs()
                .get(output.key());
    }
}
