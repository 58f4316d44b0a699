package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in the life of a deployment, on a real wire: what a person is shown, and what stands afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TroubleIT {

    private static final String REGION = "eu-central-1";

    @TempDir
    private static Path folder;

    private final Emulator emulator = Emulator.shared();
    private final Boto boto = new Boto("ess-demo");
    private Program program;
    private Path plan;

    @BeforeAll
    void signIn() throws IOException {
        emulator.reset();
        DummyCredentials.set();
        program = new Program(folder, DeploymentIT.place(emulator));
        plan = folder.resolve("plan.yaml");
        Files.writeString(
                plan,
                new Program(folder, List.of())
                        .run("new", "--preset", "proof-of-concept", "--region", REGION)
                        .out());
        boto.does("hosted-zone");
    }

    @AfterAll
    void signOut() {
        emulator.control().clearFaults();
        DummyCredentials.clear();
    }

    @Test
    @Order(1)
    void aSessionThatEndsInTheMiddleIsWaitedFor() {
        CountDownLatch asked = new CountDownLatch(1);
        Program.Ended install = program.run(
                line -> {
                    if (line.contains("SIGN IN AGAIN")) {
                        asked.countDown();
                        CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS).execute(emulator.control()::clearFaults);
                    } else if (line.contains("database    started") && asked.getCount() > 0) {
                        emulator.control().failEveryCall(403, "ExpiredToken", "The security token included is expired");
                    }
                },
                "install",
                plan.toString(),
                "--yes");

        assertThat(install.status()).as(install.out() + install.err()).isZero();
        assertThat(install.out().lines().filter(l -> l.contains("SIGN IN AGAIN")))
                .hasSize(1);
        assertThat(install.out())
                .contains("The security token included is expired")
                .contains("The run waits for it, for 1 h 00 min, and goes on by itself")
                .contains("somebody is signed in again, going on")
                .doesNotContain("FAILED")
                .contains("0 failed, 0 unknown");
    }

    @Test
    @Order(2)
    void whatSomebodyDeletesIsSeenSaidAndMadeAgain() {
        boto.does("endpoint-deleted");
        boto.does("log-group-deleted");

        assertThat(program.run("status", plan.toString()).out())
                .contains("DELETED BY HAND: S3Endpoint (EC2 VPCEndpoint)")
                .contains("DELETED BY HAND: PostgresqlLog (Logs LogGroup)");
        Program.Ended preview = program.run("plan", plan.toString());
        assertThat(preview.status()).isEqualTo(10);
        assertThat(preview.out()).contains("an install puts it back: S3Endpoint (EC2 VPCEndpoint)");
        Program.Ended install = program.run("install", plan.toString(), "--yes");
        assertThat(install.out())
                .contains("what was changed by hand is put back")
                .contains("0 failed, 0 unknown");
        assertThat(install.status()).isZero();
        assertThat(program.run("plan", plan.toString()).status()).isZero();
    }

    @Test
    @Order(3)
    void aStackThatSomebodyDeletesIsMadeAgain() {
        boto.does("stack-deleted");

        assertThat(program.run("status", plan.toString()).out()).contains("registry    does not exist");
        assertThat(program.run("install", plan.toString(), "--yes").status()).isZero();
        assertThat(program.run("plan", plan.toString()).status()).isZero();
    }

    @Test
    @Order(4)
    void aChangeThatFailsIsRolledBackOnRequest() throws IOException {
        String before = Files.readString(plan);
        Files.writeString(plan, before.replaceFirst("maxNodesPerZone: \\d+", "maxNodesPerZone: 7"));
        emulator.control().failResource("UPDATE", "ess-demo-compute", "NodesA", "not today");

        Program.Ended install = program.run("install", plan.toString(), "--yes");
        assertThat(install.status()).as(install.out()).isEqualTo(1);
        assertThat(install.out())
                .contains("compute     FAILED: NodesA: not today")
                .contains("ess-ha roll-back " + plan + " compute --endpoint-url " + emulator.endpoint());

        emulator.control().failResource("ROLLBACK", "ess-demo-compute", "NodesA", "nor back");
        Program.Ended stuck = program.run("roll-back", plan.toString(), "compute", "--yes");
        assertThat(stuck.status()).as(stuck.out()).isEqualTo(1);
        assertThat(stuck.out()).contains("FAILED: NodesA: nor back Roll back again");
        assertThat(program.run("status", plan.toString()).out()).contains("UPDATE_ROLLBACK_FAILED");

        Program.Ended back = program.run("roll-back", plan.toString(), "compute", "--yes");
        assertThat(back.out()).contains("complete after");
        assertThat(back.status()).isZero();
        Files.writeString(plan, before);
        assertThat(program.run("plan", plan.toString()).status()).isZero();
    }

    @Test
    @Order(5)
    void twoInstallersBothEndWell() throws Exception {
        boto.does("stack-deleted");
        boto.does("endpoint-deleted");
        Program other = new Program(folder.resolve("other"), DeploymentIT.place(emulator));

        CompletableFuture<Program.Ended> second = CompletableFuture.supplyAsync(() -> install(other));
        Program.Ended first = install(program);

        assertThat(first.status()).as(first.out() + first.err()).isZero();
        assertThat(second.get(3, TimeUnit.MINUTES).status())
                .as(second.get().out() + second.get().err())
                .isZero();
        assertThat(program.run("plan", plan.toString()).status()).isZero();
        assertThat(boto.ask().path("repositories")).isNotEmpty();
    }

    private Program.Ended install(Program which) {
        return which.run("install", plan.toString(), "--yes");
    }
}
