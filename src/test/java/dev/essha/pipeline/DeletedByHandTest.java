package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.plan.DomainPlan.Dns;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody deletes a resource or a whole stack between two runs: it is seen, said, and comes again with an install. */
class DeletedByHandTest {

    private static final Blueprint BLUEPRINT = Blueprint.of(Sketch.plan(Dns.ROUTE53));

    private static final String SUBNET_GROUP = "AWS::RDS::DBSubnetGroup";

    private final VirtualTime time = new VirtualTime();
    private final Recorder events = new Recorder();
    private final RehearsalCloud cloud =
            RehearsalCloud.open(RehearsalSettings.of(FakeCloud.ACCOUNT, FakeCloud.REGION, time)
                    .withHostedZoneFor(Sketch.DOMAIN, Optional.empty()));

    @BeforeEach
    void stands() {
        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);
    }

    /** One resource of each type that the deployment has and that holds nothing that could be lost. */
    static Stream<String> resources() {
        Map<String, String> byType = new LinkedHashMap<>();
        for (Stage stage : BLUEPRINT.stages()) {
            if (stage.work() instanceof Work.Stack stack) {
                stack.resources().stream()
                        .filter(r -> !r.stateful() && !HoldsData.guarded(r.type()))
                        .filter(r -> !r.type().equals(SUBNET_GROUP))
                        .forEach(r -> byType.putIfAbsent(r.type(), InstallOptions.name(stage.id(), r.logicalId())));
            }
        }
        return byType.values().stream();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void whatHoldsNoDataIsMadeAgain(String name) throws InterruptedException {
        StackResource gone = removed(name);

        StagePreview preview = preview(stage(name));
        assertThat(preview.drift().resources()).extracting(r -> r.logicalId()).containsExactly(gone.logicalId());
        assertThat(preview.drift().note()).isEmpty();
        assertThat(preview.drift().putBack())
                .extracting(c -> c.change().logicalId())
                .contains(gone.logicalId());
        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(events.of(Event.DriftLeft.class, stage(name)).resources()).isEmpty();
        assertThat(events.every(Event.LeftBehind.class)).isEmpty();
        assertThat(preview(stage(name)).unchanged()).isTrue();
        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
    }

    /** What hands out its id to later stages hands out the new one. */
    @Test
    void theNodesComeBehindATargetGroupThatWasMadeAgain() {
        String old = removed("edge/Nodes").physicalId();

        install();

        List<String> groups = cloud.actions().autoScalingGroups("ess-acme");
        assertThat(cloud.lookups().scalingGroups(groups))
                .hasSize(3)
                .allSatisfy(g -> assertThat(g.targetGroupArns())
                        .contains(found("edge/Nodes").physicalId())
                        .doesNotContain(old));
    }

    /** RDS lets nobody delete a group that a database is in; where it is gone all the same, the database counts more. */
    @Test
    void whatWouldReplaceTheDatabaseIsLeftAndSaid() throws InterruptedException {
        removed("database/SubnetGroup");

        assertThat(preview(StageId.DATABASE).drift().note()).contains("may replace ess-acme, which holds data");
        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @CsvSource({"storage/Bucket", "database/Instance", "messaging/Cluster", "registry/RepositoryEssStorage"})
    void whatHeldDataIsMadeAgainOnlyIfNamed(String name) throws InterruptedException {
        removed(name);

        assertThat(preview(stage(name)).drift().note()).contains("install --replace " + name);
        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
        assertThat(events.of(Event.DriftLeft.class, stage(name)).resources()).hasSize(1);

        InstallOptions named = new InstallOptions(Optional.empty(), Set.of(name), true);
        events.clear();
        assertThat(new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events).install(BLUEPRINT, named))
                .isEqualTo(Event.Outcome.COMPLETE);
        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @CsvSource({"REGISTRY", "STORAGE", "EDGE", "DNS", "COMPUTE"})
    void aWholeStackIsMadeAgain(StageId stage) throws InterruptedException {
        delete(stage);

        assertThat(preview(stage).changes()).isNotEmpty().allMatch(c -> c.effect() == Effect.ADDED);
        StageStatus status = new StatusReader(time, true)
                .read(BLUEPRINT, cloud).stream()
                        .filter(s -> s.stage() == stage)
                        .findFirst()
                        .orElseThrow();
        assertThat(((StageStatus.OfStack) status).stack()).isEmpty();
        assertThat(install()).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(events.of(Event.StageCompleted.class, stage).changed()).isTrue();
        assertThat(install()).isEqualTo(Event.Outcome.UNCHANGED);
    }

    private void delete(StageId stage) {
        StackView stack = cloud.stacks().find("ess-acme-" + stage.label()).orElseThrow();
        cloud.lookups().loadBalancers(vpc()).forEach(b -> cloud.actions().allowLoadBalancerDeletion(b.arn()));
        cloud.stacks().protect(stack.name(), false);
        cloud.stacks().delete(stack.id());
        time.pass(Duration.ofHours(1));
        assertThat(cloud.stacks().find(stack.id()).orElseThrow().status()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    private String vpc() {
        return cloud.stacks().find("ess-acme-network").orElseThrow().outputs().get("VpcId");
    }

    private StackResource removed(String name) {
        StackResource resource = found(name);
        cloud.removeByHand(resource.type(), resource.physicalId());
        return resource;
    }

    private StackResource found(String name) {
        String logicalId = name.substring(name.indexOf('/') + 1);
        return cloud.stacks().resources("ess-acme-" + stage(name).label()).stream()
                .filter(r -> r.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in "
                        + cloud.stacks().resources("ess-acme-" + stage(name).label())));
    }

    private static StageId stage(String name) {
        return StageId.valueOf(
                name.substring(0, name.indexOf('/')).replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private StagePreview preview(StageId stage) throws InterruptedException {
        return new Preview(time, true)
                .preview(BLUEPRINT, Optional.of(cloud)).stream()
                        .filter(p -> p.stage() == stage)
                        .findFirst()
                        .orElseThrow();
    }

    private Event.Outcome install() {
        events.clear();
        return new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events)
                .install(BLUEPRINT, InstallOptions.DEFAULT);
    }
}
