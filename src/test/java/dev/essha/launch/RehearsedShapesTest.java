package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Work;
import dev.essha.checklist.Checklist;
import dev.essha.checklist.Finding;
import dev.essha.checklist.Verdict;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.StackView;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.inventory.Inventory;
import dev.essha.pipeline.Destroyer;
import dev.essha.pipeline.Event;
import dev.essha.pipeline.InstallOptions;
import dev.essha.pipeline.Installer;
import dev.essha.pipeline.Patience;
import dev.essha.pipeline.VirtualTime;
import dev.essha.plan.DomainName;
import dev.essha.plan.Plan;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import dev.essha.plan.RegionName;
import dev.essha.plan.ValidPlan;
import dev.essha.survey.Survey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every shape of the architecture, rehearsed from nothing to nothing. */
class RehearsedShapesTest {

    private static final int FEWEST_CHECKS = 48;

    @TempDir
    private Path folder;

    private final VirtualTime clock = new VirtualTime();
    private final List<Event> events = new ArrayList<>();

    /** Settings that differ from the preset's; {@code zones} and {@code vpc} stand for longer ones. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        eu-central-1   | ess.example.com | edge.loadBalancing=single
        eu-central-1   | ess.example.com | edge.loadBalancing=per-zone
        eu-central-1   | ess.example.com | edge.loadBalancing=fronted
        eu-central-1   | ess.example.com | edge.gateway=cloudfront
        eu-central-1   | ess.example.com | edge.loadBalancing=per-zone; edge.gateway=cloudfront
        eu-central-1   | ess.example.com | edge.gateway=cloudfront; edge.allowedCidrs=[192.0.2.0/24]
        eu-central-1   | ess.example.com | edge.loadBalancing=per-zone; edge.allowedCidrs=[192.0.2.0/24]
        us-east-1      | ess.example.com | edge.gateway=cloudfront; domain.privateZone=true; zones=abcd
        us-east-1      | ess.example.com | edge.loadBalancing=fronted; zones=abcdef
        eu-central-1   | ess.example.com | network.egress=regional-nat
        eu-central-1   | ess.example.com | network.egress=none
        eu-central-1   | ess.example.com | vpc
        eu-central-1   | ess.example.com | vpc; edge.loadBalancing=per-zone; domain.privateZone=true
        eu-central-1   | ess.example.com | database.topology=multi-az-cluster; database.instanceClass=db.m6gd.large; database.maxStorageGiB=20
        eu-central-1   | ess.example.com | database.sharing=per-service; ess.search=true
        eu-central-1   | example.com     | domain.apex=true
        eu-central-1   | example.com     | domain.apex=true; edge.loadBalancing=per-zone; domain.privateZone=true
        eu-central-1   | example.com     | domain.apex=true; edge.gateway=cloudfront
        eu-central-1   | ess.example.com | domain.dns=elsewhere
        eu-central-1   | ess.example.com | domain.dns=elsewhere; edge.gateway=cloudfront
        eu-central-1   | example.com     | domain.dns=elsewhere; domain.apex=true; edge.loadBalancing=fronted
        us-gov-west-1  | ess.example.com | domain.dns=elsewhere
        cn-northwest-1 | ess.example.com | edge.loadBalancing=per-zone
        """)
    void aShapeIsInstalledHoldsChangesNothingAgainAndGoes(String region, String domain, String settings)
            throws InterruptedException {
        Blueprint blueprint = blueprint(region, domain, settings);
        try (RehearsalCloud cloud = open(blueprint)) {
            assertThat(install(blueprint, cloud)).as(failures()).isEqualTo(Event.Outcome.COMPLETE);
            List<Finding> findings = findings(blueprint, cloud);
            assertThat(findings).hasSizeGreaterThanOrEqualTo(FEWEST_CHECKS);
            assertThat(findings).filteredOn(f -> f.verdict() != Verdict.PASS).isEmpty();

            assertThat(install(blueprint, cloud)).as(failures()).isEqualTo(Event.Outcome.UNCHANGED);

            assertThat(destroy(blueprint, cloud)).as(failures()).isEqualTo(Event.Outcome.COMPLETE);
            assertThat(stacks(blueprint, cloud)).isEmpty();
            blueprint
                    .plan()
                    .plan()
                    .network()
                    .existingVpc()
                    .ifPresent(vpc -> assertThat(cloud.lookups().vpc(vpc.value()))
                            .hasValueSatisfying(v -> assertThat(v.tags()).isEmpty()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        domain.dns=route53   | single / per-zone / fronted / per-zone / single / fronted / single
        domain.dns=route53   | single / single + cloudfront / per-zone + cloudfront / per-zone / single
        domain.dns=route53   | fronted / single + cloudfront / fronted / per-zone + cloudfront / single / per-zone
        domain.dns=elsewhere | single / fronted / single + cloudfront / single / single + cloudfront / fronted
        """)
    void oneShapeBecomesAnother(String settings, String shapes) throws InterruptedException {
        for (String shape : shapes.split(" / ")) {
            String gateway = shape.contains("cloudfront") ? "cloudfront" : "none";
            Blueprint blueprint = blueprint(
                    "eu-central-1",
                    "ess.example.com",
                    settings + "; edge.loadBalancing=" + shape.split(" ")[0] + "; edge.gateway=" + gateway);
            try (RehearsalCloud cloud = open(blueprint)) {
                assertThat(install(blueprint, cloud)).as(shape + failures()).isEqualTo(Event.Outcome.COMPLETE);
                assertThat(findings(blueprint, cloud))
                        .filteredOn(f -> f.verdict() != Verdict.PASS)
                        .as(shape)
                        .isEmpty();
                assertThat(stacks(blueprint, cloud)).as(shape).hasSize((int) blueprint.stages().stream()
                        .filter(s -> s.work() instanceof Work.Stack)
                        .count());
                assertThat(install(blueprint, cloud)).as(shape + failures()).isEqualTo(Event.Outcome.UNCHANGED);
            }
        }
    }

    private Blueprint blueprint(String region, String domain, String settings) {
        PlanFile file = PlanFile.of(
                Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, new RegionName(region), new DomainName(domain)));
        for (String setting : settings.split("; ")) {
            file = changed(file, region, setting);
        }
        ValidPlan plan = file.read().valid().orElseThrow(() -> new AssertionError("not a plan: " + settings));
        return Blueprint.of(plan);
    }

    private static PlanFile changed(PlanFile file, String region, String setting) {
        String[] parts = setting.split("=", 2);
        return switch (parts[0]) {
            case "zones" ->
                file.with(
                        "network.zones",
                        parts[1].chars()
                                .mapToObj(letter -> region + (char) letter)
                                .collect(Collectors.joining(", ", "[", "]")));
            case "vpc" -> inExistingVpc(file, region);
            default -> file.with(parts[0], parts[1]);
        };
    }

    private static PlanFile inExistingVpc(PlanFile file, String region) {
        String zones = IntStream.range(0, 3)
                .mapToObj(i -> ("{name: %s, publicSubnet: subnet-1000000%d, publicCidr: 10.40.%d.0/24,"
                                + " privateSubnet: subnet-2000000%d, privateCidr: 10.40.%d.0/20}")
                        .formatted(region + "abc".charAt(i), i, 224 + i, i, 16 * i))
                .collect(Collectors.joining(", ", "[", "]"));
        return file.with("network.existingVpc", "vpc-0123456789abcdef0")
                .with("network.egress", "existing")
                .with("network.zones", zones);
    }

    private RehearsalCloud open(Blueprint blueprint) {
        Plan plan = blueprint.plan().plan();
        return RehearsalCloud.open(Wiring.rehearsed(plan, clock).withStateFile(folder.resolve("account.json")));
    }

    private Event.Outcome install(Blueprint blueprint, Cloud cloud) {
        events.clear();
        return new Installer(cloud, clock, Patience.DEFAULT, Locale.ENGLISH, events::add)
                .install(blueprint, InstallOptions.DEFAULT);
    }

    private Event.Outcome destroy(Blueprint blueprint, Cloud cloud) {
        events.clear();
        Destroyer destroyer = new Destroyer(cloud, clock, Patience.DEFAULT, Locale.ENGLISH, events::add);
        return destroyer.destroy(destroyer.list(blueprint, false));
    }

    private String failures() {
        return events.stream()
                .filter(Event.StageFailed.class::isInstance)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private List<Finding> findings(Blueprint blueprint, Cloud cloud) {
        Inventory seen = new Survey(() -> "probe").take(blueprint, cloud, clock.now());
        return Checklist.judge(blueprint.plan().plan(), seen);
    }

    private static List<StackView> stacks(Blueprint blueprint, Cloud cloud) {
        return Stream.of(blueprint.plan().plan().region(), new RegionName("us-east-1"))
                .distinct()
                .flatMap(r ->
                        cloud.stacks(r).ofDeployment(blueprint.plan().plan().name()).stream())
                .toList();
    }
}
