package dev.essha.cloud.aws;

import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Outcome;
import dev.essha.cloud.signin.Prompt;
import dev.essha.wording.Phrase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.InternalServerException;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/**
 * Signs in through any browser: a person types a code there while this program asks again and again whether that is done.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628">RFC 8628: device authorization grant</a>
 */
final class DeviceFlow {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    /** Both by RFC 8628, 3.2 and 3.5. */
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);

    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final SsoServices services;
    private final InstantSource clock;
    private final Pause pause;

    DeviceFlow(SsoServices services, InstantSource clock, Pause pause) {
        this.services = services;
        this.clock = clock;
        this.pause = pause;
    }

    /** Waits; {@link Thread#sleep(Duration)}, or nothing at all in a test. */
    @FunctionalInterface
    interface Pause {

        void sleep(Duration duration) throws InterruptedException;
    }

    /** What the center gives for a person and for the one who waits. */
    record Started(StartDeviceAuthorizationResponse answer, Instant until) {}

    Started start(IdentityCenter center, SsoClientRegistration client) {
        Instant asked = clock.instant();
        StartDeviceAuthorizationResponse answer = services.oidc(center.region())
                .startDeviceAuthorization(r -> r.clientId(client.id())
                        .clientSecret(client.secret().reveal())
                        .startUrl(center.startUrl().value()));
        return new Started(answer, asked.plusSeconds(answer.expiresIn()));
    }

    SsoToken run(IdentityCenter center, SsoClientRegistration client, Started started, Prompt prompt)
            throws InterruptedException, SignInStopped {
        StartDeviceAuthorizationResponse answer = started.answer();
        prompt.show(new Prompt.Asked.Device(
                URI.create(Optional.ofNullable(answer.verificationUriComplete()).orElse(answer.verificationUri())),
                URI.create(answer.verificationUri()),
                answer.userCode(),
                started.until()));
        Duration interval = Optional.ofNullable(answer.interval())
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds)
                .orElse(USUAL_PAUSE);
        while (clock.instant().isBefore(started.until())) {
            pause.sleep(interval);
            try {
                return token(center, client, answer.deviceCode());
            } catch (AuthorizationPendingException | InternalServerException e) {
                // The person has not come yet.
            } catch (SlowDownException e) {
                interval = interval.plus(SLOWER);
            } catch (SdkClientException e) {
                // A network that comes and goes must not cost a person who is typing the code the sign-in.
                throwIfInterrupted(e);
                interval = interval.plus(SLOWER);
            }
        }
        throw new SignInStopped(Outcome.Reason.EXPIRED, Phrase.of("outcome.expired"));
    }

    private static void throwIfInterrupted(SdkClientException e) throws InterruptedException {
        if (e instanceof AbortedException || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
    }

    private SsoToken token(IdentityCenter center, SsoClientRegistration client, String deviceCode) {
        Instant asked = clock.instant();
        CreateTokenResponse answer = services.oidc(center.region())
                .createToken(r -> r.grantType(GRANT)
                        .clientId(client.id())
                        .clientSecret(client.secret().reveal())
                        .deviceCode(deviceCode));
        return CenterTokens.of(answer, asked, client);
    }
}
