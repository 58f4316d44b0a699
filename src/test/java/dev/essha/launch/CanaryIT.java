package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.cloud.aws.AwsHome;
import dev.essha.cloud.aws.AwsSettings;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.Secret;
import dev.essha.emulator.Emulator;
import dev.essha.emulator.FaultyLine;
import dev.essha.plan.PlanFile;
import dev.essha.plan.Preset;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Secrets are let in wherever secrets can come in: the environment, profiles, URLs, sentences of services, what the account
 * generates. Afterwards all that the program wrote, said, asked for and handed to other programs is searched for them.
 */
class CanaryIT {

    private static final String REGION = "eu-central-1";
    private static final String KEY_ID = "ASIACANARYCANARY0001";
    private static final String SECRET = "canarySecretAccessKey/0123456789+abcdefg";
    private static final String TOKEN = "IQoJb3JpZ2luX2VjCanarySessionToken//w8aCXVzLWVhc3QtMSJHMEUCIQ==";
    private static final String ENTITLEMENT = "canary-entitlement-7f3e9d";
    private static final String ECHOED = "canaryMasterPassw0rd";

    /** What AWS says of a signature that is wrong quotes the request, and the session's token in it. */
    private static final String QUOTED =
            "The signature we calculated does not match. The canonical string should have been"
                    + " 'POST x-amz-date:20261124T000000Z x-amz-security-token:" + TOKEN + "', the token " + TOKEN
                    + " of " + KEY_ID;

    @TempDir
    private Path folder;

    private final Emulator emulator = Emulator.shared();
    private final Canaries canaries = new Canaries();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private Path state;
    private Path plan;

    @BeforeEach
    void letThemIn() throws IOException {
        emulator.reset();
        new Boto("ess-demo").does("hosted-zone");
        state = Files.createDirectory(folder.resolve("state"));
        plan = Files.writeString(
                folder.resolve("plan.yaml"),
                PlanFile.of(Preset.PROOF_OF_CONCEPT).text());
        signIn(canaries.let("access key id", KEY_ID), canaries.let("secret access key", SECRET));
        System.setProperty("aws.sessionToken", canaries.let("session token", TOKEN));
        canaries.let("entitlement", ENTITLEMENT);
        canaries.let("password that a service echoes", ECHOED);
    }

    @AfterEach
    void signOut() {
        forgetCredentials();
        emulator.control().clearFaults();
    }

    private static void forgetCredentials() {
        Stream.of("sessionToken", "accessKeyId", "secretAccessKey", "sharedCredentialsFile", "endpointUrl")
                .forEach(name -> System.clearProperty("aws." + name));
    }

    @Test
    void theLifeOfADeploymentLeavesNoneBehind() throws Exception {
        try (FaultyLine line = FaultyLine.to(emulator.endpoint()).watchedBy(requests::add)) {
            Program program = program(placeOver(line));
            rehearse();
            Stream.of("validate", "plan --json", "plan", "preflight", "preflight --json")
                    .forEach(c -> run(program, c));
            emulator.control()
                    .failCreation(
                            "ess-demo-storage", "Bucket", "Invalid MasterUserPassword: " + ECHOED + ", " + QUOTED);
            assertThat(run(program, "install --yes --json").status()).isEqualTo(1);
            assertThat(run(program, "install --yes").status()).isZero();
            letInWhatTheAccountGenerated();
            stumble(program);
            Stream.of("status", "status --json", "verify --json", "verify --report " + folder.resolve("report.html"))
                    .forEach(c -> run(program, c));
            run(program, "export --out " + folder.resolve("bundle"));
            run(program, "diagnostics --out " + folder.resolve("standing.zip"));
            assertThat(run(program, "destroy --yes --json").status()).isZero();
            run(program, "diagnostics --json --out " + folder.resolve("gone.zip"));
        }
        canaries.searchFolder(folder);
        requests.forEach(request -> canaries.search("a request", withoutSignature(request)));

        assertThat(canaries.found()).isEmpty();
        assertThat(requests).noneMatch(r -> r.contains("secretsmanager.GetSecretValue"));
        System.out.println(canaries + ", among them " + requests.size() + " requests");
    }

    @Test
    void whoCannotSignInIsToldWithoutThem() throws IOException {
        List<String> place = DeploymentIT.place(emulator);
        emulator.control().failCall("sts", "GetCallerIdentity", 403, "SignatureDoesNotMatch", QUOTED);
        assertThat(run(program(place), "status --debug").status()).isEqualTo(4);
        assertThat(run(program(place), "install --yes --json --debug").status()).isEqualTo(4);

        forgetCredentials();
        credentials(
                "[canary]",
                "aws_access_key_id = " + KEY_ID,
                "aws_secret_access_key = " + SECRET,
                "aws_session_token = " + TOKEN);
        assertThat(run(program(place), "status --profile canary --debug").status())
                .isEqualTo(4);
        credentials("[canary]", "aws_access_key_id = " + KEY_ID, "aws_secret_access_key " + SECRET, "[" + TOKEN);
        assertThat(run(program(place), "status --profile canary --debug").status())
                .isNotZero();

        canaries.searchFolder(folder, folder.resolve("credentials"));
        assertThat(canaries.found()).isEmpty();
        assertThat(state.resolve("ess-ha/logs/ess-ha.log")).content().contains("\tat ", "The signature we calculated");
        System.out.println(canaries);
    }

    @Test
    void urlsAndPlansThatHaveThemInsideAreToldWithoutThem() throws IOException {
        String password = canaries.let("password in a URL", "canaryUrlPassw0rd");
        String url = "http://me:" + password + "@127.0.0.1:9";
        Program program = program(List.of());
        assertThat(run(program, "status --endpoint-url " + url).status()).isEqualTo(2);
        assertThat(run(program, "status --endpoint-url ftp://me:" + password + "@host")
                        .status())
                .isEqualTo(2);
        System.setProperty("aws.endpointUrl", url);
        assertThat(run(program, "status --debug").status()).isEqualTo(4);
        System.setProperty("aws.endpointUrl", "http://me:" + password + " @127.0.0.1:9");
        assertThat(run(program, "status --debug").status()).isEqualTo(1);

        String source = "https://me:" + password + "@docker.software.inrupt.com";
        Path bad = Files.writeString(
                folder.resolve("bad.yaml"),
                PlanFile.of(Preset.PROOF_OF_CONCEPT)
                        .with("registry.source", source)
                        .with("tags", "{team: " + KEY_ID + ", note: \"password=" + ECHOED + "\", " + TOKEN + ": x}")
                        .text());
        for (String command : List.of("validate", "validate --json", "install --rehearse --debug")) {
            assertThat(run(program, command, bad).status()).isEqualTo(2);
        }
        URI uri = URI.create(url);
        canaries.search(
                "settings",
                new AwsSettings(
                                new RegionName(REGION),
                                Optional.of(uri),
                                new Login.Keys("an-id", new Secret(SECRET), Optional.empty()),
                                new AwsHome(state, environment()),
                                Optional.empty(),
                                "1")
                        .toString());
        canaries.search("surroundings", new Surroundings(environment(), state, "Linux", false).toString());

        canaries.searchFolder(folder, bad);
        assertThat(canaries.found()).isEmpty();
        System.out.println(canaries);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "sends a POSIX signal")
    void aCrashLeavesNoneBehind() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        ProgramProcess program = new ProgramProcess(home, environment());
        Stream<String> command = Stream.concat(
                Stream.of("install", plan.toString(), "--yes", "--json"), DeploymentIT.place(emulator).stream());
        Process process = program.start(command.toArray(String[]::new));
        String first = process.inputReader().readLine();
        canaries.search(
                "the list of processes",
                process.info().toString() + process.info().commandLine());
        new ProcessBuilder("kill", "-SEGV", Long.toString(process.pid()))
                .start()
                .waitFor();
        String rest = process.inputReader().lines().collect(Collectors.joining("\n"));

        assertThat(process.waitFor()).isNotZero();
        canaries.search("standard output", first + rest);
        canaries.searchFolder(folder);
        assertThat(canaries.found()).isEmpty();
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left.map(f -> f.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("hs_err_pid"))
                    .noneMatch(name -> name.startsWith("core") || name.endsWith(".hprof") || name.endsWith(".mdmp"));
        }
        assertThat(rest).contains("CreateCoredumpOnCrash turned off");
        System.out.println(canaries);
    }

    private void rehearse() {
        Program program = program(List.of("--rehearse", "--speed", "100000"));
        Stream.of(
                        "install --json",
                        "verify",
                        "status --json",
                        "diagnostics --out " + folder.resolve("rehearsed.zip"),
                        "destroy")
                .forEach(c -> run(program, c));
    }

    /** Looks that the account answers with what it should not repeat. */
    private void stumble(Program program) {
        emulator.control().failCall("kafka", "DescribeConfigurationRevision", 403, "AccessDeniedException", QUOTED);
        assertThat(run(program, "verify --json --debug").status()).isEqualTo(3);
        assertThat(run(program, "verify").status()).isEqualTo(3);
        emulator.control().failCall("cloudformation", "DescribeStacks", 400, "ValidationError", QUOTED);
        run(program, "status --debug");
        run(program, "install --yes --json --debug");
        run(program, "diagnostics --out " + folder.resolve("blind.zip"));
        emulator.control().clearFaults();
    }

    /** Passwords of databases and brokers, which nobody but Secrets Manager should ever have shown. */
    private void letInWhatTheAccountGenerated() throws IOException {
        try (SecretsManagerClient client = SecretsManagerClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing")))
                .build()) {
            for (String arn :
                    client.listSecrets().secretList().stream().map(s -> s.arn()).toList()) {
                String value = client.getSecretValue(r -> r.secretId(arn)).secretString();
                canaries.let(
                        arn, new JsonMapper().readTree(value).path("password").asText());
            }
        }
        assertThat(canaries.count()).isGreaterThan(12);
    }

    private Program.Ended run(Program program, String command) {
        return run(program, command, plan);
    }

    private Program.Ended run(Program program, String command, Path file) {
        String[] words = command.split(" ", 2);
        List<String> arguments = new ArrayList<>(List.of(words[0], file.toString()));
        if (words.length > 1) {
            arguments.addAll(List.of(words[1].split(" ")));
        }
        boolean isOffline = List.of("validate", "export").contains(words[0]);
        Program.Ended ended = (isOffline ? program(List.of()) : program).run(arguments.toArray(String[]::new));
        canaries.search(command + ", standard output", ended.out());
        canaries.search(command + ", standard error", ended.err());
        return ended;
    }

    private Program program(List<String> always) {
        return new Program(state, always, environment());
    }

    private static Map<String, String> environment() {
        return Map.of(
                "AWS_ACCESS_KEY_ID", KEY_ID,
                "AWS_SECRET_ACCESS_KEY", SECRET,
                "AWS_SESSION_TOKEN", TOKEN,
                "ESS_ENTITLEMENT", ENTITLEMENT);
    }

    private List<String> placeOver(FaultyLine line) {
        InetSocketAddress dns = emulator.nameServer();
        return List.of(
                "--endpoint-url",
                line.endpoint().toString(),
                "--dns-server",
                dns.getHostString() + ":" + dns.getPort());
    }

    private static void signIn(String id, String secret) {
        System.setProperty("aws.accessKeyId", id);
        System.setProperty("aws.secretAccessKey", secret);
    }

    private void credentials(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("credentials"), List.of(lines));
        System.setProperty("aws.sharedCredentialsFile", file.toString());
    }

    /** The two headers that have to carry a credential. */
    private static String withoutSignature(String request) {
        return request.lines()
                .filter(l -> !l.regionMatches(true, 0, "Authorization:", 0, 14))
                .filter(l -> !l.regionMatches(true, 0, "X-Amz-Security-Token:", 0, 21))
                .collect(Collectors.joining("\n"));
    }
}
