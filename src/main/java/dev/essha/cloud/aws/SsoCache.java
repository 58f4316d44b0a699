package dev.essha.cloud.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder of tokens that the AWS CLI and the SDKs share: a file for the token of each center, one for each client that is
 * registered with it. What cannot be read is not there.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/understanding-sso.html">How tokens are cached</a>
 */
final class SsoCache {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path folder;

    SsoCache(AwsHome home) {
        this.folder = home.tokens();
    }

    Optional<SsoToken> token(IdentityCenter center) {
        return read(SsoCacheNames.token(center)).flatMap(json -> parsed(json, SsoCache::token));
    }

    /** @throws IOException if the disk refuses it */
    void keep(IdentityCenter center, SsoToken token) throws IOException {
        ObjectNode json = MAPPER.createObjectNode()
                .put("startUrl", center.startUrl().value())
                .put("region", center.region().value())
                .put("accessToken", token.accessToken().reveal())
                .put("expiresAt", text(token.end()));
        token.renewal()
                .ifPresent(renewal -> json.put("clientId", renewal.client().id())
                        .put("clientSecret", renewal.client().secret().reveal())
                        .put("registrationExpiresAt", text(renewal.client().end()))
                        .put("refreshToken", renewal.refreshToken().reveal()));
        write(SsoCacheNames.token(center), json);
    }

    /** @throws IOException if the disk refuses it */
    void forgetToken(IdentityCenter center) throws IOException {
        Files.deleteIfExists(folder.resolve(SsoCacheNames.token(center)));
    }

    Optional<SsoClientRegistration> registration(IdentityCenter center) {
        return read(SsoCacheNames.registration(center)).flatMap(json -> parsed(json, SsoCache::registration));
    }

    /** @throws IOException if the disk refuses it */
    void keep(IdentityCenter center, SsoClientRegistration client) throws IOException {
        ObjectNode json = MAPPER.createObjectNode()
                .put("clientId", client.id())
                .put("clientSecret", client.secret().reveal())
                .put("expiresAt", text(client.end()));
        client.scopes().forEach(json.withArrayProperty("scopes")::add);
        if (!client.grants().isEmpty()) {
            client.grants().forEach(json.withArrayProperty("grantTypes")::add);
        }
        write(SsoCacheNames.registration(center), json);
    }

    /** @throws IOException if the disk refuses it */
    void forgetRegistration(IdentityCenter center) throws IOException {
        Files.deleteIfExists(folder.resolve(SsoCacheNames.registration(center)));
    }

    private Optional<JsonNode> read(String name) {
        try {
            return Optional.of(MAPPER.readTree(folder.resolve(name).toFile()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void write(String name, ObjectNode json) throws IOException {
        try {
            PrivateFile.write(folder.resolve(name), MAPPER.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    private static <T> Optional<T> parsed(JsonNode json, Parser<T> parser) {
        try {
            return Optional.of(parser.parse(json));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SsoToken token(JsonNode json) {
        return new SsoToken(secret(json, "accessToken"), instant(json, "expiresAt"), renewal(json));
    }

    /** The AWS tools do not renew a token either that lacks one of these. */
    private static Optional<SsoToken.Renewal> renewal(JsonNode json) {
        for (String name : List.of("refreshToken", "clientId", "clientSecret", "registrationExpiresAt")) {
            if (!json.path(name).isTextual()) {
                return Optional.empty();
            }
        }
        return Optional.of(new SsoToken.Renewal(
                secret(json, "refreshToken"),
                new SsoClientRegistration(
                        required(json, "clientId"),
                        secret(json, "clientSecret"),
                        instant(json, "registrationExpiresAt"),
                        List.of(),
                        List.of())));
    }

    private static SsoClientRegistration registration(JsonNode json) {
        return new SsoClientRegistration(
                required(json, "clientId"),
                secret(json, "clientSecret"),
                instant(json, "expiresAt"),
                texts(json.path("scopes")),
                texts(json.path("grantTypes")));
    }

    private static Secret secret(JsonNode json, String name) {
        return new Secret(required(json, name));
    }

    private static String required(JsonNode json, String name) {
        if (!json.path(name).isTextual()) {
            throw new IllegalArgumentException("no " + name);
        }
        return json.path(name).asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Earlier versions of the AWS CLI wrote {@code 2020-06-17T10:02:08UTC}. */
    private static Instant instant(JsonNode json, String name) {
        return OffsetDateTime.parse(required(json, name).replaceFirst("UTC$", "Z"))
                .toInstant();
    }

    /** The AWS CLI writes seconds. */
    private static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @FunctionalInterface
    private interface Parser<T> {

        T parse(JsonNode json);
    }
}
