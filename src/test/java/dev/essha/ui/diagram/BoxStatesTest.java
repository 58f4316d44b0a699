package dev.essha.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.diagram.Box;
import dev.essha.diagram.DeploymentDrawing;
import dev.essha.pipeline.Destroyer;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.InstallOptions;
import dev.essha.pipeline.Installer;
import dev.essha.pipeline.Patience;
import dev.essha.pipeline.RunState;
import dev.essha.pipeline.StagePhase;
import dev.essha.pipeline.VirtualTime;
import dev.essha.plan.AccountId;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.Plan;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxStatesTest {

    private static final String EXISTING = "network.existingVpc=vpc-0123456789abcdef0; network.egress=existing;"
            + " network.zones=[{name: eu-central-1a, publicSubnet: subnet-10000001, publicCidr: 10.40.224.0/24,"
            + " privateSubnet: subnet-20000001, privateCidr: 10.40.0.0/20}, {name: eu-central-1b, publicSubnet:"
            + " subnet-10000002, publicCidr: 10.40.225.0/24, privateSubnet: subnet-20000002, privateCidr:"
            + " 10.40.16.0/20}, {name: eu-central-1c, publicSubnet: subnet-10000003, publicCidr: 10.40.226.0/24,"
            + " privateSubnet: subnet-20000003, privateCidr: 10.40.32.0/20}]";

    private final VirtualTime clock = new VirtualTime();
    private final List<Event> events = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edge.loadBalancing=single; network.egress=nat-per-zone",
                "edge.loadBalancing=single; network.egress=regional-nat",
                "edge.loadBalancing=single; network.egress=none",
                "edge.loadBalancing=per-zone; network.egress=nat-per-zone",
                "edge.loadBalancing=per-zone; network.egress=regional-nat",
                "edge.loadBalancing=per-zone; network.egress=none",
                "edge.loadBalancing=fronted; network.egress=nat-per-zone",
                "edge.loadBalancing=fronted; network.egress=regional-nat",
                "edge.loadBalancing=fronted; network.egress=none",
                "edge.loadBalancing=single; edge.gateway=cloudfront",
                "edge.loadBalancing=per-zone; edge.gateway=cloudfront; domain.privateZone=true",
                "network.zones=[eu-central-1a, eu-central-1b, eu-central-1c, eu-central-1d]",
                "database.sharing=per-service; ess.search=true; messaging.authentication=iam",
                "database.topology=multi-az-cluster; database.instanceClass=db.m6gd.large; database.maxStorageGiB=20",
                "domain.dns=elsewhere; edge.loadBalancing=fronted",
                EXISTING,
            })
    void everyBoxWaitsIsWorkedOnAndIsDone(String settings) {
        Blueprint blueprint = blueprint(settings);
        try (RehearsalCloud cloud = open(blueprint)) {
            BoxStates states = BoxStates.of(blueprint);
            assertThat(unplaced(blueprint, states)).isEmpty();
            assertThat(ofMade(blueprint, states.at(RunState.initial()))).containsOnly(BoxState.WAITING);

            assertThat(install(blueprint, cloud)).isEqualTo(Event.Outcome.COMPLETE);

            Map<String, Set<BoxState>> seen = new HashMap<>();
            for (RunState run : runs()) {
                states.at(run)
                        .forEach((id, state) ->
                                seen.computeIfAbsent(id, _ -> new TreeSet<>()).add(state));
            }
            assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(idsOf(blueprint));
            assertThat(seen).allSatisfy((id, several) -> {
                if (standsForNothing(blueprint, id)) {
                    assertThat(several).as(id).containsExactly(BoxState.NONE);
                } else {
                    assertThat(several).as(id).contains(BoxState.WAITING, BoxState.DONE);
                    assertThat(several).as(id).containsAnyOf(BoxState.RUNNING, BoxState.ATTENTION);
                    assertThat(several).as(id).doesNotContain(BoxState.NONE, BoxState.FAILED, BoxState.SKIPPED);
                }
            });
            assertThat(ofMade(blueprint, states.at(runs().getLast()))).containsOnly(BoxState.DONE);
        }
    }

    @Test
    void whatStandsAlreadyIsDone() {
        Blueprint blueprint = blueprint("edge.loadBalancing=per-zone");
        try (RehearsalCloud cloud = open(blueprint)) {
            install(blueprint, cloud);

            assertThat(install(blueprint, cloud)).isEqualTo(Event.Outcome.UNCHANGED);

            assertThat(ofMade(blueprint, last(blueprint))).containsOnly(BoxState.DONE);
        }
    }

    @Test
    void whatIsAddedToWhatStandsIsWorkedOnAlone() {
        Blueprint before = blueprint("network.egress=nat-per-zone");
        Blueprint after = blueprint("network.egress=none");
        try (RehearsalCloud cloud = open(before)) {
            install(before, cloud);

            install(after, cloud);

            BoxStates states = BoxStates.of(after);
            List<Map<String, BoxState>> underWay = runs().stream()
                    .map(states::at)
                    .filter(s -> s.get("endpoints/eu-central-1a") == BoxState.RUNNING)
                    .toList();
            assertThat(underWay)
                    .isNotEmpty()
                    .allSatisfy(s -> assertThat(s).containsEntry("public/eu-central-1a", BoxState.DONE));
            assertThat(ofMade(after, last(after))).containsOnly(BoxState.DONE);
        }
    }

    @Test
    void aFailureIsWhereItHappenedAndWhatHangsOnItIsSkipped() {
        Blueprint blueprint = blueprint("edge.loadBalancing=single");
        try (RehearsalCloud cloud = open(blueprint)) {
            cloud.failNext("AWS::EKS::Nodegroup", "There is no capacity.");

            assertThat(install(blueprint, cloud)).isEqualTo(Event.Outcome.FAILED);

            Map<String, BoxState> states = last(blueprint);
            assertThat(states.entrySet())
                    .filteredOn(e -> e.getKey().startsWith("nodes/"))
                    .extracting(Map.Entry::getValue)
                    .contains(BoxState.FAILED)
                    .isSubsetOf(BoxState.FAILED, BoxState.SKIPPED, BoxState.DONE);
            assertThat(states)
                    .containsEntry("database/eu-central-1a", BoxState.DONE)
                    .containsEntry("brokers/eu-central-1c", BoxState.DONE)
                    .containsEntry("balancer", BoxState.SKIPPED)
                    .containsEntry("names", BoxState.SKIPPED);
        }
    }

    /** One Kafka cluster spans the zones: that it failed says nothing against them, nor against the VPC. */
    @Test
    void whatIsAroundAFailureDoesNotShowIt() {
        Blueprint blueprint = blueprint("edge.loadBalancing=single");
        try (RehearsalCloud cloud = open(blueprint)) {
            cloud.failNext("AWS::MSK::Cluster", "There is no capacity.");

            assertThat(install(blueprint, cloud)).isEqualTo(Event.Outcome.FAILED);

            assertThat(last(blueprint))
                    .containsEntry("brokers/eu-central-1a", BoxState.FAILED)
                    .containsEntry("private/eu-central-1a", BoxState.DONE)
                    .containsEntry("zone/eu-central-1a", BoxState.NONE)
                    .containsEntry("vpc", BoxState.DONE)
                    .containsEntry("region", BoxState.NONE);
        }
    }

    @Test
    void whereAPersonIsWaitedForIsShown() {
        Blueprint blueprint = blueprint("domain.dns=elsewhere");
        try (RehearsalCloud cloud = open(blueprint)) {
            install(blueprint, cloud);

            BoxStates states = BoxStates.of(blueprint);
            assertThat(states.at(waitingForProof()).get("certificate")).isEqualTo(BoxState.ATTENTION);
            assertThat(states.at(waitingForNames()).get("names")).isEqualTo(BoxState.ATTENTION);
        }
    }

    /** The list of stages says the same: what the nodes are put behind is there, and what waits for a record is not worked on. */
    @Test
    void aBoxStandsLikeTheStageThatMakesIt() {
        Blueprint blueprint = blueprint("domain.dns=elsewhere; edge.loadBalancing=single");
        try (RehearsalCloud cloud = open(blueprint)) {
            install(blueprint, cloud);

            // The rules of access are made at any time, and the balancer is worked on as long as that takes.
            events.removeIf(event -> isOf(StageId.ACCESS, event));
            BoxStates states = BoxStates.of(blueprint);
            assertThat(runs())
                    .filteredOn(r -> phase(r, StageId.EDGE) instanceof StagePhase.Complete
                            && phase(r, StageId.NODES) instanceof StagePhase.Waiting)
                    .isNotEmpty()
                    .extracting(r -> states.at(r).get("balancer"))
                    .containsOnly(BoxState.DONE);
            assertThat(runs())
                    .filteredOn(r -> phase(r, StageId.NODES) instanceof StagePhase.Running)
                    .isNotEmpty()
                    .extracting(r -> states.at(r).get("balancer"))
                    .containsOnly(BoxState.RUNNING);
            RunState halfway = runs().stream()
                    .filter(r -> phase(r, StageId.EDGE) instanceof StagePhase.Running)
                    .filter(r -> states.at(r).get("balancer") == BoxState.RUNNING && nothingInProgress(r, StageId.EDGE))
                    .findFirst()
                    .orElseThrow();
            assertThat(states.at(halfway.apply(asking(halfway))).get("balancer"))
                    .isEqualTo(BoxState.WAITING);
        }
    }

    private static boolean isOf(StageId stage, Event event) {
        return switch (event) {
            case Event.StageStarted e -> e.stage() == stage;
            case Event.ChangesProposed e -> e.stage() == stage;
            case Event.ResourceChanged e -> e.stage() == stage;
            case Event.StageCompleted e -> e.stage() == stage;
            default -> false;
        };
    }

    private static boolean nothingInProgress(RunState run, StageId stage) {
        return run.stages().get(stage).resources().current().stream()
                .allMatch(r -> r.type().equals(Part.CERTIFICATE));
    }

    private static Event asking(RunState run) {
        return new Event.RecordsNeeded(
                run.sequence() + 1, run.now(), StageId.EDGE, Event.Purpose.CERTIFICATE_VALIDATION, List.of());
    }

    private static StagePhase phase(RunState run, StageId stage) {
        return run.stages().get(stage).phase();
    }

    @Test
    void aDestroyedDeploymentIsGoneButForWhatItKeeps() {
        Blueprint blueprint = blueprint("edge.loadBalancing=fronted");
        try (RehearsalCloud cloud = open(blueprint)) {
            install(blueprint, cloud);
            events.clear();
            Destroyer destroyer = new Destroyer(cloud, clock, Patience.DEFAULT, Locale.ENGLISH, events::add);

            destroyer.destroy(destroyer.list(blueprint, false));

            Map<String, BoxState> states = last(blueprint);
            assertThat(states)
                    .containsEntry("bucket", BoxState.KEPT)
                    .containsEntry("key", BoxState.KEPT)
                    .containsEntry("vpc", BoxState.GONE)
                    .containsEntry("accelerator", BoxState.GONE)
                    .containsEntry("database/eu-central-1b", BoxState.GONE);
            assertThat(states.values()).isSubsetOf(BoxState.GONE, BoxState.KEPT, BoxState.NONE);
        }
    }

    /** What no box stands for, apart from the steps that make nothing. */
    private static List<Part> unplaced(Blueprint blueprint, BoxStates states) {
        Set<Part> placed = idsOf(blueprint).stream()
                .flatMap(id -> states.partsOf(id).stream())
                .collect(Collectors.toSet());
        return blueprint.stages().stream()
                .filter(stage -> stage.id() != StageId.CLEAN_UP && stage.id() != StageId.HAND_OVER)
                .flatMap(BoxStatesTest::partsOf)
                .filter(p -> !placed.contains(p))
                .toList();
    }

    private static Stream<Part> partsOf(Stage stage) {
        return stage.work() instanceof Work.Stack stack
                ? stack.resources().stream().map(r -> Part.of(stage.id(), r))
                : Stream.of(Part.step(stage.id()));
    }

    private static Set<BoxState> ofMade(Blueprint blueprint, Map<String, BoxState> states) {
        assertThat(states.keySet()).containsExactlyInAnyOrderElementsOf(idsOf(blueprint));
        return states.entrySet().stream()
                .filter(e -> !standsForNothing(blueprint, e.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private static List<String> idsOf(Blueprint blueprint) {
        return DeploymentDrawing.of(planOf(blueprint)).boxes().stream()
                .map(Box::id)
                .toList();
    }

    /** What is kept free, and places of which nothing is made. */
    private static boolean standsForNothing(Blueprint blueprint, String id) {
        return DeploymentDrawing.of(planOf(blueprint)).box(id).kind() == Box.Kind.RESERVE
                || id.equals("region")
                || id.startsWith("zone/");
    }

    private static Plan planOf(Blueprint blueprint) {
        return blueprint.plan().plan();
    }

    private Map<String, BoxState> last(Blueprint blueprint) {
        return BoxStates.of(runs().getLast(), planOf(blueprint));
    }

    /** After each event. */
    private List<RunState> runs() {
        List<RunState> states = new ArrayList<>();
        RunState state = RunState.initial();
        for (Event event : events) {
            state = state.apply(event);
            states.add(state);
        }
        return states;
    }

    /** The stages share this test's clock, so that the certificate may stand before anybody looks for its record. */
    private RunState waitingForProof() {
        RunState state = RunState.initial();
        for (Event event : events) {
            state = state.apply(event);
            if (event instanceof Event.ResourceChanged made && made.type().equals(Part.CERTIFICATE)) {
                return state.apply(new Event.RecordsNeeded(
                        made.sequence(), made.at(), made.stage(), Event.Purpose.CERTIFICATE_VALIDATION, List.of()));
            }
        }
        throw new AssertionError("no certificate was made");
    }

    /** The records may stand before the stage looks for them, too. */
    private RunState waitingForNames() {
        RunState begun = runs().stream()
                .filter(r -> phase(r, StageId.DNS) instanceof StagePhase.Running)
                .findFirst()
                .orElseThrow();
        return begun.apply(new Event.RecordsNeeded(
                begun.sequence() + 1, begun.now(), StageId.DNS, Event.Purpose.SERVICE_NAMES, List.of()));
    }

    private Event.Outcome install(Blueprint blueprint, RehearsalCloud cloud) {
        events.clear();
        return new Installer(cloud, clock, Patience.DEFAULT, Locale.ENGLISH, events::add)
                .install(blueprint, InstallOptions.DEFAULT);
    }

    private RehearsalCloud open(Blueprint blueprint) {
        Plan plan = planOf(blueprint);
        RehearsalSettings account = RehearsalSettings.of(new AccountId("123456789012"), plan.region(), clock)
                .withVpcOf(plan.network());
        return RehearsalCloud.open(
                plan.domain().dns() == Dns.ROUTE53
                        ? account.withHostedZoneFor(plan.domain().name(), Optional.empty())
                        : account.withZoneElsewhereFor(plan.domain().name()));
    }

    private static Blueprint blueprint(String settings) {
        PlanFile file = PlanFile.of(Preset.PROOF_OF_CONCEPT);
        for (String setting : settings.split("; ")) {
            String[] parts = setting.split("=", 2);
            file = file.with(parts[0], parts[1]);
        }
        return Blueprint.of(file.read().valid().orElseThrow(() -> new AssertionError("not a plan: " + settings)));
    }
}
