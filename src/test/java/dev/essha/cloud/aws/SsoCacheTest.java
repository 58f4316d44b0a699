package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Secret;
import dev.essha.cloud.signin.StartUrl;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names are those that {@code hashlib.sha1} of Python gives for what the AWS CLI hashes. */
class SsoCacheTest {

    private static final Instant END = Instant.parse("2026-11-27T18:00:00.123Z");
    private static final SsoClientRegistration CLIENT = new SsoClientRegistration(
            "client",
            new Secret("client-secret"),
            Instant.parse("2027-02-01T00:00:00Z"),
            List.of("sso:account:access"),
            List.of());

    @TempDir
    Path home;

    private SsoCache cache;

    @BeforeEach
    void open() {
        cache = new SsoCache(new AwsHome(home, Map.of()));
    }

    @Test
    void aTokenIsNamedAfterTheSessionOrTheStartUrl() {
        assertThat(SsoCacheNames.token(center(Optional.of("corp"), List.of())))
                .isEqualTo("ee0bfd2552fbd840c02cc48b6e823320543c450f.json");
        assertThat(SsoCacheNames.token(center(Optional.empty(), List.of())))
                .isEqualTo("7487b5b67d5fa1132cf33fa93ae51ef38cc37752.json");
    }

    @Test
    void aRegistrationIsNamedAfterWhatItIsFor() {
        assertThat(SsoCacheNames.registration(center(Optional.of("corp"), List.of("sso:account:access"))))
                .isEqualTo("d6aad4b77707b07be3be31c5ba7f0c18de33b4e9.json");
        assertThat(SsoCacheNames.registration(center(Optional.empty(), List.of())))
                .isEqualTo("4c8f82151c58a0b5f8a2d2aff7c872b197674e8d.json");
        assertThat(SsoCacheNames.registration(center(Optional.of("Büro \"A\" \\ 𝄞\u007f"), List.of("a", "b"))))
                .isEqualTo("9a99f8ca4fd7a70b3878f4d048ad97018e93ce92.json");
    }

    @Test
    void aTokenHasTheFieldsThatTheAwsCliWrites() throws IOException {
        IdentityCenter center = center(Optional.of("corp"), List.of());
        cache.keep(
                center,
                new SsoToken(
                        new Secret("access"), END, Optional.of(new SsoToken.Renewal(new Secret("refresh"), CLIENT))));

        assertThat(written(SsoCacheNames.token(center))).isEqualTo(new JsonMapper().readTree("""
            {"startUrl": "https://d-1234567890.awsapps.com/start", "region": "eu-central-1",
             "accessToken": "access", "expiresAt": "2026-11-27T18:00:00Z", "clientId": "client",
             "clientSecret": "client-secret", "registrationExpiresAt": "2027-02-01T00:00:00Z",
             "refreshToken": "refresh"}
            """));
    }

    @Test
    void aRegistrationHasTheFieldsThatTheAwsCliWrites() throws IOException {
        IdentityCenter center = center(Optional.of("corp"), List.of());
        cache.keep(
                center,
                new SsoClientRegistration(
                        "client",
                        new Secret("client-secret"),
                        END,
                        List.of("a"),
                        List.of("authorization_code", "refresh_token")));

        assertThat(written(SsoCacheNames.registration(center))).isEqualTo(new JsonMapper().readTree("""
            {"clientId": "client", "clientSecret": "client-secret", "expiresAt": "2026-11-27T18:00:00Z",
             "scopes": ["a"], "grantTypes": ["authorization_code", "refresh_token"]}
            """));
        cache.keep(center, CLIENT);
        assertThat(written(SsoCacheNames.registration(center)).has("grantTypes"))
                .as("the AWS CLI names no grants of a client for the device flow")
                .isFalse();
        assertThat(cache.registration(center)).contains(CLIENT);
    }

    @Test
    void onlyTheOwnerMayRead() throws IOException {
        IdentityCenter center = center(Optional.of("corp"), List.of());
        cache.keep(center, new SsoToken(new Secret("access"), END, Optional.empty()));

        assertThat(permissions(home.resolve(".aws/sso/cache").resolve(SsoCacheNames.token(center))))
                .isEqualTo("rw-------");
        for (String folder : List.of(".aws", ".aws/sso", ".aws/sso/cache")) {
            assertThat(permissions(home.resolve(folder))).as(folder).isEqualTo("rwx------");
        }
    }

    @Test
    void nothingElseIsLeftInTheFolder() throws IOException {
        IdentityCenter center = center(Optional.of("corp"), List.of());
        cache.keep(center, new SsoToken(new Secret("first"), END, Optional.empty()));
        cache.keep(center, new SsoToken(new Secret("second"), END, Optional.empty()));

        try (Stream<Path> files = Files.list(home.resolve(".aws/sso/cache"))) {
            assertThat(files).hasSize(1);
        }
        assertThat(cache.token(center).orElseThrow().accessToken().reveal()).isEqualTo("second");
        cache.forgetToken(center);
        cache.forgetToken(center);
        assertThat(cache.token(center)).isEmpty();
    }

    @Test
    void timesOfAllVersionsOfTheAwsCliAreRead() throws IOException {
        for (String time : List.of(
                "2026-11-27T18:00:00Z",
                "2026-11-27T18:00:00UTC",
                "2026-11-27T18:00:00+00:00",
                "2026-11-27T19:00:00+01:00")) {
            IdentityCenter center = writes("""
                {"startUrl": "x", "region": "eu-central-1", "accessToken": "access", "expiresAt": "%s"}
                """.formatted(time));

            assertThat(cache.token(center).orElseThrow().end()).as(time).isEqualTo("2026-11-27T18:00:00Z");
        }
    }

    @Test
    void whatIsNoTokenIsNotThere() throws IOException {
        for (String broken : List.of(
                "",
                "{",
                "[]",
                "{}",
                "{\"accessToken\": 1, \"expiresAt\": \"2026-11-27T18:00:00Z\"}",
                "{\"accessToken\": \"access\", \"expiresAt\": \"soon\"}",
                "{\"accessToken\": \"access\"}")) {
            IdentityCenter center = writes(broken);

            assertThat(cache.token(center)).as(broken).isEmpty();
        }
    }

    @Test
    void aTokenWithoutAllItTakesIsNotRenewed() throws IOException {
        IdentityCenter center = writes("""
            {"accessToken": "access", "expiresAt": "2026-11-27T18:00:00Z", "refreshToken": "refresh",
             "clientId": "client", "clientSecret": "client-secret"}
            """);

        assertThat(cache.token(center).orElseThrow().renewal()).isEmpty();
    }

    private IdentityCenter writes(String token) throws IOException {
        IdentityCenter center = center(Optional.of("corp"), List.of());
        Path file = home.resolve(".aws/sso/cache").resolve(SsoCacheNames.token(center));
        Files.createDirectories(file.getParent());
        Files.writeString(file, token);
        return center;
    }

    private JsonNode written(String name) throws IOException {
        return new JsonMapper()
                .readTree(home.resolve(".aws/sso/cache").resolve(name).toFile());
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static IdentityCenter center(Optional<String> session, List<String> scopes) {
        return new IdentityCenter(
                session,
                new StartUrl("https://d-1234567890.awsapps.com/start"),
                new RegionName("eu-central-1"),
                scopes);
    }
}
