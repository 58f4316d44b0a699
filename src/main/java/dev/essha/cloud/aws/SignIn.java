package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.aws.CredentialSources.Found;
import dev.essha.cloud.signin.CenterSession;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.SignedIn;
import dev.essha.plan.AccountId;
import dev.essha.wording.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The credentials of every call to an account. They are kept until shortly before they end, or until a service refuses them,
 * and then found anew; the login behind them can be replaced at any time. The account cannot: a run that began in one must not
 * go on in another, because somebody edited a profile.
 */
final class SignIn implements AwsCredentialsProvider, SignedIn {

    private static final String CALL = "sts:GetCallerIdentity";

    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(30);

    private final CredentialSources sources;
    private final AssumedRoles roles;
    private final CenterTokens tokens;
    private final InstantSource clock;
    private final AtomicReference<State> state;
    private final AtomicReference<AccountId> account = new AtomicReference<>();
    private final ReentrantLock renewing = new ReentrantLock();

    SignIn(Login login, CredentialSources sources, AssumedRoles roles, CenterTokens tokens, InstantSource clock) {
        this.sources = sources;
        this.roles = roles;
        this.tokens = tokens;
        this.clock = clock;
        this.state = new AtomicReference<>(new State(login, Optional.empty()));
    }

    private record State(Login login, Optional<KeptCredentials> kept) {}

    @Override
    public AwsCredentials resolveCredentials() {
        return kept().orElseGet(this::foundInTurn);
    }

    /** @throws CloudException where there are none; those that were found once are not looked at */
    void requireCredentials() {
        if (state.get().kept().isEmpty()) {
            foundInTurn();
        }
    }

    @Override
    public Login login() {
        return state.get().login();
    }

    @Override
    public void signInAgain(Login login) {
        Found found = find(login);
        AccountId signedIn = accountOf(found);
        AccountId opened = account.get();
        if (opened != null && !opened.equals(signedIn)) {
            throw new CloudException(new CloudFailure.Invalid(CALL, Phrase.of("account.other", opened, signedIn)));
        }
        state.set(new State(login, Optional.of(KeptCredentials.of(found))));
    }

    @Override
    public Optional<SessionEnd> sessionEnds() {
        return state.get().kept().flatMap(this::sessionEnd);
    }

    /** A service refused the credentials: whatever they said of their end, they are found anew. */
    void refused() {
        state.updateAndGet(now -> now.kept().isEmpty() ? now : new State(now.login(), Optional.empty()));
    }

    /** The account that calls work in from now on. */
    void opened(AccountId seen) {
        account.compareAndSet(null, seen);
    }

    @Override
    public String toString() {
        return "SignIn[" + login() + "]";
    }

    private Optional<AwsCredentials> kept() {
        Instant now = clock.instant();
        return state.get()
                .kept()
                .filter(kept -> kept.fresh(now))
                .map(kept -> kept.found().credentials());
    }

    private AwsCredentials foundInTurn() {
        renewing.lock();
        try {
            return kept().orElseGet(this::renew);
        } finally {
            renewing.unlock();
        }
    }

    private AwsCredentials renew() {
        State before = state.get();
        KeptCredentials next = renewed(before);
        // Where somebody signed in again meanwhile, theirs count.
        return state.compareAndSet(before, new State(before.login(), Optional.of(next)))
                ? next.found().credentials()
                : kept().orElseGet(this::renew);
    }

    /** Credentials that still live are used to their end, if nobody gives others. */
    private KeptCredentials renewed(State before) {
        try {
            return KeptCredentials.of(ofSameAccount(before.login(), find(before.login())));
        } catch (CloudException e) {
            Instant now = clock.instant();
            return before.kept()
                    .filter(kept -> kept.lives(now))
                    .map(kept -> kept.renewedAt(now.plus(UNTIL_NEXT_TRY)))
                    .orElseThrow(() -> e);
        }
    }

    /** Only what is read from files and environments can change its account under a login. */
    private Found ofSameAccount(Login login, Found found) {
        AccountId opened = account.get();
        if (opened == null || login instanceof Login.Keys || login instanceof Login.IdentityCenterRole) {
            return found;
        }
        AccountId signedIn = accountOf(found);
        if (!opened.equals(signedIn)) {
            throw new CloudException(new CloudFailure.NotSignedIn(
                    CALL,
                    login instanceof Login.Profile profile
                            ? Phrase.of("account.changed-profile", opened, signedIn, profile.name())
                            : Phrase.of("account.changed", opened, signedIn)));
        }
        return found;
    }

    private AccountId accountOf(Found found) {
        return roles.account(found.credentials());
    }

    private Optional<SessionEnd> sessionEnd(KeptCredentials kept) {
        Optional<IdentityCenter> center = kept.found().center();
        Optional<CenterSession> session = center.flatMap(tokens::session);
        boolean renewed = session.map(CenterSession::renewed).orElse(center.isEmpty());
        return Stream.concat(kept.end().stream(), session.map(CenterSession::until).stream())
                .max(Comparator.naturalOrder())
                .map(end -> new SessionEnd(end, renewed));
    }

    private Found find(Login login) {
        try {
            return sources.find(login);
        } catch (CloudException e) {
            throw new CloudException(LoginFailures.of(login, e.failure()), e);
        } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
            throw new CloudException(LoginFailures.of(login, AwsFailures.of(CALL, e)), e);
        }
    }
}
