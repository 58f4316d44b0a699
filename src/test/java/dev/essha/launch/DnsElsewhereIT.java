package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.emulator.Emulator;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** DNS is at another provider: the run shows the records, waits for a person to add them, and goes on by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DnsElsewhereIT {

    @TempDir
    private static Path folder;

    private final Emulator emulator = Emulator.shared();
    private final OtherProvider provider = new OtherProvider(emulator.control());

    @BeforeAll
    void signIn() {
        emulator.reset();
        DummyCredentials.set();
        emulator.control().setRecord("example.com", "NS", List.of("ns1.example.com"));
    }

    @AfterAll
    void signOut() {
        DummyCredentials.clear();
    }

    @Test
    void theRunWaitsForTheRecordsAndEndsWithEveryCheckPassing() throws IOException {
        Path plan = folder.resolve("plan.yaml");
        Files.writeString(
                plan,
                PlanFile.of(Preset.PROOF_OF_CONCEPT)
                        .with("domain.dns", "elsewhere")
                        .text());
        Program program = new Program(folder, DeploymentIT.place(emulator));

        Program.Ended install = program.run(provider::reads, "install", plan.toString(), "--yes", "--json");

        assertThat(provider.purposes()).containsExactly("certificate-validation", "service-names");
        assertThat(install.status()).as(install.out() + install.err()).isZero();
        assertThat(DeploymentIT.failed(program.run("verify", plan.toString(), "--json")))
                .isEmpty();
        assertThat(program.run("destroy", plan.toString(), "--yes").status()).isZero();
    }
}
