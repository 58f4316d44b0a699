package dev.essha.bench;

import dev.essha.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The same topology as plain resources of Terraform's AWS provider, in {@code src/test/bench/terraform}, on the same emulator.
 * {@code -Dbenchmarks.providers=FOLDER} names a mirror of providers; without one, and without Terraform, there is no figure.
 */
final class TerraformBenchmark {

    private static final Path ROOT = Path.of("src/test/bench/terraform");
    private static final Optional<Path> PROVIDERS =
            Optional.ofNullable(System.getProperty("benchmarks.providers")).map(Path::of);

    private final Emulator emulator = Emulator.shared();
    private final Path folder;

    TerraformBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Why it cannot be measured here; empty where it can. */
    static Optional<String> missing() {
        boolean installed = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "terraform")));
        if (!installed) {
            return Optional.of("terraform is not on the PATH");
        }
        return PROVIDERS.isPresent()
                ? Optional.empty()
                : Optional.of("-Dbenchmarks.providers names no folder with the provider hashicorp/aws");
    }

    Table run() throws IOException {
        List<Figure> all = new ArrayList<>();
        for (int i = 0; i < Benchmarks.LONG_RUNS; i++) {
            all.addAll(once(Benchmarks.fresh(folder, "run-" + i)));
        }
        return new Table(
                "The same topology with Terraform on the same emulator",
                "Three zones, 78 resources of hashicorp/aws. Most of its wall time is waiting inside the provider,"
                        + " however fast resources come up: compare CPU and requests first. It measures the tools, not"
                        + " AWS. CPU is of terraform and its provider, memory of the larger of the two.",
                EmulatorBenchmark.merged(all));
    }

    private List<Figure> once(Path fresh) throws IOException {
        emulator.reset();
        emulator.control().speed(OnEmulator.SPEED);
        try (Stream<Path> files = Files.list(ROOT)) {
            for (Path file : files.toList()) {
                Files.copy(file, fresh.resolve(file.getFileName().toString()));
            }
        }
        terraform(fresh, 0, "init", "-plugin-dir=" + PROVIDERS.orElseThrow().toAbsolutePath());
        List<Figure> figures = new ArrayList<>();
        figures.addAll(measure(fresh, "apply", 0, "apply", "-auto-approve"));
        figures.addAll(measure(fresh, "plan, nothing to do", 0, "plan", "-detailed-exitcode"));
        figures.addAll(measure(fresh, "destroy", 0, "destroy", "-auto-approve"));
        return figures;
    }

    private List<Figure> measure(Path fresh, String row, int expected, String... arguments) {
        long before = emulator.cpu().toMillis();
        emulator.control().resetRequests();
        List<Figure> figures = new ArrayList<>(Cost.figures(row, List.of(terraform(fresh, expected, arguments))));
        figures.add(Figure.of(row, "requests", emulator.control().requests()));
        figures.add(Figure.of(row, "emulator CPU s", (emulator.cpu().toMillis() - before) / 1000.0));
        return figures;
    }

    private Cost terraform(Path fresh, int expected, String... arguments) {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-input=false", "-no-color"));
        String endpoint = emulator.endpoint().toString();
        Map<String, String> environment = Map.of(
                "HOME", fresh.toString(),
                "TF_CLI_CONFIG_FILE", "/dev/null",
                "CHECKPOINT_DISABLE", "1",
                "AWS_CONFIG_FILE", "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
                "AWS_EC2_METADATA_DISABLED", "true",
                "TF_VAR_aws_endpoint", endpoint,
                "AWS_ENDPOINT_URL", endpoint,
                "TF_VAR_db_password", "bench-Passw0rd",
                "TF_VAR_enable_msk", "true");
        return Cost.of(fresh, environment, Set.of(expected), command);
    }
}
