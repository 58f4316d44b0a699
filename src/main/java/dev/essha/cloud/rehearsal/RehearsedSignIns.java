package dev.essha.cloud.rehearsal;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.signin.CenterAccount;
import dev.essha.cloud.signin.CenterSession;
import dev.essha.cloud.signin.Configured;
import dev.essha.cloud.signin.FoundProfile;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.Outcome;
import dev.essha.cloud.signin.ProfileSource;
import dev.essha.cloud.signin.Prompt;
import dev.essha.cloud.signin.SignIns;
import dev.essha.cloud.signin.StartUrl;
import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;
import dev.essha.wording.Phrase;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signing in without anybody to sign in to: a computer with a few profiles and one Identity Center, and somebody who plays the
 * person at the browser. The double for a window's tests; no file is read, nothing is sent.
 */
public final class RehearsedSignIns implements SignIns {

    /** The one Identity Center of the computer. */
    public static final IdentityCenter CENTER = new IdentityCenter(
            Optional.of("example"),
            new StartUrl("https://d-1234567890.awsapps.com/start"),
            new RegionName("eu-central-1"),
            List.of("sso:account:access"));

    private static final String CALL = "sso-oauth:CreateToken";
    private static final String ADMIN = "AdministratorAccess";
    private static final Duration CODE_LIVES = Duration.ofMinutes(10);
    private static final Duration SESSION_LIVES = Duration.ofHours(8);

    private final AccountId account;
    private final InstantSource clock;
    private final Duration takes;
    private final Map<IdentityCenter, CenterSession> sessions = new ConcurrentHashMap<>();
    private volatile Person person = Person.ALLOWS;
    private volatile List<Configured.BrokenFile> problems = List.of();

    private RehearsedSignIns(AccountId account, InstantSource clock, Duration takes) {
        this.account = account;
        this.clock = clock;
        this.takes = takes;
    }

    /** What the person at the browser does. */
    public enum Person {
        ALLOWS,
        DENIES,
        /** Comes when the code has ended. */
        IS_LATE,
        /** Never comes: only an interrupt ends the sign-in. */
        STAYS_AWAY
    }

    /**
     * @param account that the person may work in, beside two others
     * @param takes how long the person takes in the browser
     */
    public static RehearsedSignIns of(AccountId account, InstantSource clock, Duration takes) {
        return new RehearsedSignIns(account, clock, takes);
    }

    /** From now on the person does something else. */
    public void person(Person other) {
        person = other;
    }

    /** From now on a file of the AWS tools is broken. */
    public void breakFile(Configured.BrokenFile problem) {
        problems = List.of(problem);
    }

    /** Ends whatever session there is, as a center does after some hours. */
    public void endSessions() {
        sessions.clear();
    }

    @Override
    public Configured<FoundProfile> profiles() {
        String role = "arn:aws:iam::" + account + ":role/deploy";
        return new Configured<>(
                List.of(
                        profile("default", new ProfileSource.Keys(Optional.empty(), false)),
                        profile("deploy", new ProfileSource.AssumedRole(role, "example-admin", false)),
                        profile(
                                "example-admin",
                                new ProfileSource.CenterRole(new Login.IdentityCenterRole(CENTER, account, ADMIN))),
                        profile("settings-only", new ProfileSource.Unusable(Phrase.of("profile.settings-only")))),
                problems);
    }

    @Override
    public Configured<IdentityCenter> identityCenters() {
        return new Configured<>(List.of(CENTER), problems);
    }

    @Override
    public Outcome signIn(IdentityCenter center, Way way, Prompt prompt) {
        prompt.show(asked(way));
        try {
            Thread.sleep(person == Person.STAYS_AWAY ? CODE_LIVES : takes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.NotDone(Outcome.Reason.CANCELLED, Phrase.of("outcome.cancelled"));
        }
        return switch (person) {
            case ALLOWS -> signedIn(center);
            case DENIES -> new Outcome.NotDone(Outcome.Reason.DENIED, Phrase.of("outcome.denied"));
            case IS_LATE, STAYS_AWAY -> new Outcome.NotDone(Outcome.Reason.EXPIRED, Phrase.of("outcome.expired"));
        };
    }

    @Override
    public Optional<CenterSession> session(IdentityCenter center) {
        return Optional.ofNullable(sessions.get(center)).filter(s -> s.until().isAfter(clock.instant()));
    }

    @Override
    public List<CenterAccount> accounts(IdentityCenter center) {
        check(center);
        return List.of(
                new CenterAccount(account, "example", "aws@example.com"),
                new CenterAccount(new AccountId("444455556666"), "example-logs", "aws+logs@example.com"),
                new CenterAccount(new AccountId("777788889999"), "example-test", "aws+test@example.com"));
    }

    @Override
    public List<String> roles(IdentityCenter center, AccountId of) {
        check(center);
        return of.equals(account) ? List.of(ADMIN, "ReadOnlyAccess") : List.of("ReadOnlyAccess");
    }

    @Override
    public void signOut(IdentityCenter center) {
        sessions.remove(center);
    }

    private Outcome signedIn(IdentityCenter center) {
        CenterSession session = new CenterSession(clock.instant().plus(SESSION_LIVES), true);
        sessions.put(center, session);
        return new Outcome.Done(session);
    }

    /** Pages that do not exist: the names are reserved. */
    private Prompt.Asked asked(Way way) {
        return switch (way) {
            case BROWSER ->
                new Prompt.Asked.Browser(
                        URI.create("https://oidc.example.com/authorize"),
                        clock.instant().plus(CODE_LIVES));
            case DEVICE_CODE ->
                new Prompt.Asked.Device(
                        URI.create("https://device.example.com/?user_code=ABCD-EFGH"),
                        URI.create("https://device.example.com/"),
                        "ABCD-EFGH",
                        clock.instant().plus(CODE_LIVES));
        };
    }

    private void check(IdentityCenter center) {
        if (session(center).isEmpty()) {
            throw new CloudException(
                    new CloudFailure.NotSignedIn(CALL, Phrase.of("center.signed-out", center.label())));
        }
    }

    private static FoundProfile profile(String name, ProfileSource source) {
        return new FoundProfile(name, source, Optional.of(CENTER.region()));
    }
}
