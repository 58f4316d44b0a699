package dev.essha.bench;

import dev.essha.emulator.Emulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The program against an emulated account whose resources come up at once: what is left is the program's own time. */
final class OnEmulator {

    static final String REGION = "eu-central-1";

    /** Nothing takes a tenth of a second, so that waiting does not hide the program. */
    static final double SPEED = 1_000_000;

    private static final Map<String, String> CREDENTIALS =
            Map.of("AWS_ACCESS_KEY_ID", "testing", "AWS_SECRET_ACCESS_KEY", "testing");
    private static final String HOSTED_ZONE = """
        import boto3, sys
        boto3.client("route53", endpoint_url=sys.argv[1], region_name="us-east-1", aws_access_key_id="testing",
                     aws_secret_access_key="testing").create_hosted_zone(Name="example.com", CallerReference="bench")
        """;

    private final Emulator emulator = Emulator.shared();
    private final Measured measured;
    private final Path plan;

    /** An account with nothing in it but the zone of the domain. */
    OnEmulator(Path folder) {
        emulator.reset();
        emulator.control().speed(SPEED);
        measured = new Measured(folder);
        plan = measured.plan(REGION);
        measured.run(
                Set.of(0),
                List.of(
                        emulator.python(),
                        "-c",
                        HOSTED_ZONE,
                        emulator.endpoint().toString()));
    }

    Emulator emulator() {
        return emulator;
    }

    /** A command with the plan, and what it costs both sides. */
    List<Figure> measure(String row, Set<Integer> expected, String command, String... options) {
        long before = emulator.cpu().toMillis();
        emulator.control().resetRequests();
        Cost cost = run(expected, command, options);
        List<Figure> figures = new ArrayList<>(Cost.figures(row, List.of(cost)));
        figures.add(Figure.of(row, "requests", emulator.control().requests()));
        figures.add(Figure.of(row, "emulator CPU s", (emulator.cpu().toMillis() - before) / 1000.0));
        return figures;
    }

    Cost run(Set<Integer> expected, String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, plan.toString()));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(
                "--endpoint-url",
                emulator.endpoint().toString(),
                "--dns-server",
                emulator.nameServer().getHostString() + ":"
                        + emulator.nameServer().getPort()));
        return measured.run(CREDENTIALS, expected, measured.program(arguments.toArray(String[]::new)));
    }
}
