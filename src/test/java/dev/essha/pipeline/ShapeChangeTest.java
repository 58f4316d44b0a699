package dev.essha.pipeline;

import static dev.essha.blueprint.StageId.CLEAN_UP;
import static dev.essha.blueprint.StageId.COMPUTE;
import static dev.essha.blueprint.StageId.DNS;
import static dev.essha.blueprint.StageId.EDGE;
import static dev.essha.blueprint.StageId.GATEWAY;
import static dev.essha.blueprint.StageId.NETWORK;
import static dev.essha.blueprint.StageId.NODES;
import static dev.essha.blueprint.StageId.SECURITY;
import static dev.essha.blueprint.StageId.STORAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Output;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.ResourceChange;
import dev.essha.cloud.StackEvent;
import dev.essha.cloud.StackStatus;
import dev.essha.inventory.Offer;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.RegionName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From one shape of a running deployment to another: the new comes first, then everything leads there, then the old goes. */
class ShapeChangeTest {

    private static final RegionName FRONT = new RegionName("us-east-1");
    private static final List<RegionName> REGIONS = List.of(FakeCloud.REGION, FRONT);
    private static final String GROUP = "eks-nodes-a";

    private final VirtualTime time = new VirtualTime();
    private final FakeCloud cloud = new FakeCloud(time);
    private final Recorder events = new Recorder();

    private final Stage network = Sketch.stack(NETWORK, List.of(), "Gateway AWS::EC2::InternetGateway");
    private final Stage security = Sketch.stack(SECURITY, List.of(), "Role AWS::IAM::Role");
    private final Stage compute = Sketch.stack(COMPUTE, List.of(NETWORK, SECURITY), "Cluster AWS::EKS::Cluster");
    private final Stage single = Sketch.stack(
            EDGE,
            List.of(NETWORK),
            "LoadBalancer AWS::ElasticLoadBalancingV2::LoadBalancer",
            "Targets AWS::ElasticLoadBalancingV2::TargetGroup");
    private final Stage zones = Sketch.stage(
            Sketch.placed(
                    Sketch.work(
                            EDGE,
                            List.of(NETWORK),
                            "LoadBalancerA AWS::ElasticLoadBalancingV2::LoadBalancer",
                            "TargetsA AWS::ElasticLoadBalancingV2::TargetGroup"),
                    FakeCloud.REGION,
                    "ess-acme-edge-zones"),
            EDGE,
            NETWORK);
    private final Stage nodes = Sketch.stage(
            new Work.AttachNodes(new TreeSet<>(Set.of(Output.CLUSTER_NAME, Output.TARGET_GROUP_ARNS))),
            NODES,
            COMPUTE,
            EDGE);
    private final Stage gateway = Sketch.stage(
            Sketch.placed(
                    Sketch.work(GATEWAY, List.of(EDGE), "Distribution AWS::CloudFront::Distribution"),
                    FRONT,
                    "ess-acme-gateway"),
            GATEWAY,
            EDGE);

    @BeforeEach
    void nodesStand() {
        cloud.actions().attached.put(GROUP, new TreeSet<>());
        cloud.seen().targetGroups.addAll(List.of("targets-1", "targetsa-1"));
    }

    @Test
    void theOldLoadBalancersGoOnceTheRecordsHaveLedToTheNewOnesForTheirTimeToLive() {
        install(of(single, dns("single")));

        assertThat(install(of(zones, dns("zones")))).isEqualTo(Event.Outcome.COMPLETE);

        assertThat(calls())
                .containsSubsequence("execute ess-acme-edge-zones", "execute ess-acme-dns", "delete ess-acme-edge");
        assertThat(Duration.between(lastEvent("ess-acme-dns"), deletedAt("ess-acme-edge")))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(300));
        assertThat(events.every(Event.Noted.class))
                .extracting(Event.Noted::text)
                .anyMatch(t -> t.endsWith("until then somebody may still come the old way"));
        assertThat(names())
                .containsExactly(
                        "ess-acme-compute",
                        "ess-acme-dns",
                        "ess-acme-edge-zones",
                        "ess-acme-network",
                        "ess-acme-security");
    }

    @Test
    void theNodesAreBehindBothUntilTheOldOnesGo() {
        install(of(single, dns("single")));
        install(of(zones, dns("zones")));

        assertThat(cloud.actions().calls)
                .containsSubsequence(
                        "attach %s to targets-1".formatted(GROUP),
                        "attach %s to targetsa-1".formatted(GROUP),
                        "detach %s from targets-1".formatted(GROUP),
                        "allow deletion of loadbalancer-1")
                .filteredOn(c -> c.startsWith("detach"))
                .hasSize(1);
        assertThat(cloud.actions().attached.get(GROUP)).containsExactly("targetsa-1");
    }

    @Test
    void installingTheNewShapeAgainChangesNothing() {
        install(of(single, dns("single")));
        install(of(zones, dns("zones")));

        assertThat(install(of(zones, dns("zones")))).isEqualTo(Event.Outcome.UNCHANGED);
        assertThat(preview(of(zones, dns("zones")))).allMatch(StagePreview::unchanged);
    }

    @Test
    void aChangeThatIsCutOffBeforeTheOldOnesWentIsEndedByTheNextInstall() {
        install(of(single, dns("single")));
        Installer installer = new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events);
        events.when(e -> e instanceof Event.StageStarted s && s.stage() == CLEAN_UP, installer::cancel);

        assertThat(installer.install(of(zones, dns("zones")), InstallOptions.DEFAULT))
                .isEqualTo(Event.Outcome.CANCELLED);
        assertThat(names()).contains("ess-acme-edge", "ess-acme-edge-zones");

        assertThat(install(of(zones, dns("zones")))).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(names()).doesNotContain("ess-acme-edge");
        assertThat(events.of(Event.StageCompleted.class, CLEAN_UP).changed()).isTrue();
    }

    @Test
    void thePreviewSaysWhatGoesAndWhatCannotBeComparedYet() {
        install(of(single, dns("single")));

        List<StagePreview> previews = preview(of(zones, dns("zones")));

        assertThat(of(previews, EDGE).changes())
                .extracting(PlannedChange::effect)
                .containsOnly(Effect.ADDED);
        assertThat(of(previews, NODES).note()).isEqualTo("waits for edge");
        assertThat(of(previews, DNS).note()).isEqualTo("cannot be compared before edge is up to date");
        assertThat(of(previews, CLEAN_UP))
                .returns(true, StagePreview::changed)
                .satisfies(p -> assertThat(p.changes())
                        .singleElement()
                        .returns(Effect.REMOVED, PlannedChange::effect)
                        .returns("ess-acme-edge", c -> c.change().logicalId()));
        assertThat(calls()).noneMatch(c -> c.startsWith("delete"));
    }

    @Test
    void aGatewayThatThePlanHasNoMoreIsRemovedInItsRegion() {
        install(of(single, gateway, dns("gateway")));

        assertThat(install(of(single, dns("single")))).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.stacks(FRONT).calls).endsWith("delete ess-acme-gateway");
        assertThat(install(of(single, dns("single")))).isEqualTo(Event.Outcome.UNCHANGED);
    }

    /** Of the same account: only what says that it is of this region is this deployment's. */
    @Test
    void aDeploymentOfTheSameNameInTheOtherRegionIsLeftAlone() {
        cloud.stacks(FRONT).put((Work.Stack) network.work(), StackStatus.CREATE_COMPLETE);
        cloud.stacks(FRONT).put((Work.Stack) single.work(), StackStatus.CREATE_COMPLETE);

        assertThat(install(of(single, dns("single")))).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.stacks(FRONT).calls).noneMatch(c -> c.startsWith("delete"));
    }

    @Test
    void aRegionThatIsClosedIsSaidAndStopsNothing() {
        cloud.stacks(FRONT).closed = Optional.of(
                new CloudFailure.Denied("cloudformation:DescribeStacks", "cloudformation:ListStacks", "no"));

        assertThat(install(of(single, dns("single")))).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(events.of(Event.Noted.class, CLEAN_UP).text())
                .isEqualTo("stacks in us-east-1 cannot be looked for: cloudformation:ListStacks is not allowed");
    }

    @Test
    void whereTheRecordsAreElsewhereTheWaitBeginsOnceTheyLeadToTheNewOnes() {
        answers("LoadBalancerNames-value");
        install(elsewhere(single));
        Instant start = time.now();

        install(elsewhere(zones));

        assertThat(Duration.between(start, deletedAt("ess-acme-edge"))).isGreaterThanOrEqualTo(Duration.ofSeconds(300));
    }

    /** As long as the public asks Route 53, the records there answer, whatever another provider already has. */
    @Test
    void recordsInRoute53StayAsLongAsTheDomainIsDelegatedThere() {
        install(of(single, dns("single")));
        answers("LoadBalancerNames-value");
        cloud.hostedZones = List.of(new Offer.HostedZone("Z1", "example.com", false, List.of("ns-1.awsdns-1.com")));
        cloud.answers("example.com", "NS", List.of("NS-1.awsdns-1.com."), List.of());

        install(elsewhere(single));
        assertThat(names()).contains("ess-acme-dns");
        assertThat(events.of(Event.Noted.class, CLEAN_UP).text()).contains("stays as long as the name servers");
        assertThat(install(elsewhere(single))).isEqualTo(Event.Outcome.UNCHANGED);

        cloud.answers("example.com", "NS", List.of("ns1.another.example"), List.of());
        assertThat(install(elsewhere(single))).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(names()).doesNotContain("ess-acme-dns");
    }

    @Test
    void aStackThatHoldsDataGoesOnlyIfAllThatItHoldsIsNamed() {
        Stage storage = Sketch.stack(STORAGE, List.of(), "Bucket AWS::S3::Bucket stateful", "Rule AWS::IAM::Role");
        install(of(single, storage, dns("single")));

        assertThat(install(of(single, dns("single")))).isEqualTo(Event.Outcome.FAILED);
        assertThat(events.of(Event.StageFailed.class, CLEAN_UP).failure())
                .returns("Bucket", StageFailure::logicalId)
                .satisfies(f -> assertThat(f.advice()).contains("name it with --replace storage/Bucket"));
        assertThat(of(preview(of(single, dns("single"))), CLEAN_UP).refused())
                .singleElement()
                .returns(Optional.of("--replace storage/Bucket"), PlannedChange::refusedUnless);

        InstallOptions named = new InstallOptions(Optional.empty(), Set.of("storage/Bucket"), true);
        assertThat(new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events)
                        .install(of(single, dns("single")), named))
                .isEqualTo(Event.Outcome.COMPLETE);
        assertThat(names()).doesNotContain("ess-acme-storage");
    }

    @Test
    void nodesAreTakenFromBehindTargetGroupsThatAreGone() {
        install(of(single, dns("single")));
        cloud.actions().attached.get(GROUP).addAll(List.of("targets-0", "of-somebody-else"));
        cloud.seen().targetGroups.add("of-somebody-else");

        assertThat(of(preview(of(single, dns("single"))), NODES).todo())
                .containsExactly("takes %s from behind targets-0, which is gone".formatted(GROUP));
        assertThat(install(of(single, dns("single")))).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(cloud.actions().attached.get(GROUP)).containsExactly("of-somebody-else", "targets-1");
    }

    @Test
    void whatTakesFromAStageThatIsReplacedFollowsIt() {
        install(of(single, dns("single")));
        cloud.stacks()
                .propose(
                        "ess-acme-edge",
                        new ResourceChange(
                                ResourceChange.Action.MODIFY,
                                "Targets",
                                ResourceKind.TARGET_GROUP,
                                "targets-1",
                                ResourceChange.Replacement.YES,
                                List.of("Port")));

        List<StagePreview> previews = preview(of(single, dns("single")));

        assertThat(of(previews, EDGE).changes())
                .singleElement()
                .returns(Effect.REPLACED, PlannedChange::effect)
                .satisfies(
                        c -> assertThat(c.interruption().orElseThrow().what()).contains("nobody is served"));
        assertThat(of(previews, NODES).note()).endsWith("; follows what it takes from edge");
        assertThat(of(previews, DNS).note()).isEmpty();
    }

    @Test
    void nothingIsLeftOfAnyShapeOnceTheDeploymentIsDestroyed() {
        install(of(single, gateway, dns("gateway")));
        cloud.stacks().put((Work.Stack) zones.work(), StackStatus.CREATE_COMPLETE);

        Destroyer destroyer = new Destroyer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events);
        destroyer.destroy(destroyer.list(of(single, dns("single")), false));

        assertThat(names()).isEmpty();
        assertThat(cloud.stacks(FRONT)
                        .ofDeployment(Sketch.plan(DomainPlan.Dns.ROUTE53).plan().name()))
                .isEmpty();
    }

    private static Stage dns(String shape) {
        return Sketch.stack(DNS, List.of(EDGE), "Record AWS::Route53::RecordSet", shape + " AWS::Route53::RecordSet");
    }

    private Blueprint of(Stage... stages) {
        return blueprint(DomainPlan.Dns.ROUTE53, stages);
    }

    private Blueprint elsewhere(Stage edge) {
        Stage records =
                Sketch.stage(new Work.AnnounceRecords(Sketch.DOMAIN, false, Output.LOAD_BALANCER_NAMES), DNS, EDGE);
        return blueprint(DomainPlan.Dns.ELSEWHERE, edge, records);
    }

    private Blueprint blueprint(DomainPlan.Dns dns, Stage... stages) {
        List<Stage> all = new ArrayList<>(List.of(network, security, compute));
        all.addAll(List.of(stages));
        all.add(all.indexOf(stages[0]) + 1, nodes);
        all.add(Sketch.cleanUp(REGIONS, all.toArray(Stage[]::new)));
        return Sketch.blueprint(dns, all.toArray(Stage[]::new));
    }

    private void answers(String target) {
        cloud.answers("ess.example.com", "CNAME", List.of(target), List.of());
        cloud.answers("*.ess.example.com", "CNAME", List.of(target), List.of());
    }

    private Event.Outcome install(Blueprint blueprint) {
        events.clear();
        return new Installer(cloud, time, Patience.DEFAULT, Locale.ENGLISH, events)
                .install(blueprint, InstallOptions.DEFAULT);
    }

    private List<StagePreview> preview(Blueprint blueprint) {
        try {
            return new Preview(time, true).preview(blueprint, Optional.of(cloud));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static StagePreview of(List<StagePreview> previews, StageId stage) {
        return previews.stream().filter(p -> p.stage() == stage).findFirst().orElseThrow();
    }

    private List<String> calls() {
        return cloud.stacks().calls;
    }

    private List<String> names() {
        return cloud
                .stacks()
                .ofDeployment(Sketch.plan(DomainPlan.Dns.ROUTE53).plan().name())
                .stream()
                .map(s -> s.name())
                .toList();
    }

    private Instant lastEvent(String stack) {
        String id = cloud.stacks().find(stack).orElseThrow().id();
        return cloud.stacks().events(id, Optional.empty()).getLast().at();
    }

    private Instant deletedAt(String stack) {
        return cloud.stacks().history(stack).stream()
                .filter(e -> e.status().equals("DELETE_IN_PROGRESS"))
                .map(StackEvent::at)
                .findFirst()
                .orElseThrow();
    }
}
