package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.signin.CenterSession;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Secret;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientException;
import software.amazon.awssdk.services.ssooidc.model.InvalidGrantException;
import software.amazon.awssdk.services.ssooidc.model.UnauthorizedClientException;

/** The tokens of people who signed in to Identity Centers, here or through an AWS tool; renewed while that is possible. */
final class CenterTokens {

    /** Of every failure that a new sign-in cures. */
    static final String CALL = "sso-oauth:CreateToken";

    private static final String RENEWAL = "refresh_token";

    /** As the SDKs do it. */
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final SsoCache cache;
    private final SsoServices services;
    private final InstantSource clock;
    private final Map<IdentityCenter, ReentrantLock> renewing = new ConcurrentHashMap<>();

    CenterTokens(SsoCache cache, SsoServices services, InstantSource clock) {
        this.cache = cache;
        this.services = services;
        this.clock = clock;
    }

    Optional<CenterSession> session(IdentityCenter center) {
        return cache.token(center).flatMap(token -> token.session(clock.instant()));
    }

    /**
     * A token that lives.
     *
     * @throws CloudException {@link CloudFailure.NotSignedIn} where there is none
     */
    SsoToken token(IdentityCenter center) {
        SsoToken kept = cache.token(center).orElseThrow(() -> nobody(center, null));
        return isFresh(kept) ? kept : renewed(center, kept);
    }

    /**
     * Another token in place of one that has ended, or that a service refused.
     *
     * @throws CloudException {@link CloudFailure.NotSignedIn} where there is none
     */
    SsoToken insteadOf(IdentityCenter center, SsoToken refused) {
        return inTurn(center, () -> {
            SsoToken kept = cache.token(center).orElseThrow(() -> nobody(center, null));
            return kept.accessToken().equals(refused.accessToken()) ? renew(center, kept) : kept;
        });
    }

    private SsoToken renewed(IdentityCenter center, SsoToken ending) {
        try {
            return insteadOf(center, ending);
        } catch (CloudException e) {
            if (ending.lives(clock.instant())) {
                return ending;
            }
            throw e;
        }
    }

    private SsoToken renew(IdentityCenter center, SsoToken token) {
        SsoToken.Renewal renewal =
                token.renewal().filter(r -> r.possible(clock.instant())).orElseThrow(() -> nobody(center, null));
        try {
            Instant asked = clock.instant();
            CreateTokenResponse answer = services.oidc(center.region())
                    .createToken(r -> r.grantType(RENEWAL)
                            .refreshToken(renewal.refreshToken().reveal())
                            .clientId(renewal.client().id())
                            .clientSecret(renewal.client().secret().reveal()));
            SsoToken renewed = of(answer, asked, renewal.client());
            keep(center, renewed);
            return renewed;
        } catch (InvalidGrantException
                | ExpiredTokenException
                | AccessDeniedException
                | InvalidClientException
                | UnauthorizedClientException e) {
            return keptMeanwhile(center, token).orElseThrow(() -> nobody(center, e));
        } catch (SdkException e) {
            throw new CloudException(AwsFailures.of(CALL, e), e);
        }
    }

    /** A token can be renewed once: an AWS tool in another terminal may have been faster. */
    private Optional<SsoToken> keptMeanwhile(IdentityCenter center, SsoToken refused) {
        return cache.token(center)
                .filter(kept -> !kept.accessToken().equals(refused.accessToken()))
                .filter(this::isFresh);
    }

    /** A disk that refuses it costs the next program a sign-in, but not this one its work. */
    private void keep(IdentityCenter center, SsoToken token) {
        try {
            cache.keep(center, token);
        } catch (IOException e) {
            System.getLogger(CenterTokens.class.getName()).log(System.Logger.Level.WARNING, "token not kept", e);
        }
    }

    /** @param client that asked for it */
    static SsoToken of(CreateTokenResponse answer, Instant asked, SsoClientRegistration client) {
        return new SsoToken(
                new Secret(answer.accessToken()),
                asked.plusSeconds(answer.expiresIn()),
                Optional.ofNullable(answer.refreshToken()).map(text -> new SsoToken.Renewal(new Secret(text), client)));
    }

    private boolean isFresh(SsoToken token) {
        return token.end().isAfter(clock.instant().plus(EARLY));
    }

    private SsoToken inTurn(IdentityCenter center, Supplier<SsoToken> work) {
        ReentrantLock turn = renewing.computeIfAbsent(center, _ -> new ReentrantLock());
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /** That nobody is signed in, in words that tell how to. */
    static CloudException nobody(IdentityCenter center, Throwable cause) {
        Phrase said = center.session()
                .map(name -> Phrase.of("center.nobody-in-session", center.label(), name))
                .orElseGet(() -> Phrase.of("center.nobody", center.label()));
        return new CloudException(new CloudFailure.NotSignedIn(CALL, said), cause);
    }
}
