package dev.essha.pipeline;

import static dev.essha.blueprint.StageId.COMPUTE;
import static dev.essha.blueprint.StageId.DATABASE;
import static dev.essha.blueprint.StageId.MESSAGING;
import static dev.essha.blueprint.StageId.NETWORK;
import static dev.essha.blueprint.StageId.REGISTRY;
import static dev.essha.blueprint.StageId.SECURITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.StackStatus;
import dev.essha.plan.AccountId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InstallerTest {

    private final VirtualTime time = new VirtualTime();
    private final FakeCloud cloud = new FakeCloud(time);
    private final Recorder events = new Recorder();

    private final Stage network =
            Sketch.stack(NETWORK, List.of(), "Vpc AWS::EC2::VPC stateful", "Nat AWS::EC2::NatGateway");
    private final Stage security = Sketch.stack(SECURITY, List.of(), "Key AWS::KMS::Key stateful");
    private final Stage database = Sketch.stack(
            DATABASE,
            List.of(NETWORK, SECURITY),
            "Database AWS::RDS::DBInstance stateful",
            "Alarm AWS::CloudWatch::Alarm");
    private final Stage messaging =
            Sketch.stack(MESSAGING, List.of(NETWORK, SECURITY), "Cluster AWS::MSK::Cluster stateful");
    private final Stage compute = Sketch.stack(COMPUTE, List.of(NETWORK, SECURITY), "Cluster AWS::EKS::Cluster");
    private final Blueprint blueprint = Sketch.blueprint(network, security, database, messaging, compute);

    @Test
    void everyStageStartsOnceThoseBeforeItAreComplete() {
        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);

        for (Stage stage : blueprint.stages()) {
            long started = events.of(Event.StageStarted.class, stage.id()).sequence();
            assertThat(stage.after())
                    .allSatisfy(before -> assertThat(events.of(Event.StageCompleted.class, before)
                                    .sequence())
                            .isLessThan(started));
        }
    }

    @Test
    void stagesThatDoNotWaitForEachOtherRunAtTheSameTime() {
        install();

        long firstEnd = List.of(DATABASE, MESSAGING, COMPUTE).stream()
                .mapToLong(s -> events.of(Event.StageCompleted.class, s).sequence())
                .min()
                .orElseThrow();
        assertThat(List.of(DATABASE, MESSAGING, COMPUTE))
                .allSatisfy(
                        s -> assertThat(events.of(Event.StageStarted.class, s).sequence())
                                .isLessThan(firstEnd));
    }

    @Test
    void eventsAreNumberedWithoutGapsAndNeverGoBackInTime() {
        install();

        assertThat(events.all())
                .extracting(Event::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.all().size()).boxed().toList());
        assertThat(events.all()).extracting(Event::at).isSorted();
        assertThat(events.all().getFirst()).isInstanceOf(Event.RunStarted.class);
        assertThat(events.all().getLast()).isInstanceOf(Event.RunFinished.class);
    }

    @Test
    void installingAgainFindsNothingToDo() {
        install();
        events.clear();
        cloud.stacks().calls.clear();

        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
        assertThat(events.every(Event.ResourceChanged.class)).isEmpty();
        assertThat(cloud.stacks().calls).noneMatch(c -> c.startsWith("execute"));
        assertThat(events.of(Event.StageCompleted.class, NETWORK).outputs()).containsEntry("VpcId", "VpcId-value");
    }

    @Test
    void theFirstRealCauseIsShownAndOnlyDependentsAreSkipped() {
        cloud.stacks()
                .fail("Vpc", "The maximum number of VPCs has been reached. (HandlerErrorCode: ServiceLimitExceeded)");

        assertThat(install()).isEqualTo(Event.Outcome.FAILED);

        StageFailure failure = events.of(Event.StageFailed.class, NETWORK).failure();
        assertThat(failure.logicalId()).isEqualTo("Vpc");
        assertThat(failure.reason()).contains("maximum number of VPCs");
        assertThat(failure.advice()).contains("higher quota");
        assertThat(events.every(Event.ResourceChanged.class))
                .anyMatch(e -> e.logicalId().equals("Nat") && e.state() == Event.ResourceState.CANCELLED);
        assertThat(events.of(Event.StageCompleted.class, SECURITY).changed()).isTrue();
        assertThat(events.of(Event.StageSkipped.class, DATABASE).because()).isEqualTo("network failed");
    }

    @Test
    void whatHappensBetweenTheLastLookAtTheEventsAndTheEndIsToldAllTheSame() {
        Stage alone = Sketch.stack(DATABASE, List.of(), "Database AWS::RDS::DBInstance stateful");
        cloud.stacks().look = Duration.ofHours(1);
        cloud.stacks().fail("Database", "no capacity");

        assertThat(installer().install(Sketch.blueprint(alone), InstallOptions.DEFAULT))
                .isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, DATABASE).failure())
                .returns("Database", StageFailure::logicalId)
                .returns("no capacity", StageFailure::reason);
    }

    @Test
    void aChangeThatIsTakenBackNamesItsFirstCause() {
        cloud.stacks().put(work(compute), StackStatus.CREATE_COMPLETE);
        cloud.stacks()
                .propose(
                        "ess-acme-compute",
                        new ResourceChange(
                                ResourceChange.Action.MODIFY,
                                "Nodes",
                                "AWS::EKS::Nodegroup",
                                "nodes",
                                ResourceChange.Replacement.YES,
                                List.of("InstanceTypes")));
        cloud.stacks().fail("Nodes", "no capacity");

        assertThat(install()).isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, COMPUTE).failure())
                .returns("Nodes", StageFailure::logicalId)
                .returns("no capacity", StageFailure::reason);
        assertThat(cloud.stacks().find("ess-acme-compute").orElseThrow().status())
                .isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    }

    @Test
    void installingAgainGoesOnFromAFailedStage() {
        cloud.stacks().fail("Database", "no capacity");
        install();
        events.clear();

        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(events.of(Event.StageCompleted.class, NETWORK).changed()).isFalse();
        assertThat(events.of(Event.StageCompleted.class, DATABASE).changed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED"})
    void whatAnEarlierAttemptLeftIsRemovedFirst(StackStatus status) {
        cloud.stacks().put(work(compute), status);

        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.stacks().calls).contains("delete ess-acme-compute", "execute ess-acme-compute");
    }

    @Test
    void remainsThatHoldDataAreNotRemoved() {
        cloud.stacks().put(work(database), StackStatus.DELETE_FAILED);

        assertThat(install()).isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, DATABASE).failure().logicalId())
                .isEqualTo("Database");
        assertThat(cloud.stacks().calls).noneMatch("delete ess-acme-database"::equals);
    }

    @Test
    void aFailedRollBackIsBroughtToItsEnd() {
        cloud.stacks().put(work(compute), StackStatus.UPDATE_ROLLBACK_FAILED);

        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.stacks().calls).contains("rollBack ess-acme-compute");
    }

    @Test
    void somebodyElsesOperationIsWatchedToItsEnd() {
        cloud.stacks()
                .put(work(network), StackStatus.CREATE_IN_PROGRESS, Duration.ofMinutes(4), StackStatus.CREATE_COMPLETE);

        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(events.of(Event.StageWatching.class, NETWORK).status()).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(cloud.stacks().calls).noneMatch("execute ess-acme-network"::equals);
    }

    @Test
    void aStackThatIsNotOursIsRefused() {
        cloud.stacks().foreign("ess-acme-compute");

        assertThat(install()).isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, COMPUTE).failure().reason())
                .contains("ess-acme-compute", "not made for the deployment acme");
        assertThat(cloud.stacks().calls).noneMatch(c -> c.endsWith("ess-acme-compute"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # action, replacement, refused
        ADD,      NO,    false
        MODIFY,   NO,    false
        MODIFY,   MAYBE, true
        MODIFY,   YES,   true
        REMOVE,   NO,    true
        """)
    void whatHoldsDataIsReplacedOrRemovedOnlyIfNamed(
            ResourceChange.Action action, ResourceChange.Replacement replacement, boolean refused) {
        ResourceChange change = new ResourceChange(
                action, "Database", "AWS::RDS::DBInstance", "ess-acme", replacement, List.of("Engine"));
        cloud.stacks().put(work(database), StackStatus.CREATE_COMPLETE);
        cloud.stacks().propose("ess-acme-database", change);

        assertThat(install()).isEqualTo(refused ? Event.Outcome.FAILED : Event.Outcome.COMPLETE);
        assertThat(cloud.stacks().calls.contains("discard ess-acme-database")).isEqualTo(refused);

        InstallOptions named = new InstallOptions(Optional.empty(), Set.of("database/Database"), true);
        assertThat(installer().install(blueprint, named)).isNotEqualTo(Event.Outcome.FAILED);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # action, type,                        property,             refused
        REMOVE,   AWS::SecretsManager::Secret, '',                   true
        MODIFY,   AWS::SecretsManager::Secret, GenerateSecretString, true
        MODIFY,   AWS::SecretsManager::Secret, Description,          false
        REMOVE,   AWS::ECR::Repository,        '',                   true
        REMOVE,   AWS::EC2::VPC,               '',                   true
        REMOVE,   AWS::IAM::Role,              '',                   false
        """)
    void whatTheBlueprintHasNoMoreIsKnownByItsType(
            ResourceChange.Action action, String type, String property, boolean refused) {
        cloud.stacks().put(work(security), StackStatus.CREATE_COMPLETE);
        List<String> properties = property.isEmpty() ? List.of() : List.of(property);
        cloud.stacks()
                .propose(
                        "ess-acme-security",
                        new ResourceChange(
                                action, "Other", type, "other-1", ResourceChange.Replacement.NO, properties));

        assertThat(install()).isEqualTo(refused ? Event.Outcome.FAILED : Event.Outcome.COMPLETE);
        assertThat(cloud.stacks().calls.contains("execute ess-acme-security")).isEqualTo(!refused);
        if (refused) {
            assertThat(events.of(Event.StageFailed.class, SECURITY).failure().advice())
                    .contains("name it with --replace security/Other if its loss is wanted");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # resource,                                                  plan, removed
        Repository AWS::ECR::Repository stateful,                    Repository AWS::ECR::Repository stateful, false
        Repository AWS::ECR::Repository stateful,                    Role AWS::IAM::Role,                      false
        Role AWS::IAM::Role,                                         Role AWS::IAM::Role,                      true
        """)
    void remainsThatHoldDataAreNotRemovedWhateverThePlanSaysNow(String standing, String planned, boolean removed) {
        cloud.stacks().put(Sketch.work(REGISTRY, List.of(), standing), StackStatus.DELETE_FAILED);

        installer().install(Sketch.blueprint(Sketch.stack(REGISTRY, List.of(), planned)), InstallOptions.DEFAULT);

        assertThat(cloud.stacks().calls.contains("delete ess-acme-registry")).isEqualTo(removed);
    }

    @Test
    void aMissingOutputNamesWhoShouldHaveDeliveredIt() {
        assertThat(installer().install(blueprint, InstallOptions.only(DATABASE)))
                .isEqualTo(Event.Outcome.FAILED);

        assertThat(events.of(Event.StageFailed.class, DATABASE).failure().reason())
                .contains("stage network", "output PrivateSubnetIds");
        assertThat(cloud.stacks().calls).isEmpty();
    }

    @Test
    void oneStageAloneTakesItsInputsFromTheAccount() {
        cloud.stacks().put(work(network), StackStatus.CREATE_COMPLETE);
        cloud.stacks().put(work(security), StackStatus.CREATE_COMPLETE);

        assertThat(installer().install(blueprint, InstallOptions.only(DATABASE)))
                .isEqualTo(Event.Outcome.COMPLETE);
        assertThat(events.every(Event.StageStarted.class))
                .extracting(Event.StageStarted::stage)
                .containsExactly(DATABASE);
    }

    @Test
    void protectionIsSwitchedOnWhereItIsAskedFor() {
        Work.Stack plain = work(security);
        Work.Stack safe = new Work.Stack(
                plain.region(),
                plain.name(),
                plain.templateBody(),
                plain.inputs(),
                plain.outputs(),
                plain.tags(),
                plain.resources(),
                true,
                Collections.emptySortedSet());

        installer().install(Sketch.blueprint(Sketch.stage(safe, SECURITY)), InstallOptions.DEFAULT);

        assertThat(cloud.stacks().find(safe.name()).orElseThrow().terminationProtection())
                .isTrue();
    }

    @Test
    void aProposalWhoseAnswerWasLostIsAskedForWithTheSameToken() {
        cloud.stacks().failures.add(new CloudFailure.Unavailable("cloudformation:CreateChangeSet", "gone"));

        installer().install(Sketch.blueprint(network), InstallOptions.DEFAULT);

        assertThat(cloud.stacks().tokens).hasSize(2);
        assertThat(cloud.stacks().tokens.getFirst())
                .isEqualTo(cloud.stacks().tokens.getLast());
    }

    /** The answer comes back so late that everything is made by then, and the change set is gone. */
    @Test
    void anExecutionWhoseAnswerWasLostIsFollowedToItsEnd() {
        cloud.stacks()
                .lostAnswers
                .add(new CloudFailure.Throttled("cloudformation:ExecuteChangeSet", Duration.ofMinutes(9), "slow"));
        Stage registry = Sketch.stack(REGISTRY, List.of(), "Role AWS::IAM::Role");

        assertThat(installer().install(Sketch.blueprint(registry), InstallOptions.DEFAULT))
                .isEqualTo(Event.Outcome.COMPLETE);
    }

    @Test
    void anExecutionThatIsRefusedBeforeItBeganIsAFailure() {
        cloud.stacks().refuseExecution("somebody discarded it");

        assertThat(installer().install(Sketch.blueprint(network), InstallOptions.DEFAULT))
                .isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, NETWORK).failure().reason())
                .contains("somebody discarded it");
    }

    @Test
    void somebodyElsesImportIsFollowedToItsEnd() {
        cloud.stacks().put(work(network), StackStatus.UPDATE_IN_PROGRESS);
        cloud.stacks().later("ess-acme-network", Duration.ofMinutes(2), "IMPORT_COMPLETE");

        assertThat(installer().install(Sketch.blueprint(network), InstallOptions.DEFAULT))
                .isEqualTo(Event.Outcome.COMPLETE);
        assertThat(events.of(Event.StageWatching.class, NETWORK).status()).isEqualTo("UPDATE_IN_PROGRESS");
    }

    @Test
    void anEmptyStackThatAwaitsSomebodyElsesReviewIsRefused() {
        cloud.stacks().foreign("ess-acme-network", "REVIEW_IN_PROGRESS");

        assertThat(installer().install(Sketch.blueprint(network), InstallOptions.DEFAULT))
                .isEqualTo(Event.Outcome.FAILED);
        assertThat(cloud.stacks().calls).isEmpty();
    }

    @Test
    void throttlingIsWaitedForAndSaid() {
        cloud.stacks()
                .failures
                .add(new CloudFailure.Throttled("cloudformation:CreateChangeSet", Duration.ofSeconds(7), "slow"));

        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(events.every(Event.Noted.class))
                .extracting(Event.Noted::text)
                .contains("cloudformation:CreateChangeSet: slow; trying again in 7 s");
    }

    @Test
    void aDeniedActionIsNamed() {
        cloud.stacks()
                .failures
                .add(new CloudFailure.Denied("cloudformation:CreateChangeSet", "cloudformation:CreateChangeSet", "no"));

        assertThat(installer().install(Sketch.blueprint(network), InstallOptions.DEFAULT))
                .isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, NETWORK).failure().advice())
                .contains("permission cloudformation:CreateChangeSet");
    }

    @Test
    void aPlanForAnotherAccountIsRefusedBeforeAnythingHappens() {
        Blueprint other = new Blueprint(Sketch.planFor(new AccountId("999999999999")), blueprint.stages());

        assertThatThrownBy(() -> installer().install(other, InstallOptions.DEFAULT))
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("999999999999")
                .hasMessageContaining("111122223333");
        assertThat(events.all()).isEmpty();
    }

    @Test
    void cancellingFinishesWhatIsInFlightAndStartsNothingNew() {
        Installer installer = new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events);
        events.when(e -> e instanceof Event.ResourceChanged c && c.stage() == NETWORK, installer::cancel);

        assertThat(installer.install(blueprint, InstallOptions.DEFAULT)).isEqualTo(Event.Outcome.CANCELLED);
        assertThat(events.of(Event.StageCompleted.class, NETWORK).changed()).isTrue();
        assertThat(events.of(Event.StageSkipped.class, DATABASE).because()).isEqualTo("the run was cancelled");
    }

    @Test
    void cancellingTwiceLeavesWhatGoesOnInTheAccountAndSaysSo() {
        Installer installer = new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events);
        events.when(e -> e instanceof Event.ResourceChanged c && c.stage() == NETWORK, () -> {
            installer.cancel();
            installer.cancel();
        });

        assertThat(installer.install(Sketch.blueprint(network, security, database), InstallOptions.DEFAULT))
                .isEqualTo(Event.Outcome.CANCELLED);
        assertThat(cloud.stacks().calls).contains("execute ess-acme-network");
        assertThat(events.of(Event.StageSkipped.class, NETWORK).because())
                .contains("ess-acme-network goes on in the account");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # type,                                   lifted
        AWS::RDS::DBInstance,                       allow deletion of other-1
        AWS::RDS::DBCluster,                        allow deletion of cluster other-1
        AWS::ElasticLoadBalancingV2::LoadBalancer,  allow deletion of other-1
        AWS::IAM::Role,                             ''
        """)
    void whatIsToGoIsAllowedToGo(String type, String lifted) {
        cloud.stacks().put(work(database), StackStatus.CREATE_COMPLETE);
        cloud.stacks().propose("ess-acme-database", removal(type));

        InstallOptions named = new InstallOptions(Optional.empty(), Set.of("database/Other"), true);
        assertThat(installer().install(blueprint, named)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.actions().calls).isEqualTo(lifted.isEmpty() ? List.of() : List.of(lifted));
    }

    @Test
    void whatMayOnlyBeReplacedStaysProtected() {
        cloud.stacks().put(work(database), StackStatus.CREATE_COMPLETE);
        cloud.stacks()
                .propose(
                        "ess-acme-database",
                        new ResourceChange(
                                ResourceChange.Action.MODIFY,
                                "Database",
                                "AWS::RDS::DBInstance",
                                "ess-acme",
                                ResourceChange.Replacement.MAYBE,
                                List.of("Engine")));

        InstallOptions named = new InstallOptions(Optional.empty(), Set.of("database/Database"), true);
        assertThat(installer().install(blueprint, named)).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.actions().calls).isEmpty();
    }

    @Test
    void whatCannotBeDeletedAfterAChangeIsNamed() {
        cloud.stacks().put(work(compute), StackStatus.CREATE_COMPLETE);
        cloud.stacks().propose("ess-acme-compute", removal("AWS::IAM::Role"));
        cloud.stacks().undeletable("Other", "somebody uses it");

        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(events.of(Event.LeftBehind.class, COMPUTE))
                .returns("other-1", Event.LeftBehind::physicalId)
                .returns("it is not needed any more, but cannot be deleted: somebody uses it", Event.LeftBehind::why);
    }

    private static ResourceChange removal(String type) {
        return new ResourceChange(
                ResourceChange.Action.REMOVE, "Other", type, "other-1", ResourceChange.Replacement.NO, List.of());
    }

    private Event.Outcome install() {
        return installer().install(blueprint, InstallOptions.DEFAULT);
    }

    private Installer installer() {
        return new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events);
    }

    private static Work.Stack work(Stage stage) {
        return (Work.Stack) stage.work();
    }
}
