package dev.essha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.application.Json;
import dev.essha.blueprint.StageId;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.ResourceChange.Action;
import dev.essha.cloud.ResourceChange.Replacement;
import dev.essha.cloud.ResourceDrift;
import dev.essha.pipeline.Effect;
import dev.essha.pipeline.Interruption;
import dev.essha.pipeline.PlannedChange;
import dev.essha.pipeline.StageDrift;
import dev.essha.pipeline.StagePreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewsTest {

    private static final StageDrift NOWHERE = new StageDrift(true, List.of(), List.of(), "");

    private final PlannedChange subnet = added("PublicSubnetD", "AWS::EC2::Subnet");
    private final PlannedChange route = added("PublicRoutesD", "AWS::EC2::RouteTable");
    private final PlannedChange storage = new PlannedChange(
            modified("Instance", "AWS::RDS::DBInstance", Replacement.NO, "AllocatedStorage"),
            Effect.CHANGED,
            Optional.empty(),
            true,
            Optional.empty());
    private final PlannedChange size = new PlannedChange(
            modified("Instance", "AWS::RDS::DBInstance", Replacement.NO, "DBInstanceClass"),
            Effect.INTERRUPTED,
            Optional.of(new Interruption(
                    "The standby changes first and takes over, which takes a minute or two; clients have to connect"
                            + " again.",
                    "https://docs.aws.amazon.com/rds.html")),
            true,
            Optional.empty());
    private final PlannedChange loss = new PlannedChange(
            new ResourceChange(
                    Action.REMOVE, "Instance", "AWS::RDS::DBInstance", "ess-acme", Replacement.NO, List.of()),
            Effect.REMOVED,
            Optional.empty(),
            true,
            Optional.of("--replace database/Instance"));

    @Test
    void whatIsAddedIsCountedByTypeAndWhatStandsIsSaidInAWord() {
        assertThat(text(
                        80,
                        preview(StageId.NETWORK, true, List.of(subnet, subnet, route), ""),
                        preview(StageId.ACCELERATOR, false, List.of(), "follows what it takes from edge")))
                .isEqualTo("""
                    network     3 added (EC2 RouteTable, 2 EC2 Subnet)
                    accelerator stands as asked; follows what it takes from edge
                    """);
    }

    @Test
    void anInterruptionIsExplainedAndLinesEndBetweenWords() {
        assertThat(text(60, preview(StageId.DATABASE, true, List.of(storage, size), "")))
                .isEqualTo("""
                    database    1 changed in place, 1 changed with interruption
                                changed in place: Instance (RDS DBInstance):
                                  AllocatedStorage
                                changed with interruption: Instance (RDS
                                  DBInstance): DBInstanceClass
                                  The standby changes first and takes over,
                                  which takes a minute or two; clients have to
                                  connect again.
                                  https://docs.aws.amazon.com/rds.html
                    """);
    }

    @Test
    void whatWouldBeLostComesLastWithTheOptionThatAllowsIt() {
        assertThat(text(80, preview(StageId.DATABASE, true, List.of(loss), ""))).isEqualTo("""
            database    1 removed
                        removed: Instance (RDS DBInstance)

            WOULD REPLACE OR REMOVE WHAT HOLDS DATA, and is refused unless you name it:
              database removed: Instance (RDS DBInstance), ess-acme
                install --replace database/Instance
            """);
    }

    @Test
    void aStepSaysWhatItWouldDo() {
        StagePreview nodes = new StagePreview(
                StageId.NODES,
                true,
                List.of(),
                List.of("puts group-a behind targets-1", "takes group-a from behind targets-0, which is gone"),
                NOWHERE,
                "0 of 1 node groups are behind the load balancers");

        assertThat(text(80, nodes)).isEqualTo("""
            nodes       0 of 1 node groups are behind the load balancers
                        puts group-a behind targets-1
                        takes group-a from behind targets-0, which is gone
            """);
    }

    @Test
    void whatWasChangedByHandIsShownWithWhatAnInstallDoesAboutIt() {
        StageDrift drift = new StageDrift(
                true,
                List.of(
                        new ResourceDrift(
                                "Instance",
                                "AWS::RDS::DBInstance",
                                "ess-acme",
                                false,
                                List.of(new ResourceDrift.Difference("/BackupRetentionPeriod", "14", "1"))),
                        new ResourceDrift("Alarm", "AWS::CloudWatch::Alarm", "alarm-1", true, List.of())),
                List.of(storage),
                "");

        assertThat(text(100, new StagePreview(StageId.DATABASE, true, List.of(), List.of(), drift, "")))
                .isEqualTo("""
                    database    1 put back
                                CHANGED BY HAND: Instance (RDS DBInstance): /BackupRetentionPeriod is 1 instead of 14
                                DELETED BY HAND: Alarm (CloudWatch Alarm), alarm-1
                                an install puts it back: Instance (RDS DBInstance): AllocatedStorage
                    """);
    }

    @Test
    void aProgramReadsEffectsBesideWhatTheChangeSetSays() {
        JsonNode change = Json.tree(preview(StageId.DATABASE, true, List.of(loss), ""))
                .path("changes")
                .path(0);

        assertThat(change.toString()).isEqualTo("""
            {"action":"remove","logicalId":"Instance","type":"AWS::RDS::DBInstance","physicalId":"ess-acme",\
            "replacement":"no","properties":[],"effect":"removed","interruption":null,"stateful":true,\
            "refusedUnless":"--replace database/Instance"}\
            """);
    }

    private static StagePreview preview(StageId stage, boolean changed, List<PlannedChange> changes, String note) {
        return new StagePreview(stage, changed, changes, List.of(), NOWHERE, note);
    }

    private static PlannedChange added(String logicalId, String type) {
        return new PlannedChange(
                new ResourceChange(Action.ADD, logicalId, type, "", Replacement.NO, List.of()),
                Effect.ADDED,
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static ResourceChange modified(String logicalId, String type, Replacement replacement, String property) {
        return new ResourceChange(Action.MODIFY, logicalId, type, "ess-acme", replacement, List.of(property));
    }

    private static String text(int width, StagePreview... stages) {
        List<String> lines = new ArrayList<>();
        new Previews(width, lines::add).print(List.of(stages));
        return String.join("\n", lines) + "\n";
    }
}
