package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What export writes, deployed by its own script with the {@code aws} command, is what the program takes for its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BundleIT {

    @TempDir
    private static Path folder;

    private final Emulator emulator = Emulator.shared();
    private final Boto boto = new Boto("ess-demo");
    private Program program;

    @BeforeAll
    void signIn() {
        DummyCredentials.set();
        program = new Program(folder, DeploymentIT.place(emulator));
    }

    @AfterAll
    void signOut() {
        DummyCredentials.clear();
    }

    @Test
    @Order(1)
    void withoutAHostedZoneTheScriptSaysSoAndTouchesNothing() throws IOException {
        emulator.reset();
        DeployScriptRun.Ended ended = export("route53").run();
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.lines())
                .containsExactly("deploy: there is no public hosted zone for ess.example.com in this account");
        assertThat(boto.ask().path("stacks")).isEmpty();
    }

    @Test
    @Order(2)
    void theScriptDeploysWhatVerifyPassesAndThePlanFindsDone() throws IOException {
        emulator.reset();
        boto.does("hosted-zone");
        DeployScriptRun.Ended ended = export("route53").run();
        assertThat(ended.status()).as(String.join("\n", ended.lines())).isZero();

        JsonNode seen = boto.ask();
        assertThat(seen.path("clusters").path(0).path("behindLoadBalancer").asBoolean())
                .isTrue();
        assertAllHolds();
        assertThat(program.run("plan", plan().toString()).status()).isZero();
    }

    @Test
    @Order(3)
    void deployedAgainNothingChanges() throws IOException {
        JsonNode standing = emulator.control().state();
        DeployScriptRun.Ended again = export("route53").run();
        assertThat(again.status()).as(String.join("\n", again.lines())).isZero();
        assertThat(again.lines()).noneMatch(l -> l.startsWith("Successfully created/updated"));
        assertThat(emulator.control().state()).isEqualTo(standing);
    }

    @Test
    @Order(3)
    void theScriptPrintsThePublicNameOfTheLoadBalancer() throws IOException {
        DeployScriptRun.Ended names = export("route53").run("names");
        String name = boto.ask().path("loadBalancers").path(0).path("dns").asText();
        assertThat(names.lines()).containsExactly(name);
    }

    @Test
    @Order(4)
    void theProgramDestroysWhatTheScriptDeployed() {
        Program.Ended destroy = program.run("destroy", plan().toString(), "--yes");
        assertThat(destroy.status()).as(destroy.out() + destroy.err()).isZero();
        assertThat(boto.ask().path("stacks")).isEmpty();
    }

    @Test
    @Order(5)
    void whereDnsIsElsewhereTheScriptShowsTheRecordsAndGoesOnWhenTheyAreThere() throws IOException {
        emulator.reset();
        DeployScriptRun.Ended ended = export("elsewhere").run(new RecordAdder());
        assertThat(ended.status()).as(String.join("\n", ended.lines())).isZero();
        assertThat(ended.lines())
                .anyMatch(l -> l.startsWith("Add this record"))
                .anyMatch(l -> l.startsWith("Add these"));
        assertAllHolds();
        assertThat(program.run("plan", plan().toString()).status()).isZero();
    }

    /** A person with another DNS provider: adds what the script prints below a line that asks for it. */
    private final class RecordAdder implements Consumer<String> {

        private boolean asked;

        @Override
        public void accept(String line) {
            if (asked && line.startsWith("  ")) {
                List<String> record = Stream.of(line.strip().split("\\s+"))
                        .map(RecordAdder::undotted)
                        .toList();
                emulator.control().setRecord(record.get(0), record.get(1), List.of(record.get(2)));
            } else {
                asked = line.startsWith("Add th");
            }
        }

        private static String undotted(String name) {
            return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        }
    }

    private void assertAllHolds() {
        Program.Ended verify = program.run("verify", plan().toString(), "--json");
        assertThat(DeploymentIT.failed(verify)).isEmpty();
        assertThat(verify.status()).as(verify.out()).isZero();
    }

    private DeployScriptRun export(String dns) throws IOException {
        Program offline = new Program(folder, List.of());
        String preset = offline.run("new", "--preset", "proof-of-concept", "--region", "eu-central-1")
                .out();
        Files.writeString(plan(), preset.replace("dns: route53", "dns: " + dns));
        Path bundle = folder.resolve("bundle");
        Program.Ended export = offline.run("export", plan().toString(), "--out", bundle.toString());
        assertThat(export.status()).as(export.err()).isZero();
        return new DeployScriptRun(bundle, folder);
    }

    private static Path plan() {
        return folder.resolve("plan.yaml");
    }
}
