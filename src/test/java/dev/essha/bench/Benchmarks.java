package dev.essha.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.application.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All benchmarks: {@code mvn -B test -Dtest=Benchmarks -Dbenchmarks=FOLDER} prints tables and writes {@code benchmarks.json}.
 *
 * <p>{@code -Dbenchmarks.only=start,window} does only some, {@code -Dbenchmarks.runs=N} and {@code -Dbenchmarks.long-runs=N} say
 * how often, {@code -Dbenchmarks.program=PATH} measures an installed program, {@code -Dbenchmarks.providers=FOLDER} lets
 * Terraform in.
 */
class Benchmarks {

    /** Of what takes minutes. */
    static final int LONG_RUNS = Integer.getInteger("benchmarks.long-runs", 3);

    private static final Path FOLDER = Path.of(System.getProperty("benchmarks", "target/benchmarks"));
    private static final Set<String> ONLY =
            new TreeSet<>(List.of(System.getProperty("benchmarks.only", "").split(",")));

    @TempDir
    Path folder;

    private final ObjectNode document = Json.object();

    @Test
    void everything() throws Exception {
        document.set("machine", Machine.facts());
        document.put("program", Measured.subject());
        document.putArray("tables");
        System.out.println(document.path("machine"));
        for (Map.Entry<String, Callable<Table>> benchmark : benchmarks().entrySet()) {
            if (ONLY.contains("") || ONLY.contains(benchmark.getKey())) {
                add(benchmark.getValue().call());
            }
        }
    }

    private Map<String, Callable<Table>> benchmarks() {
        Map<String, Callable<Table>> all = new LinkedHashMap<>();
        all.put("start", () -> new StartBenchmark(fresh(folder, "start")).run());
        all.put("window", () -> new WindowBenchmark(fresh(folder, "window")).first());
        all.put("events", () -> new WindowBenchmark(fresh(folder, "events")).events());
        all.put("install", () -> new WindowBenchmark(fresh(folder, "install")).install());
        all.put("zones", new PipelineBenchmark()::zones);
        all.put("deployments", new PipelineBenchmark()::deployments);
        all.put("emulator", () -> new EmulatorBenchmark(fresh(folder, "emulator")).run());
        all.put("crowd", () -> new CrowdBenchmark(fresh(folder, "crowd")).run());
        all.put("terraform", this::terraform);
        return all;
    }

    private Table terraform() throws IOException {
        String why = TerraformBenchmark.missing().orElse("");
        return why.isEmpty()
                ? new TerraformBenchmark(fresh(folder, "terraform")).run()
                : new Table("The same topology with Terraform: SKIPPED", "SKIPPED: " + why, List.of());
    }

    /** Written after each, so that what is measured is kept whatever happens to the next. */
    private void add(Table table) throws IOException {
        System.out.println(table.text());
        ObjectNode written = Json.object().put("title", table.title()).put("note", table.note());
        ArrayNode figures = written.putArray("figures");
        for (Figure figure : table.figures()) {
            ObjectNode one = figures.addObject()
                    .put("row", figure.row())
                    .put("column", figure.column())
                    .put("median", figure.median());
            figure.runs().forEach(one.putArray("runs")::add);
        }
        ((ArrayNode) document.path("tables")).add(written);
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("benchmarks.json"), document.toPrettyString() + "\n");
    }

    static Path fresh(Path parent, String name) {
        try {
            return Files.createDirectories(parent.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
