package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.SignIns;
import dev.essha.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are not ours, botocore and the {@code aws} command on it, work with our tokens, and we with theirs. */
class SharedTokensIT {

    private static final IdentityCenter CENTER = SsoServer.center();
    private static final Path SCRIPT = Path.of("src/test/emulator/sso_client.py");

    @TempDir
    Path folder;

    private SsoServer server;
    private AwsHome home;
    private AwsSignIns signIns;

    @BeforeEach
    void listen() throws IOException {
        server = new SsoServer();
        home = new AwsHome(folder, server.variables());
        signIns = AwsSignIns.of(home, "test");
        Files.createDirectories(folder.resolve(".aws"));
        Files.writeString(folder.resolve(".aws/config"), """
            [profile corp]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Admin
            region = eu-central-1

            [profile old]
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = eu-central-1
            sso_account_id = 111122223333
            sso_role_name = Admin
            region = eu-central-1

            [sso-session corp]
            sso_start_url = https://d-1234567890.awsapps.com/start
            sso_region = eu-central-1
            """);
    }

    @AfterEach
    void stop() {
        signIns.close();
        server.close();
    }

    @Test
    void botocoreUsesOurToken() throws Exception {
        signIn(CENTER);
        SsoToken ours = new SsoCache(home).token(CENTER).orElseThrow();

        JsonNode seen = botocore("corp");

        assertThat(seen.path("token").asText()).isEqualTo(ours.accessToken().reveal());
        assertThat(OffsetDateTime.parse(seen.path("ends").asText()).toInstant()).isEqualTo(ours.end());
        assertThat(seen.path("key").asText()).startsWith("ASIA");
        assertThat(server.times("token refresh_token")).isZero();
    }

    @Test
    void botocoreRenewsOurTokenAndWeUseTheOneThatItWrote() throws Exception {
        server.tokenLife = Duration.ofMinutes(10);
        signIn(CENTER);
        server.tokenLife = Duration.ofHours(1);

        JsonNode seen = botocore("corp");

        assertThat(server.times("token refresh_token")).isEqualTo(1);
        SsoToken theirs = new SsoCache(home).token(CENTER).orElseThrow();
        assertThat(theirs.accessToken().reveal()).isEqualTo(seen.path("token").asText());
        assertThat(signIns.accounts(CENTER)).hasSize(3);
        server.endTokens();
        assertThat(signIns.accounts(CENTER)).as("renewed with what it wrote").hasSize(3);
    }

    @Test
    void theAwsCommandWorksWithOurToken() throws Exception {
        signIn(CENTER);

        assertThat(accountOf("corp")).isEqualTo(SsoServer.ACCOUNT);
    }

    @Test
    void theAwsCommandWorksWithOurTokenForAnOlderProfile() throws Exception {
        IdentityCenter old = IdentityCenter.typed(CENTER.startUrl(), CENTER.region());
        assertThat(signIns.identityCenters().found()).containsExactly(CENTER, old);
        signIn(old);

        assertThat(accountOf("old")).isEqualTo(SsoServer.ACCOUNT);
    }

    private void signIn(IdentityCenter center) {
        signIns.signIn(center, SignIns.Way.DEVICE_CODE, _ -> {});
    }

    private JsonNode botocore(String profile) throws Exception {
        return new JsonMapper().readTree(run(List.of(Emulator.shared().python(), SCRIPT.toString(), profile)));
    }

    private String accountOf(String profile) throws Exception {
        Path python = Path.of(Emulator.shared().python()).toAbsolutePath();
        String said = run(
                List.of(python.resolveSibling("aws").toString(), "sts", "get-caller-identity", "--profile", profile));
        return new JsonMapper().readTree(said).path("Account").asText();
    }

    /** With nothing of the real environment that would lead it elsewhere. */
    private String run(List<String> command) throws Exception {
        Path errors = folder.resolve("errors");
        ProcessBuilder process = new ProcessBuilder(command).redirectError(errors.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        process.environment().putAll(server.variables());
        process.environment().put("AWS_ENDPOINT_URL_STS", server.endpoint().toString());
        process.environment().put("HOME", folder.toString());
        Process running = process.start();
        String said = new String(running.getInputStream().readAllBytes());
        assertThat(running.waitFor()).as(() -> read(errors)).isZero();
        return said;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
