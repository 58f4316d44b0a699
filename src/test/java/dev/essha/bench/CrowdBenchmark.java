package dev.essha.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The checklist on an account that others use too. */
final class CrowdBenchmark {

    private static final int SUBNETS = 500;
    private static final int INTERFACES = 10_000;

    /** Nothing fails. While the emulator writes thousands of interfaces it may be too busy to answer for names: unknown. */
    private static final Set<Integer> HOLDS = Set.of(0, 3);

    private final Path folder;

    CrowdBenchmark(Path folder) {
        this.folder = folder;
    }

    Table run() {
        OnEmulator account = new OnEmulator(folder);
        account.run(Set.of(0), "install", "--yes");
        List<Figure> all = new ArrayList<>();
        measure(all, account, "verify, alone");
        account.emulator().control().crowd(OnEmulator.REGION, vpc(account), SUBNETS, INTERFACES);
        measure(all, account, "verify, crowded");
        return new Table(
                "The checklist in a crowded account",
                """
                %,d interfaces of pods in the deployment's VPC, %d subnets in VPCs of others. Emulated: most of the time on the \
                clock is the emulator's, which takes seconds to write a page.\
                """.formatted(INTERFACES, SUBNETS),
                EmulatorBenchmark.merged(all));
    }

    private static void measure(List<Figure> all, OnEmulator account, String row) {
        for (int i = 0; i < Benchmarks.LONG_RUNS; i++) {
            all.addAll(account.measure(row, HOLDS, "verify"));
        }
    }

    private static String vpc(OnEmulator account) {
        return account.emulator()
                .control()
                .state(OnEmulator.REGION)
                .path("ec2.vpc")
                .required(0)
                .asText();
    }
}
