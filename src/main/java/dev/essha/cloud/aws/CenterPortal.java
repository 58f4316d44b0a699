package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.signin.CenterAccount;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Login;
import dev.essha.plan.AccountId;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.AccountInfo;
import software.amazon.awssdk.services.sso.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sso.model.RoleCredentials;
import software.amazon.awssdk.services.sso.model.RoleInfo;
import software.amazon.awssdk.services.sso.model.SsoException;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;

/** What a person who is signed in to an Identity Center may do, and with which credentials. */
final class CenterPortal {

    private static final String CREDENTIALS = "sso:GetRoleCredentials";
    private static final int FORBIDDEN = 403;

    private final CenterTokens tokens;
    private final SsoCache cache;
    private final SsoServices services;

    CenterPortal(CenterTokens tokens, SsoCache cache, SsoServices services) {
        this.tokens = tokens;
        this.cache = cache;
        this.services = services;
    }

    List<CenterAccount> accounts(IdentityCenter center) {
        return asked(
                center,
                "sso:ListAccounts",
                (portal, token) -> portal.listAccountsPaginator(r -> r.accessToken(token)).accountList().stream()
                        .map(CenterPortal::account)
                        .sorted(Comparator.comparing(CenterAccount::name, String.CASE_INSENSITIVE_ORDER)
                                .thenComparing(a -> a.id().value()))
                        .toList());
    }

    List<String> roles(IdentityCenter center, AccountId account) {
        return asked(
                center,
                "sso:ListAccountRoles",
                (portal, token) ->
                        portal
                                .listAccountRolesPaginator(
                                        r -> r.accessToken(token).accountId(account.value()))
                                .roleList()
                                .stream()
                                .map(RoleInfo::roleName)
                                .sorted(String.CASE_INSENSITIVE_ORDER)
                                .toList());
    }

    AwsSessionCredentials credentials(Login.IdentityCenterRole login) {
        return asked(login.center(), CREDENTIALS, (portal, token) -> {
            try {
                return credentials(portal.getRoleCredentials(r -> r.accessToken(token)
                                .accountId(login.account().value())
                                .roleName(login.role()))
                        .roleCredentials());
            } catch (ResourceNotFoundException e) {
                throw notAssigned(login, e);
            } catch (SsoException e) {
                throw e.statusCode() == FORBIDDEN ? notAssigned(login, e) : e;
            }
        });
    }

    void signOut(IdentityCenter center) {
        try {
            cache.token(center).ifPresent(token -> tell(center, token));
        } finally {
            forget(center);
        }
    }

    /** A session that has ended already needs no end. */
    private void tell(IdentityCenter center, SsoToken token) {
        try {
            services.portal(center.region())
                    .logout(r -> r.accessToken(token.accessToken().reveal()));
        } catch (UnauthorizedException e) {
            return;
        } catch (SdkException e) {
            throw new CloudException(AwsFailures.of("sso:Logout", e), e);
        }
    }

    private void forget(IdentityCenter center) {
        try {
            cache.forgetToken(center);
        } catch (IOException e) {
            throw new CloudException(new CloudFailure.Unknown("sso:Logout", "", Phrase.of("center.not-forgotten")), e);
        }
    }

    /** A token may be dead before its time: it is renewed once, as far as it can be. */
    private <T> T asked(IdentityCenter center, String call, BiFunction<SsoClient, String, T> question) {
        SsoToken token = tokens.token(center);
        return answered(center, call, question, token)
                .or(() -> answered(center, call, question, tokens.insteadOf(center, token)))
                .orElseThrow(() -> CenterTokens.nobody(center, null));
    }

    /** Empty where the service does not know the token. */
    private <T> Optional<T> answered(
            IdentityCenter center, String call, BiFunction<SsoClient, String, T> question, SsoToken token) {
        try {
            return Optional.of(question.apply(
                    services.portal(center.region()), token.accessToken().reveal()));
        } catch (UnauthorizedException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new CloudException(AwsFailures.of(call, e), e);
        }
    }

    private static CloudException notAssigned(Login.IdentityCenterRole login, SsoException cause) {
        return new CloudException(
                new CloudFailure.NotSignedIn(
                        CREDENTIALS,
                        Phrase.of("center.no-role", login.center().label(), login.role(), login.account())),
                cause);
    }

    private static AwsSessionCredentials credentials(RoleCredentials given) {
        return AwsSessionCredentials.builder()
                .accessKeyId(given.accessKeyId())
                .secretAccessKey(given.secretAccessKey())
                .sessionToken(given.sessionToken())
                .expirationTime(Instant.ofEpochMilli(given.expiration()))
                .build();
    }

    private static CenterAccount account(AccountInfo info) {
        return new CenterAccount(
                new AccountId(info.accountId()),
                Objects.requireNonNullElse(info.accountName(), ""),
                Objects.requireNonNullElse(info.emailAddress(), ""));
    }
}
