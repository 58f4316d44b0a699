package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A deployment that is protected from deletion in every way, taken down: first what holds no data, then the data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DestroyProductionIT {

    private static final String NAME = "prod";
    private static final String REGION = "eu-central-1";

    @TempDir
    private static Path folder;

    private final Emulator emulator = Emulator.shared();
    private final Boto boto = new Boto("ess-" + NAME);
    private Program program;
    private Path plan;
    private JsonNode before;

    @BeforeAll
    void signIn() throws IOException {
        emulator.reset();
        DummyCredentials.set();
        program = new Program(folder, DeploymentIT.place(emulator));
        plan = folder.resolve("plan.yaml");
        Files.writeString(
                plan,
                new Program(folder, List.of())
                        .run("new", "--preset", "production", "--name", NAME, "--region", REGION)
                        .out());
        boto.does("hosted-zone");
        before = emulator.control().state(REGION);
    }

    @AfterAll
    void signOut() {
        DummyCredentials.clear();
    }

    @Test
    @Order(1)
    void preflightPassesWithEveryActionAllowed() {
        Program.Ended preflight = program.run("preflight", plan.toString(), "--json");
        assertThat(verdict(preflight, "preflight-permissions")).isEqualTo("pass");
        assertThat(preflight.status()).as(preflight.out()).isZero();
    }

    @Test
    @Order(1)
    void preflightNamesAnActionThatIsDenied() {
        emulator.control().denyActions(List.of("kafka:CreateCluster"));
        try {
            Program.Ended preflight = program.run("preflight", plan.toString(), "--json");
            assertThat(verdict(preflight, "preflight-permissions")).isEqualTo("fail");
            assertThat(preflight.out()).contains("not allowed: kafka:CreateCluster");
            assertThat(preflight.status()).isEqualTo(1);
        } finally {
            emulator.control().clearFaults();
        }
    }

    @Test
    @Order(2)
    void theInstalledDatabaseAndLoadBalancersRefuseToBeDeleted() {
        Program.Ended install = program.run("install", plan.toString(), "--yes");
        assertThat(install.status()).as(install.out() + install.err()).isZero();
        JsonNode seen = boto.ask();
        assertThat(seen.path("databases").findValues("protected")).isNotEmpty().allMatch(JsonNode::asBoolean);
        assertThat(seen.path("loadBalancers").findValues("protected"))
                .isNotEmpty()
                .allMatch(JsonNode::asBoolean);
    }

    @Test
    @Order(3)
    void destroyLiftsEveryProtectionAndLeavesOnlyWhatItNames() {
        Program.Ended destroy = program.run("destroy", plan.toString(), "--yes", "--json");
        assertThat(destroy.status()).as(destroy.out()).isZero();
        List<String> named = leftBehind(destroy);
        assertThat(Leftovers.between(before, emulator.control().state(REGION)))
                .isNotEmpty()
                .allMatch(left -> named.stream().anyMatch(left::contains), "is named by destroy: " + named);
    }

    @Test
    @Order(4)
    void destroyedAgainWhatStayedIsNamedAndStays() {
        JsonNode left = emulator.control().state(REGION);
        Program.Ended again = program.run("destroy", plan.toString(), "--json");
        assertThat(again.status()).as(again.out()).isZero();
        assertThat(leftBehind(again)).hasSize(3);
        assertThat(emulator.control().state(REGION)).isEqualTo(left);
    }

    @Test
    @Order(4)
    void whoMayNotSeeWhatIsLeftIsToldSo() {
        emulator.control()
                .failCall("resourcegroupstaggingapi", "GetResources", 403, "AccessDeniedException", "not authorized");
        try {
            Program.Ended blind = program.run("destroy", plan.toString());
            assertThat(blind.out() + blind.err()).contains("tag:GetResources is not allowed", "No stack of");
            assertThat(blind.status()).isZero();
            Program.Ended refused = program.run("destroy", plan.toString(), "--delete-data", "--yes");
            assertThat(refused.err()).contains("tag:GetResources");
            assertThat(refused.status()).isEqualTo(4);
        } finally {
            emulator.control().clearFaults();
        }
    }

    @Test
    @Order(5)
    void destroyedAgainWithItsDataNothingStaysButTheKeyThatIsToBeDeleted() {
        Program.Ended destroy = program.run("destroy", plan.toString(), "--delete-data", "--yes");
        assertThat(destroy.status()).as(destroy.out() + destroy.err()).isZero();
        assertThat(destroy.out()).contains("goes   S3 Bucket ess-prod-storage-", "goes   RDS DBSnapshot ess-prod-");
        assertThat(Leftovers.between(before, emulator.control().state(REGION)))
                .singleElement()
                .asString()
                .startsWith("kms.key-pending-deletion ");
        Program.Ended again = program.run("destroy", plan.toString(), "--delete-data", "--yes");
        assertThat(again.out()).contains("Nothing of deployment prod is there.");
    }

    private static List<String> leftBehind(Program.Ended destroy) {
        return destroy.jsonLines().stream()
                .filter(e -> e.path("event").asText().equals("left-behind"))
                .map(e -> e.path("physicalId").asText())
                .toList();
    }

    private static String verdict(Program.Ended preflight, String id) {
        return StreamSupport.stream(preflight.json().path("findings").spliterator(), false)
                .filter(f -> f.path("id").asText().equals(id))
                .map(f -> f.path("verdict").asText())
                .findFirst()
                .orElseThrow();
    }
}
