package dev.essha.cloud.aws;

import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Outcome;
import dev.essha.cloud.signin.Prompt;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;

/**
 * Signs in through the browser of this computer: it is sent to the center with the hash of a secret, comes back with a code,
 * and only who has the secret gets a token for the code.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636: proof key for code exchange</a>
 */
final class BrowserFlow {

    /** As the AWS CLI waits. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SsoServices services;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    BrowserFlow(SsoServices services, InstantSource clock) {
        this.services = services;
        this.clock = clock;
    }

    SsoToken run(IdentityCenter center, SsoClientRegistration client, Prompt prompt)
            throws InterruptedException, SignInStopped {
        String state = secret(24);
        String verifier = secret(64);
        try (BrowserReturn back = BrowserReturn.listen(state, prompt)) {
            URI page = page(center, client, back.address(), state, verifier);
            prompt.show(new Prompt.Asked.Browser(page, clock.instant().plus(PATIENCE)));
            return token(center, client, back.code(PATIENCE), back.address(), verifier);
        } catch (IOException e) {
            throw new SignInStopped(Outcome.Reason.COMPUTER, Phrase.of("outcome.no-way-back"), e);
        }
    }

    private URI page(IdentityCenter center, SsoClientRegistration client, URI back, String state, String verifier) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.id());
        query.put("redirect_uri", back.toString());
        query.put("state", state);
        query.put("code_challenge_method", "S256");
        query.put("code_challenge", challenge(verifier));
        query.put("scope", String.join(" ", client.scopes()));
        String text = query.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(services.oidcAddress(center.region()) + "/authorize?" + text);
    }

    private SsoToken token(
            IdentityCenter center, SsoClientRegistration client, String code, URI back, String verifier) {
        Instant asked = clock.instant();
        CreateTokenResponse answer = services.oidc(center.region())
                .createToken(r -> r.grantType(ClientRegistrations.AUTHORIZATION_CODE)
                        .clientId(client.id())
                        .clientSecret(client.secret().reveal())
                        .redirectUri(back.toString())
                        .code(code)
                        .codeVerifier(verifier));
        return CenterTokens.of(answer, asked, client);
    }

    private String secret(int bytes) {
        byte[] chosen = new byte[bytes];
        random.nextBytes(chosen);
        return BASE64.encodeToString(chosen);
    }

    private static String challenge(String verifier) {
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
