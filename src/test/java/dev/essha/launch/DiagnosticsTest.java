package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip that a person sends along when something went wrong. */
class DiagnosticsTest {

    @TempDir
    private Path folder;

    private Program program;
    private Path plan;

    @BeforeEach
    void writePlan() throws IOException {
        DummyCredentials.clear();
        program = new Program(folder.resolve("state"), List.of());
        plan = Files.writeString(
                folder.resolve("plan.yaml"),
                PlanFile.of(Preset.PROOF_OF_CONCEPT).text());
    }

    @Test
    void theZipTellsWhatHappened() throws IOException {
        program.run("install", plan.toString(), "--rehearse", "--speed", "100000");
        Path zip = folder.resolve("out.zip");

        Program.Ended ended =
                program.run("diagnostics", plan.toString(), "--rehearse", "--out", zip.toString(), "--json");

        assertThat(ended.status()).as(ended.err()).isZero();
        SortedMap<String, String> parts = parts(zip);
        assertThat(ended.json().path("parts")).hasSize(parts.size());
        assertThat(parts.keySet())
                .contains("plan.yaml", "versions.json", "account.json", "stack-events/ess-demo-network.jsonl")
                .anyMatch(name -> name.matches("runs/\\d{8}-\\d{6}-\\d{3}-install.jsonl"));
        assertThat(parts.get("stacks/ess-demo-network.json")).contains("CREATE_COMPLETE", "InternetGateway");
        assertThat(new JsonMapper()
                        .readTree(parts.get("versions.json"))
                        .path("java")
                        .asText())
                .isNotBlank();
        String run = parts.entrySet().stream()
                .filter(e -> e.getKey().startsWith("runs/"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(run.lines()
                        .map(l ->
                                new Program.Ended(0, l, "").json().path("event").asText()))
                .startsWith("run-started")
                .endsWith("run-finished");
    }

    @Test
    void withoutAnAccountThereIsStillAZip() throws IOException {
        Path zip = folder.resolve("out.zip");

        Program.Ended ended = program.run("diagnostics", plan.toString(), "--out", zip.toString());

        assertThat(ended.status()).isZero();
        assertThat(parts(zip)).containsKeys("plan.yaml", "account-not-seen.txt");
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        Path zip = Files.writeString(folder.resolve("out.zip"), "mine");

        Program.Ended ended = program.run("diagnostics", plan.toString(), "--rehearse", "--out", zip.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("is there already");
        assertThat(zip).hasContent("mine");
    }

    private static SortedMap<String, String> parts(Path file) throws IOException {
        SortedMap<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes()));
            }
        }
        return parts;
    }
}
