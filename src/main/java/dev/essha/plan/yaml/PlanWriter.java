package dev.essha.plan.yaml;

import dev.essha.plan.Plan;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes plans: every setting, in the order of the format, each under a comment that explains it. The same plan gives the
 * same bytes, so a file of ours that is read and written again does not change.
 */
public final class PlanWriter {

    private static final String HEADER = """
        # A highly available deployment of Inrupt's Enterprise Solid Server on AWS.
        # R1 to R15 are the requirements that the deployment meets; `ess-ha verify` checks them.
        # `ess-ha validate FILE` finds what is wrong here, `ess-ha plan FILE` shows what would change.
        # No password or token belongs into this file.
        """;

    private PlanWriter() {}

    public static String write(Plan plan) {
        Stream<String> lines = PlanSettings.FILE.write(plan).lines().stream();
        return HEADER + "\n" + lines.map(line -> line + "\n").collect(Collectors.joining());
    }
}
