package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.emulator.Emulator;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One deployment on the emulator from nothing to nothing: installed, looked at by boto3, broken by hand, destroyed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeploymentIT {

    private static final String REGION = "eu-central-1";
    private static final List<String> ZONES = List.of("eu-central-1a", "eu-central-1b", "eu-central-1c");

    @TempDir
    private static Path folder;

    private final Emulator emulator = Emulator.shared();
    private final Boto boto = new Boto("ess-demo");
    private Program program;
    private Path plan;
    private JsonNode before;

    @BeforeAll
    void signIn() throws IOException {
        emulator.reset();
        DummyCredentials.set();
        program = new Program(folder, place(emulator));
        plan = folder.resolve("plan.yaml");
        Files.writeString(
                plan,
                new Program(folder, List.of())
                        .run("new", "--preset", "proof-of-concept", "--region", REGION)
                        .out());
        boto.does("hosted-zone");
        before = emulator.control().state(REGION);
    }

    @AfterAll
    void signOut() {
        DummyCredentials.clear();
    }

    @Test
    @Order(0)
    void nothingIsTouchedWithoutConsent() {
        Program.Ended install = program.run("install", plan.toString());
        assertThat(install.status()).isEqualTo(2);
        assertThat(install.err()).contains("network     42 added ").contains("--yes");
        assertThat(emulator.control().state(REGION)).isEqualTo(before);
    }

    @Test
    @Order(1)
    void anInstallEndsWithEveryCheckPassing() {
        Program.Ended install = program.run("install", plan.toString(), "--yes");
        assertThat(install.err()).as(install.out()).doesNotContain("Nothing was touched");
        assertThat(install.out()).contains("AWS-COMPATIBLE ENDPOINT").contains("0 failed, 0 unknown");
        assertThat(install.status()).isZero();
    }

    @Test
    @Order(2)
    void botoSeesTheNetworkInThreeZones() {
        JsonNode seen = boto.ask();
        assertThat(seen.path("vpcs")).hasSize(1);
        assertThat(seen.path("subnets").findValuesAsText("zone"))
                .containsExactly(
                        ZONES.stream().flatMap(z -> List.of(z, z).stream()).toArray(String[]::new));
        assertThat(seen.path("subnets").findValuesAsText("public"))
                .filteredOn("true"::equals)
                .hasSize(3);
    }

    @Test
    @Order(2)
    void botoSeesTheDatabaseAndTheSecretsOfItsLogicalDatabases() {
        JsonNode seen = boto.ask();
        JsonNode database = seen.path("databases").path(0);
        assertThat(database.path("multiAz").asBoolean()).isTrue();
        assertThat(database.path("encrypted").asBoolean()).isTrue();
        assertThat(texts(database.path("zones"))).containsExactlyElementsOf(ZONES);
        assertThat(texts(seen.path("secrets")))
                .filteredOn(s -> s.startsWith("ess-demo/database/"))
                .hasSize(7);
    }

    @Test
    @Order(2)
    void botoSeesThreeBrokersInThreeZonesWithTheConfiguration() {
        JsonNode kafka = boto.ask().path("kafka").path(0);
        assertThat(kafka.path("state").asText()).isEqualTo("ACTIVE");
        assertThat(texts(kafka.path("brokerZones"))).containsExactlyElementsOf(ZONES);
        assertThat(texts(kafka.path("properties")))
                .contains(
                        "auto.create.topics.enable=true",
                        "default.replication.factor=3",
                        "min.insync.replicas=2",
                        "unclean.leader.election.enable=false");
    }

    @Test
    @Order(2)
    void botoSeesTheBucketWithItsPolicyAndTheRepositories() {
        JsonNode seen = boto.ask();
        JsonNode bucket = seen.path("buckets").path(0);
        assertThat(bucket.path("versioning").asText()).isEqualTo("Enabled");
        assertThat(bucket.path("policy").toString())
                .contains("aws:SecureTransport")
                .contains("Deny");
        assertThat(texts(seen.path("repositories"))).isNotEmpty().allMatch(r -> r.startsWith("ess-demo/"));
    }

    @Test
    @Order(2)
    void botoSeesTheClustersNodesBehindTheLoadBalancer() {
        JsonNode seen = boto.ask();
        JsonNode cluster = seen.path("clusters").path(0);
        assertThat(cluster.path("nodeGroups").asInt()).isEqualTo(3);
        assertThat(texts(cluster.path("zones"))).containsExactlyElementsOf(ZONES);
        assertThat(cluster.path("behindLoadBalancer").asBoolean()).isTrue();
        JsonNode balancer = seen.path("loadBalancers").path(0);
        assertThat(balancer.path("scheme").asText()).isEqualTo("internet-facing");
        assertThat(texts(balancer.path("zones"))).containsExactlyElementsOf(ZONES);
    }

    @Test
    @Order(2)
    void botoSeesTheCertificateAndTheRecords() {
        JsonNode seen = boto.ask();
        assertThat(seen.path("certificates").path(0).path("status").asText()).isEqualTo("ISSUED");
        String balancer = seen.path("loadBalancers").path(0).path("dns").asText();
        assertThat(seen.path("records"))
                .filteredOn(r -> r.path(2).asText().replaceAll("\\.$", "").equals(balancer))
                .extracting(r -> r.path(0).asText())
                .containsExactlyInAnyOrder("ess.example.com.", "*.ess.example.com.");
    }

    @Test
    @Order(3)
    void verifyPasses() {
        Program.Ended verify = program.run("verify", plan.toString(), "--json");
        assertThat(failed(verify)).isEmpty();
        assertThat(verify.status()).isZero();
    }

    @Test
    @Order(3)
    void planFindsNothingToDo() {
        Program.Ended changes = program.run("plan", plan.toString());
        assertThat(changes.out().lines().skip(1)).isNotEmpty().noneMatch(l -> l.contains(" added"));
        assertThat(changes.status()).isZero();
    }

    @Test
    @Order(3)
    void statusShowsEveryStackComplete() {
        Program.Ended status = program.run("status", plan.toString());
        assertThat(status.out().lines().filter(l -> l.contains("_COMPLETE"))).hasSize(10);
        assertThat(status.status()).isZero();
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource({"plan", "verify", "status", "install --yes", "destroy --yes"})
    void aPlanForAnotherAccountIsRefused(String command) throws IOException {
        Path other = folder.resolve("other.yaml");
        Files.writeString(other, Files.readString(plan) + "\naccount: \"999999999999\"\n");
        Program.Ended refused = program.run((command + " " + other).split(" "));
        assertThat(refused.status()).as(refused.err()).isEqualTo(4);
        assertThat(refused.err()).contains("999999999999").contains(Emulator.ACCOUNT);
    }

    @Test
    @Order(4)
    void installedAgainNothingChanges() {
        JsonNode standing = emulator.control().state(REGION);
        Program.Ended again = program.run("install", plan.toString(), "--yes", "--json");
        assertThat(again.jsonLines())
                .filteredOn(e -> e.path("event").asText().equals("run-finished"))
                .extracting(e -> e.path("outcome").asText())
                .containsExactly("unchanged");
        assertThat(again.status()).isZero();
        assertThat(emulator.control().state(REGION)).isEqualTo(standing);
    }

    @ParameterizedTest
    @Order(5)
    @CsvSource(textBlock = """
        multi-az-off,              R9-multi-az
        no-auto-creation,          R12-auto-creation
        instance-in-public-subnet, R4-public-subnets
        record-removed,            R8-wildcard
        nat-route-removed,         practice-egress
        """)
    void whatIsBrokenByHandTurnsExactlyTheRightFindingRed(String what, String finding) {
        boto.does(what);
        try {
            Program.Ended verify = program.run("verify", plan.toString(), "--json");
            assertThat(failed(verify)).containsExactly(finding);
            assertThat(verify.status()).isEqualTo(1);
        } finally {
            boto.mends(what);
        }
    }

    @Test
    @Order(5)
    void aDeniedLookUpIsUnknownAndNamesThePermission() {
        emulator.control()
                .failCall("kafka", "DescribeConfigurationRevision", 403, "AccessDeniedException", "not authorized");
        try {
            Program.Ended verify = program.run("verify", plan.toString(), "--json");
            assertThat(verify.status()).isEqualTo(3);
            assertThat(ids(verify, "unknown")).contains("R12-auto-creation");
            assertThat(verify.out()).contains("kafka:DescribeConfigurationRevision");
        } finally {
            emulator.control().clearFaults();
        }
    }

    @Test
    @Order(6)
    void mendedEverythingPassesAgain() {
        assertThat(failed(program.run("verify", plan.toString(), "--json"))).isEmpty();
    }

    @Test
    @Order(7)
    void destroyLeavesTheAccountAsItWasSaveWhatIsNamed() {
        Program.Ended destroy = program.run("destroy", plan.toString(), "--yes", "--json");
        assertThat(destroy.status()).as(destroy.out()).isZero();
        Set<String> named = new TreeSet<>(destroy.jsonLines().stream()
                .filter(e -> e.path("event").asText().equals("left-behind"))
                .map(e -> e.path("physicalId").asText())
                .toList());
        assertThat(Leftovers.between(before, emulator.control().state(REGION)))
                .isNotEmpty()
                .allMatch(left -> named.stream().anyMatch(left::contains), "is named by destroy: " + named);
        assertThat(boto.ask().path("stacks")).isEmpty();
    }

    static List<String> place(Emulator emulator) {
        InetSocketAddress dns = emulator.nameServer();
        return List.of(
                "--endpoint-url",
                emulator.endpoint().toString(),
                "--dns-server",
                dns.getHostString() + ":" + dns.getPort());
    }

    static List<String> failed(Program.Ended verify) {
        return ids(verify, "fail");
    }

    private static List<String> ids(Program.Ended verify, String verdict) {
        return StreamSupport.stream(verify.json().path("findings").spliterator(), false)
                .filter(f -> f.path("verdict").asText().equals(verdict))
                .map(f -> f.path("id").asText())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
