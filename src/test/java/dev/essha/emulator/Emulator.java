package dev.essha.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.cloud.aws.AwsCloud;
import dev.essha.cloud.aws.AwsHome;
import dev.essha.cloud.aws.AwsSettings;
import dev.essha.plan.RegionName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The emulator in {@code src/test/emulator}, on loopback, for integration tests: one for the test JVM, started at its first
 * use, gone with the JVM. Its account outlives a test; start from {@link #reset()}.
 */
public final class Emulator {

    /** The account that the emulator gives to the key of {@link #settings}. */
    public static final String ACCOUNT = "123456789012";

    private static final Path SCRIPT = Path.of("src/test/emulator/start");
    private static final Path LOG =
            Path.of("target/emulator-" + System.getProperty("dev.essha.test.fork", "0") + ".log");
    private static final double SPEED = 3000;

    /** Where no file of the AWS tools is. */
    private static final AwsHome NOBODYS = new AwsHome(Path.of("target/nobodys-home"), Map.of());

    private final URI endpoint;
    private final InetSocketAddress nameServer;
    private final String python;
    private final EmulatorControl control;
    private final ProcessHandle process;

    private Emulator(JsonNode ready) {
        String[] dns = ready.path("dns").asText().split(":");
        endpoint = URI.create(ready.path("endpoint").asText());
        nameServer = new InetSocketAddress(dns[0], Integer.parseInt(dns[1]));
        python = ready.path("python").asText();
        control = new EmulatorControl(endpoint);
        process = ProcessHandle.of(ready.path("pid").asLong()).orElseThrow();
    }

    /** The one of this JVM. */
    public static Emulator shared() {
        return Shared.EMULATOR;
    }

    /** Its AWS endpoint, {@code http://127.0.0.1:43727}. */
    public URI endpoint() {
        return endpoint;
    }

    /** Its name server, which answers from the hosted zones of the emulated account. */
    public InetSocketAddress nameServer() {
        return nameServer;
    }

    /** The Python that it runs on, which has boto3: for clients that are not ours. */
    public String python() {
        return python;
    }

    /** Faults, counts and records on request. */
    public EmulatorControl control() {
        return control;
    }

    /** The CPU time that it has used so far; nothing where the system does not tell. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What signs in to it. */
    public AwsSettings settings(RegionName region) {
        return AwsSettings.of(region, NOBODYS, "test")
                .withEndpoint(endpoint)
                .withAccessKey("testing", "testing")
                .withNameServer(nameServer);
    }

    /** The emulated account in a region, through the real adapter. */
    public AwsCloud open(String region) {
        return AwsCloud.open(settings(new RegionName(region)));
    }

    /** Empties the account and forgets faults, counts and records. */
    public Emulator reset() {
        control.reset();
        control.speed(SPEED);
        return this;
    }

    /** The holder idiom: started once, by whoever asks first. */
    private static final class Shared {
        private static final Emulator EMULATOR = start();
    }

    /** The emulator ends when its standard input does: with the hook, and also if this JVM is killed. */
    private static Emulator start() {
        try {
            Files.createDirectories(LOG.getParent());
            Process process = new ProcessBuilder(
                            SCRIPT.toString(),
                            "--until-stdin-closes",
                            "--speed",
                            Double.toString(SPEED),
                            "--log",
                            LOG.toString())
                    .redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new Emulator(ready(process));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    SCRIPT + " does not start; it needs bash and python3, and runs from the project's directory", e);
        }
    }

    private static JsonNode ready(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("the emulator ended before it listened: "
                    + Files.readString(LOG).strip());
        }
        return new JsonMapper().readTree(line);
    }
}
