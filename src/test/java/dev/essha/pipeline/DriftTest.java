package dev.essha.pipeline;

import static dev.essha.blueprint.StageId.DATABASE;
import static dev.essha.blueprint.StageId.NETWORK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.Work;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.ResourceChange.Action;
import dev.essha.cloud.ResourceChange.Replacement;
import dev.essha.cloud.ResourceDrift;
import dev.essha.cloud.StackStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody changed or deleted by hand is seen, said, and put back as far as that does nothing else. */
class DriftTest {

    private static final String STACK = "ess-acme-database";

    private final VirtualTime time = new VirtualTime();
    private final FakeCloud cloud = new FakeCloud(time);
    private final Recorder events = new Recorder();

    private final Stage database = Sketch.stack(
            DATABASE,
            List.of(),
            "Database AWS::RDS::DBInstance stateful",
            "Alarm AWS::CloudWatch::Alarm",
            "Watcher AWS::IAM::Role after Alarm");
    private final Blueprint blueprint = Sketch.blueprint(database);

    private final ResourceDrift changed = drift("Alarm", "AWS::CloudWatch::Alarm", "/Threshold", "80", "100");
    private final ResourceDrift gone = new ResourceDrift("Alarm", "AWS::CloudWatch::Alarm", "alarm-1", true, List.of());

    @BeforeEach
    void stands() {
        cloud.stacks().put((Work.Stack) database.work(), StackStatus.CREATE_COMPLETE);
    }

    @Test
    void whatWasChangedIsPutBack() {
        cloud.stacks().drift(STACK, List.of(changed), put("Alarm", "AWS::CloudWatch::Alarm", Replacement.NO));

        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(events.of(Event.DriftFound.class, DATABASE).resources()).containsExactly(changed);
        assertThat(events.of(Event.DriftLeft.class, DATABASE).resources()).isEmpty();
        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
    }

    @Test
    void aPreviewSaysWhatWouldBePutBackAndTouchesNothing() throws InterruptedException {
        cloud.stacks().drift(STACK, List.of(changed), put("Alarm", "AWS::CloudWatch::Alarm", Replacement.NO));

        StagePreview preview = preview();

        assertThat(preview.changed()).isTrue();
        assertThat(preview.changes()).isEmpty();
        assertThat(preview.drift().resources()).containsExactly(changed);
        assertThat(preview.drift().putBack())
                .extracting(c -> c.change().logicalId())
                .containsExactly("Alarm");
        assertThat(cloud.stacks().calls).contains("discard " + STACK).noneMatch(c -> c.startsWith("execute"));
    }

    @Test
    void whatIsGoneIsMadeAgainWithWhatRefersToIt() throws InterruptedException {
        cloud.stacks()
                .drift(
                        STACK,
                        List.of(gone),
                        change(Action.ADD, "Alarm", "AWS::CloudWatch::Alarm"),
                        change(Action.MODIFY, "Watcher", "AWS::IAM::Role"));

        assertThat(preview().drift().resources()).containsExactly(gone);
        assertThat(preview().drift().putBack())
                .extracting(c -> c.change().logicalId())
                .containsExactly("Alarm", "Watcher");
        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(events.of(Event.DriftLeft.class, DATABASE).resources()).isEmpty();
        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
    }

    @Test
    void whatHeldDataAndIsGoneIsMadeAgainOnlyIfNamed() throws InterruptedException {
        ResourceDrift lost = new ResourceDrift("Database", "AWS::RDS::DBInstance", "database-1", true, List.of());
        cloud.stacks().drift(STACK, List.of(lost), change(Action.ADD, "Database", "AWS::RDS::DBInstance"));

        assertThat(preview().drift().note())
                .isEqualTo("not put back: Database was deleted with what was in it; install --replace database/Database"
                        + " makes a new, empty one");
        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
        assertThat(cloud.stacks().calls).doesNotContain("proposeRepair " + STACK);

        InstallOptions named = new InstallOptions(Optional.empty(), Set.of("database/Database"), true);
        assertThat(new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events).install(blueprint, named))
                .isEqualTo(Event.Outcome.COMPLETE);
    }

    /** What the plan changes may hang on what is gone: one change set does both. */
    @Test
    void whatIsGoneIsMadeAgainTogetherWithWhatThePlanChanges() {
        cloud.stacks()
                .drift(
                        STACK,
                        List.of(gone),
                        change(Action.ADD, "Alarm", "AWS::CloudWatch::Alarm"),
                        change(Action.ADD, "Other", "AWS::IAM::Role"));
        cloud.stacks().propose(STACK, change(Action.ADD, "Other", "AWS::IAM::Role"));

        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.stacks().calls)
                .filteredOn(c -> c.startsWith("execute"))
                .hasSize(1);
        assertThat(cloud.stacks().calls).contains("discard " + STACK);
        assertThat(events.every(Event.ChangesProposed.class))
                .singleElement()
                .satisfies(e -> assertThat(e.changes()).hasSize(2));
    }

    @Test
    void nothingIsPutBackWhereThatWouldChangeWhatNobodyTouched() throws InterruptedException {
        cloud.stacks()
                .drift(
                        STACK,
                        List.of(changed),
                        put("Alarm", "AWS::CloudWatch::Alarm", Replacement.NO),
                        put("Database", "AWS::RDS::DBInstance", Replacement.NO));

        assertThat(preview().drift().note())
                .isEqualTo("not put back: that would also change Database, which nobody touched");
        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
        assertThat(events.of(Event.DriftLeft.class, DATABASE).resources()).containsExactly(changed);
        assertThat(cloud.stacks().calls).contains("discard " + STACK).noneMatch(c -> c.startsWith("execute"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Replacement.class,
            names = {"YES", "MAYBE"})
    void nothingIsPutBackWhereThatWouldLoseData(Replacement replacement) {
        cloud.stacks()
                .drift(
                        STACK,
                        List.of(drift("Database", "AWS::RDS::DBInstance", "/StorageEncrypted", "true", "false")),
                        put("Database", "AWS::RDS::DBInstance", replacement));

        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
        assertThat(events.every(Event.Noted.class))
                .extracting(Event.Noted::text)
                .anyMatch(t -> t.startsWith("not put back: this change"));
        assertThat(cloud.stacks().calls).noneMatch(c -> c.startsWith("execute"));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::RDS::DBInstance, /AllocatedStorage, 100, 157",
        "AWS::EKS::Nodegroup, /ScalingConfig/DesiredSize, 1, 2"
    })
    void whatGrewByItselfWasNotChangedByHand(String type, String path, String expected, String actual)
            throws InterruptedException {
        cloud.stacks().drift(STACK, List.of(drift("Database", type, path, expected, actual)));

        assertThat(preview().drift().resources()).isEmpty();
        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
        assertThat(events.every(Event.DriftFound.class)).isEmpty();
        assertThat(cloud.stacks().calls).doesNotContain("proposeRepair " + STACK);
    }

    @Test
    void nothingIsPutBackWhereThatWouldShrinkStorage() throws InterruptedException {
        ResourceDrift byHand = drift("Database", "AWS::RDS::DBInstance", "/MultiAZ", "true", "false");
        cloud.stacks()
                .drift(
                        STACK,
                        List.of(byHand),
                        new ResourceChange(
                                Action.MODIFY,
                                "Database",
                                "AWS::RDS::DBInstance",
                                "database-1",
                                Replacement.NO,
                                List.of("AllocatedStorage", "MultiAZ")));

        assertThat(preview().drift().note())
                .isEqualTo(
                        "not put back: that would make the storage of Database smaller, which AWS does not; raise it in"
                                + " the plan");
        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
        assertThat(events.of(Event.DriftLeft.class, DATABASE).resources()).containsExactly(byHand);
    }

    @Test
    void thatItCannotBeLookedForIsSaidAndStopsNothing() throws InterruptedException {
        cloud.stacks().driftFailure = Optional.of(
                new CloudFailure.Denied("cloudformation:DetectStackDrift", "cloudformation:DetectStackDrift", "no"));
        String said = "drift cannot be looked for: cloudformation:DetectStackDrift is not allowed";

        assertThat(preview().drift()).returns(false, StageDrift::looked).returns(said, StageDrift::note);
        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
        assertThat(events.of(Event.Noted.class, DATABASE).text()).isEqualTo(said);
        StageStatus.OfStack status = (StageStatus.OfStack)
                new StatusReader(time, true).read(blueprint, cloud).getFirst();
        assertThat(status.drift().note()).isEqualTo(said);
    }

    @Test
    void itIsNotLookedForWhereNobodyWantsIt() throws InterruptedException {
        cloud.stacks().drift(STACK, List.of(changed), put("Alarm", "AWS::CloudWatch::Alarm", Replacement.NO));

        assertThat(new Preview(time, false)
                        .preview(blueprint, Optional.of(cloud))
                        .getFirst()
                        .drift())
                .isEqualTo(StageDrift.NOT_LOOKED);
        InstallOptions quick = new InstallOptions(Optional.empty(), Set.of(), false);
        assertThat(new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events).install(blueprint, quick))
                .isEqualTo(Event.Outcome.UNCHANGED);
    }

    /** A change set compares a template with a template: what is put back by it is seen only by looking again. */
    @Test
    void whatThePlansOwnChangesPutBackIsNotPutBackAgain() {
        cloud.stacks().drift(STACK, List.of(changed));
        cloud.stacks().propose(STACK, put("Alarm", "AWS::CloudWatch::Alarm", Replacement.NO));
        events.when(
                Event.ChangesProposed.class::isInstance, () -> cloud.stacks().drift(STACK, List.of()));

        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(events.of(Event.DriftLeft.class, DATABASE).resources()).isEmpty();
        assertThat(cloud.stacks().calls).doesNotContain("proposeRepair " + STACK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # path                  | expected | actual                                  | told
        /SecurityGroupEgress/1  |          | {"DestinationSecurityGroupId":"sg-1"}   | false
        /SecurityGroupIngress/0 |          | {"SourcePrefixListId":"pl-1"}           | false
        /SecurityGroupIngress/0 |          | {"CidrIp":"0.0.0.0/0"}                  | true
        /SecurityGroupEgress/0  | {"a":1}  | {"DestinationSecurityGroupId":"sg-1"}   | true
        /GroupDescription       | a        | b                                       | true
        """)
    void aRuleThatIsAResourceOfItsOwnIsNoDriftOfItsGroup(String path, String expected, String actual, boolean told)
            throws InterruptedException {
        Stage network = Sketch.stack(NETWORK, List.of(), "Group AWS::EC2::SecurityGroup");
        cloud.stacks().put((Work.Stack) network.work(), StackStatus.CREATE_COMPLETE);
        ResourceDrift group = drift("Group", "AWS::EC2::SecurityGroup", path, expected == null ? "" : expected, actual);
        cloud.stacks().drift("ess-acme-network", List.of(group));

        StagePreview preview = new Preview(time, true)
                .preview(Sketch.blueprint(network), Optional.of(cloud))
                .getFirst();

        assertThat(preview.drift().resources()).isEqualTo(told ? List.of(group) : List.of());
    }

    private Event.Outcome install() {
        events.clear();
        return new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events)
                .install(blueprint, InstallOptions.DEFAULT);
    }

    private StagePreview preview() throws InterruptedException {
        return new Preview(time, true).preview(blueprint, Optional.of(cloud)).getFirst();
    }

    private static ResourceDrift drift(String id, String type, String path, String expected, String actual) {
        return new ResourceDrift(
                id, type, id + "-1", false, List.of(new ResourceDrift.Difference(path, expected, actual)));
    }

    private static ResourceChange put(String logicalId, String type, Replacement replacement) {
        return new ResourceChange(Action.MODIFY, logicalId, type, logicalId + "-1", replacement, List.of("Threshold"));
    }

    private static ResourceChange change(Action action, String logicalId, String type) {
        return new ResourceChange(action, logicalId, type, "", Replacement.NO, List.of());
    }
}
