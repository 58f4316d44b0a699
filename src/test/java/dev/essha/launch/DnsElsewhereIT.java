package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.essha.emulator.Emulator;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final List<String> purposes = new ArrayList<>();

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

        Program.Ended install = program.run(this::addRecords, "install", plan.toString(), "--yes", "--json");

        assertThat(purposes).containsExactly("certificate-validation", "service-names");
        assertThat(install.status()).as(install.out() + install.err()).isZero();
        assertThat(DeploymentIT.failed(program.run("verify", plan.toString(), "--json")))
                .isEmpty();
        assertThat(program.run("destroy", plan.toString(), "--yes").status()).isZero();
    }

    /** The person at the other provider. */
    private void addRecords(String line) {
        JsonNode event = new Program.Ended(0, line, "").json();
        if (event.path("event").asText().equals("records-needed")) {
            purposes.add(event.path("purpose").asText());
            for (JsonNode record : event.path("records")) {
                emulator.control()
                        .setRecord(
                                record.path("name").asText(),
                                record.path("type").asText(),
                                List.of(record.path("value").asText()));
            }
        }
    }
}
