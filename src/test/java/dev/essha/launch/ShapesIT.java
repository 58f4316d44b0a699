package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.emulator.Emulator;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each shape of the architecture on the emulator, from nothing to nothing: installed, looked at by boto3, judged by the
 * checklist, installed again without a change, destroyed.
 */
class ShapesIT {

    private static final String REGION = "us-west-2";
    /** Where parts of some shapes stand besides. */
    private static final List<String> REGIONS = List.of(REGION, "us-east-1");

    @TempDir
    private Path folder;

    private final Emulator emulator = Emulator.shared();
    private final Boto boto = new Boto("ess-demo", REGION);
    private final OtherProvider provider = new OtherProvider(emulator.control());
    private Program program;

    @BeforeEach
    void signIn() {
        emulator.reset();
        DummyCredentials.set();
        program = new Program(folder, DeploymentIT.place(emulator));
        boto.does("hosted-zone");
    }

    @AfterEach
    void signOut() {
        DummyCredentials.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                edge.loadBalancing: per-zone
                ---
                load balancers: internet-facing a, internet-facing b, internet-facing c
                clients: 0.0.0.0/0
                """,
                """
                edge.loadBalancing: fronted
                network.egress: regional-nat
                ---
                accelerator: deployed, 3 of 3 healthy
                way out: 1 regional NAT
                """,
                """
                edge.gateway: cloudfront
                database.topology: multi-az-cluster
                database.instanceClass: db.c6gd.medium
                database.storageGiB: 100
                database.maxStorageGiB: 100
                ---
                clients: com.amazonaws.global.cloudfront.origin-facing
                gateway: deployed, with web ACL, *.ess.example.com ess.example.com -> load balancer
                databases: 0 of 0 instances Multi-AZ, 1 clusters of 3 members in 3 zones
                """,
                """
                database.sharing: per-service
                domain.privateZone: true
                network.egress: none
                ---
                databases: 7 of 7 instances Multi-AZ, 0 clusters of 0 members in 0 zones
                private zone: in the VPC
                way out: interface endpoints
                """,
                """
                network.zones: [us-west-2a, us-west-2b, us-west-2c, us-west-2d]
                domain.name: example.com
                domain.apex: true
                ---
                load balancers: internet-facing abcd
                brokers: 3 in 3 zones
                nodes: 4 groups
                """,
                """
                edge.loadBalancing: per-zone
                edge.gateway: cloudfront
                ---
                clients: com.amazonaws.global.cloudfront.origin-facing
                gateway: deployed, with web ACL, *.ess.example.com ess.example.com -> origin.ess.example.com
                """,
                """
                domain.dns: elsewhere
                edge.loadBalancing: fronted
                ---
                accelerator: deployed, 3 of 3 healthy
                records: none
                """,
                """
                domain.dns: elsewhere
                edge.gateway: cloudfront
                ---
                clients: com.amazonaws.global.cloudfront.origin-facing
                gateway: deployed, with web ACL, *.ess.example.com ess.example.com -> load balancer
                records: none
                """,
            })
    void goesFromNothingToNothing(String shape) throws IOException {
        Shape wanted = Shape.parse(shape);
        Path plan = wanted.plan(folder);
        List<JsonNode> before = states();

        install(plan);
        assertThat(boto.shape(wanted.domain())).containsAllEntriesOf(wanted.facts());
        assertThat(DeploymentIT.failed(program.run("verify", plan.toString(), "--json")))
                .isEmpty();
        installAgain(plan);
        destroy(plan, before);
    }

    @Test
    void anExistingVpcIsUsedAndLeftAsItWas() throws IOException {
        boto.does("own-vpc");
        JsonNode there =
                new JsonMapper().readTree(Path.of("target/broken-own-vpc.json").toFile());
        Path plan = Files.writeString(
                folder.resolve("plan.yaml"),
                PlanFile.of(Preset.PROOF_OF_CONCEPT.plan(
                                Preset.DEFAULT_NAME, new RegionName(REGION), Preset.DEFAULT_DOMAIN))
                        .with("network.existingVpc", there.path("existingVpc").asText())
                        .with("network.vpcCidr", "10.60.0.0/16")
                        .with("network.egress", "existing")
                        .with("network.zones", there.path("zones").toString())
                        .text());
        String vpc = there.path("existingVpc").asText();
        List<JsonNode> before = states();
        JsonNode untouched = boto.vpc(vpc);
        assertThat(untouched.path("tags")).isEmpty();

        install(plan);
        assertThat(boto.shape(Preset.DEFAULT_DOMAIN.value())).containsEntry("way out", "3 zonal NAT");
        assertThat(DeploymentIT.failed(program.run("verify", plan.toString(), "--json")))
                .isEmpty();
        JsonNode adopted = boto.vpc(vpc);
        assertThat(adopted.path("rest")).isEqualTo(untouched.path("rest"));
        assertThat(adopted.path("tags").properties())
                .hasSize(7)
                .allSatisfy(tagged -> assertThat(tagged.getKey()).matches("(vpc|subnet)-.*"));
        installAgain(plan);
        destroy(plan, before);
        assertThat(boto.vpc(vpc)).isEqualTo(untouched);
    }

    private void install(Path plan) {
        Program.Ended install = program.run(provider::reads, "install", plan.toString(), "--yes", "--json");
        assertThat(install.status()).as(install.out() + install.err()).isZero();
    }

    private void installAgain(Path plan) {
        List<JsonNode> standing = states();
        Program.Ended changes = program.run("plan", plan.toString());
        assertThat(changes.status()).as(changes.out() + changes.err()).isZero();
        Program.Ended again = program.run("install", plan.toString(), "--yes", "--json");
        assertThat(again.jsonLines())
                .as(again.err())
                .filteredOn(e -> e.path("event").asText().equals("run-finished"))
                .extracting(e -> e.path("outcome").asText())
                .containsExactly("unchanged");
        assertThat(again.status()).isZero();
        assertThat(states()).isEqualTo(standing);
    }

    private void destroy(Path plan, List<JsonNode> before) {
        Program.Ended destroy = program.run("destroy", plan.toString(), "--yes", "--json");
        assertThat(destroy.status()).as(destroy.out() + destroy.err()).isZero();
        List<String> named = destroy.jsonLines().stream()
                .filter(e -> e.path("event").asText().equals("left-behind"))
                .map(e -> e.path("physicalId").asText())
                .toList();
        List<JsonNode> after = states();
        for (int i = 0; i < REGIONS.size(); i++) {
            assertThat(Leftovers.between(before.get(i), after.get(i)))
                    .allMatch(left -> named.stream().anyMatch(left::contains), "is named by destroy: " + named);
        }
    }

    private List<JsonNode> states() {
        return REGIONS.stream().map(emulator.control()::state).toList();
    }

    /**
     * A shape as a test writes it down.
     *
     * @param settings what the plan has otherwise than the preset, by path
     * @param facts what boto3 must see
     */
    private record Shape(Map<String, String> settings, Map<String, String> facts) {

        static Shape parse(String text) {
            String[] parts = text.split("---\n");
            return new Shape(lines(parts[0]), lines(parts[1]));
        }

        Path plan(Path folder) throws IOException {
            PlanFile file = PlanFile.of(
                    Preset.PROOF_OF_CONCEPT.plan(Preset.DEFAULT_NAME, new RegionName(REGION), Preset.DEFAULT_DOMAIN));
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                file = file.with(setting.getKey(), setting.getValue());
            }
            return Files.writeString(folder.resolve("plan.yaml"), file.text());
        }

        String domain() {
            return settings.getOrDefault("domain.name", Preset.DEFAULT_DOMAIN.value());
        }

        private static Map<String, String> lines(String text) {
            return text.lines()
                    .filter(l -> !l.isBlank())
                    .map(l -> l.split(": ", 2))
                    .collect(Collectors.toMap(l -> l[0].strip(), l -> l[1].strip(), (a, _) -> a, TreeMap::new));
        }
    }
}
