package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.application.Judgement;
import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.checklist.Finding;
import dev.essha.checklist.Verdict;
import dev.essha.checklist.report.Report;
import dev.essha.cloud.aws.AwsCloud;
import dev.essha.emulator.Emulator;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.InstallOptions;
import dev.essha.pipeline.Installer;
import dev.essha.pipeline.Jitter;
import dev.essha.pipeline.Patience;
import dev.essha.pipeline.Preview;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import dev.essha.plan.RegionName;
import dev.essha.survey.Survey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/**
 * A small deployment on the emulator grows, step by step. Before each step the preview says what will happen; all the time
 * clients are led somewhere; afterwards what holds data is the one that it was, boto3 sees what was asked for, every check
 * holds, and nothing is left to change.
 */
class GrowthIT {

    private static final String REGION = "us-west-2";
    private static final String DOMAIN = Preset.DEFAULT_DOMAIN.value();

    private static final String STEPS = """
        storage, classes, nodes and a fourth zone
        to database.storageGiB=40
        to database.instanceClass=db.t4g.large
        to messaging.storageGiB=60
        to messaging.instanceType=kafka.m7g.large
        to compute.instanceType=m6i.xlarge
        to compute.nodesPerZone=2
        to network.zones=[{name: us-west-2a, publicCidr: 10.40.224.0/24, privateCidr: 10.40.0.0/19}, {name: us-west-2b, publicCidr: 10.40.225.0/24, privateCidr: 10.40.32.0/19}, {name: us-west-2c, publicCidr: 10.40.226.0/24, privateCidr: 10.40.64.0/19}, {name: us-west-2d, publicCidr: 10.40.227.0/24, privateCidr: 10.40.96.0/19}]
        says network: added 8 resources; changed in place S3Endpoint
        says database: changed with interruption Instance; follows what it takes from network
        says messaging: changed with interruption Cluster; takes 2 change sets, one after the other, as AWS does not take all at once; follows what it takes from network
        says compute: added NodesD; changed in place NodeTemplate; changed with interruption NodesA, NodesB, NodesC; takes 2 change sets, one after the other, as AWS does not take all at once; follows what it takes from network
        says edge: follows what it takes from network
        sees database: db.t4g.large, 40 GiB, may be in abcd
        sees brokers: 3 kafka.m7g.large, 60 GiB each
        sees nodes: 8 m6i.xlarge in abcd
        sees way out: 4 zonal NAT
        sees load balancers: internet-facing abcd

        a load balancer for each zone
        to edge.loadBalancing=per-zone
        says edge: added 21 resources
        says nodes: waits for edge
        says dns: changed in place DomainRecord, WildcardRecord
        says clean-up: removed ess-demo-edge; what the plan has no more
        says hand-over: waits for edge
        sees load balancers: internet-facing a, internet-facing b, internet-facing c, internet-facing d
        sees records: *.@ 1 CNAME, @ 1 CNAME, origin.@ 4 alias A checked

        a gateway
        to edge.gateway=cloudfront
        says edge: changed in place RecordA, RecordB, RecordC, RecordD; removed HealthCheckA, HealthCheckB, HealthCheckC, HealthCheckD
        says gateway: added 5 resources
        says access: added FromGateway
        says dns: cannot be compared before gateway is up to date
        says clean-up: removed ess-demo-access; what the plan has no more
        says hand-over: waits for gateway
        sees gateway: deployed, with web ACL, *.ess.example.com ess.example.com -> origin.ess.example.com
        sees clients: com.amazonaws.global.cloudfront.origin-facing
        sees nodes: 8 m6i.xlarge in abcd
        """;

    /**
     * @param to settings that are edited
     * @param says what the preview says of each stage that does not stand as asked
     * @param sees what boto3 must see afterwards
     */
    private record Step(String title, List<String> to, List<String> says, Map<String, String> sees) {

        static Step parse(String block) {
            List<String> lines = block.strip().lines().map(String::strip).toList();
            return new Step(
                    lines.getFirst(),
                    all(lines, "to "),
                    all(lines, "says "),
                    all(lines, "sees ").stream()
                            .map(l -> l.split(": ", 2))
                            .collect(Collectors.toMap(l -> l[0], l -> l[1])));
        }

        private static List<String> all(List<String> lines, String word) {
            return lines.stream()
                    .filter(l -> l.startsWith(word))
                    .map(l -> l.substring(word.length()))
                    .toList();
        }

        PlanFile edit(PlanFile file) {
            PlanFile edited = file;
            for (String setting : to) {
                String[] parts = setting.split("=", 2);
                edited = edited.with(parts[0], parts[1]);
            }
            return edited;
        }
    }

    private final Emulator emulator = Emulator.shared();
    private final Boto boto = new Boto("ess-demo", REGION);
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private Places.Session session;

    @BeforeEach
    void signIn() {
        emulator.reset();
        DummyCredentials.set();
        boto.does("hosted-zone");
        AwsCloud cloud = emulator.open(REGION);
        session = new Places.Session(cloud, cloud.signedIn(), new HastyTime(), Jitter.NONE);
    }

    @AfterEach
    void signOut() {
        session.close();
        DummyCredentials.clear();
    }

    @Test
    void growingLosesNeitherDataNorRecords() throws InterruptedException {
        PlanFile file = PlanFile.of(
                Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, new RegionName(REGION), Preset.DEFAULT_DOMAIN));
        assertThat(install(blueprint(file), _ -> {})).isEqualTo(Event.Outcome.COMPLETE);
        JsonNode kept = boto.growth("put").path("kept");
        assertThat(kept.path("stored")).hasSize(1);

        for (String block : STEPS.split("\n\n")) {
            Step step = Step.parse(block);
            file = step.edit(file);
            grow(step, blueprint(file));
            JsonNode now = boto.growth();
            assertThat(now.path("kept")).as(step.title()).isEqualTo(kept);
            assertThat(seen(now)).as(step.title()).containsAllEntriesOf(step.sees());
        }
        assertThat(install(blueprint(file), _ -> {})).isEqualTo(Event.Outcome.UNCHANGED);
    }

    private void grow(Step step, Blueprint changed) throws InterruptedException {
        assertThat(preview(changed)).as(step.title()).isEqualTo(step.says());
        assertThat(notPassed(Judgement.preflight(changed, session)))
                .as(step.title())
                .isEmpty();
        assertThat(install(changed, this::aClientAsks)).as(step.title()).isEqualTo(Event.Outcome.COMPLETE);
        assertThat(lost).as(step.title()).isEmpty();
        assertThat(notPassed(Judgement.checklist(changed, new Survey(() -> "probe"), session)))
                .as(step.title())
                .isEmpty();
        assertThat(preview(changed)).as(step.title()).isEmpty();
    }

    private List<String> preview(Blueprint blueprint) throws InterruptedException {
        return Said.of(new Preview(session.time(), false).preview(blueprint, Optional.of(session.cloud())));
    }

    private Event.Outcome install(Blueprint blueprint, Consumer<Event> listener) {
        return new Installer(session.cloud(), session.time(), Patience.DEFAULT, Locale.ENGLISH, listener)
                .install(blueprint, InstallOptions.DEFAULT);
    }

    /** Whenever a resource was changed; what of the names has no address then is noted. */
    private void aClientAsks(Event event) {
        if (!(event instanceof Event.ResourceChanged changed) || changed.state() == Event.ResourceState.IN_PROGRESS) {
            return;
        }
        Stream.of(DOMAIN, "openid." + DOMAIN)
                .filter(name -> !hasAddress(name))
                .forEach(name -> lost.add(name + " at " + event));
    }

    private boolean hasAddress(String name) {
        try {
            Record question = Record.newRecord(Name.fromString(name + "."), Type.A, DClass.IN);
            return new SimpleResolver(emulator.nameServer())
                    .send(Message.newQuery(question)).getSection(Section.ANSWER).stream()
                            .anyMatch(ARecord.class::isInstance);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> seen(JsonNode growth) {
        Map<String, String> seen = new TreeMap<>(boto.shape(DOMAIN));
        growth.path("sizes")
                .properties()
                .forEach(size -> seen.put(size.getKey(), size.getValue().asText()));
        return seen;
    }

    private static List<String> notPassed(Report report) {
        return report.findings().stream()
                .filter(f -> f.verdict() != Verdict.PASS)
                .map(Finding::id)
                .toList();
    }

    private static Blueprint blueprint(PlanFile file) {
        return Blueprint.of(file.read()
                .valid()
                .orElseThrow(() -> new AssertionError(file.read().problems())));
    }
}
