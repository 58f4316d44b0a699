package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.signin.CenterAccount;
import dev.essha.cloud.signin.CenterSession;
import dev.essha.cloud.signin.Configured;
import dev.essha.cloud.signin.FoundProfile;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Outcome;
import dev.essha.cloud.signin.ProfileSource;
import dev.essha.cloud.signin.Prompt;
import dev.essha.cloud.signin.SignIns;
import dev.essha.plan.AccountId;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientException;
import software.amazon.awssdk.services.ssooidc.model.UnauthorizedClientException;

/** The AWS tools' files, and IAM Identity Center. Opening it reads nothing and calls nobody. */
public final class AwsSignIns implements SignIns, AutoCloseable {

    private final AwsHome home;
    private final InstantSource clock;
    private final Transport transport;
    private final SsoServices services;
    private final SsoCache cache;
    private final CenterTokens tokens;
    private final CenterPortal portal;
    private final ClientRegistrations registrations;
    private final BrowserFlow browser;
    private final DeviceFlow device;

    private AwsSignIns(AwsHome home, String version, InstantSource clock, DeviceFlow.Pause pause) {
        this.home = home;
        this.clock = clock;
        this.transport = new Transport(home, home.defaultProfile(), version, Connection.READ);
        this.services = new SsoServices(home, transport);
        this.cache = new SsoCache(home);
        this.tokens = new CenterTokens(cache, services, clock);
        this.portal = new CenterPortal(tokens, cache, services);
        this.registrations = new ClientRegistrations(cache, services, clock);
        this.browser = new BrowserFlow(services, clock);
        this.device = new DeviceFlow(services, clock, pause);
    }

    /** @param version of this program, for the user agent */
    public static AwsSignIns of(AwsHome home, String version) {
        return new AwsSignIns(home, version, InstantSource.system(), Thread::sleep);
    }

    /** With time as a test wants it. */
    static AwsSignIns of(AwsHome home, InstantSource clock, DeviceFlow.Pause pause) {
        return new AwsSignIns(home, "test", clock, pause);
    }

    @Override
    public Configured<FoundProfile> profiles() {
        ProfileFiles files = ProfileFiles.read(home);
        ProfileSources sources = new ProfileSources(files);
        return new Configured<>(files.profiles().stream().map(sources::of).toList(), files.problems());
    }

    @Override
    public Configured<IdentityCenter> identityCenters() {
        ProfileFiles files = ProfileFiles.read(home);
        ProfileSources sources = new ProfileSources(files);
        Stream<IdentityCenter> ofSections =
                files.sessions().stream().map(sources::center).flatMap(Optional::stream);
        Stream<IdentityCenter> ofProfiles = files.profiles().stream()
                .map(sources::source)
                .filter(ProfileSource.CenterRole.class::isInstance)
                .map(source -> ((ProfileSource.CenterRole) source).login().center());
        return new Configured<>(Stream.concat(ofSections, ofProfiles).distinct().toList(), files.problems());
    }

    @Override
    public Outcome signIn(IdentityCenter center, Way way, Prompt prompt) {
        try {
            SsoToken token = switch (way) {
                case BROWSER -> browser.run(center, registrations.of(center, way), prompt);
                case DEVICE_CODE -> withDevice(center, prompt);
            };
            cache.keep(center, token);
            return new Outcome.Done(new CenterSession(token.end(), token.renewable(clock.instant())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SignInFailures.cancelled();
        } catch (SignInStopped e) {
            forgetIfExpired(center, e.outcome());
            return e.outcome();
        } catch (SdkException e) {
            return failed(center, e);
        } catch (CloudException e) {
            return new Outcome.NotDone(
                    Outcome.Reason.UNREACHABLE,
                    Phrase.of("outcome.sentence", e.failure().said()));
        } catch (IOException e) {
            return new Outcome.NotDone(Outcome.Reason.COMPUTER, Phrase.of("outcome.not-kept", home.tokens()));
        }
    }

    @Override
    public Optional<CenterSession> session(IdentityCenter center) {
        return tokens.session(center);
    }

    @Override
    public List<CenterAccount> accounts(IdentityCenter center) {
        return portal.accounts(center);
    }

    @Override
    public List<String> roles(IdentityCenter center, AccountId account) {
        return portal.roles(center, account);
    }

    @Override
    public void signOut(IdentityCenter center) {
        portal.signOut(center);
    }

    @Override
    public void close() {
        services.close();
        transport.close();
    }

    /** A center forgets clients now and then; nobody has been asked for anything yet, so one registers anew. */
    private SsoToken withDevice(IdentityCenter center, Prompt prompt) throws InterruptedException, SignInStopped {
        SsoClientRegistration client = registrations.of(center, Way.DEVICE_CODE);
        try {
            return device.run(center, client, device.start(center, client), prompt);
        } catch (InvalidClientException | UnauthorizedClientException e) {
            registrations.forget(center);
            SsoClientRegistration anew = registrations.of(center, Way.DEVICE_CODE);
            return device.run(center, anew, device.start(center, anew), prompt);
        }
    }

    private Outcome failed(IdentityCenter center, SdkException e) {
        if (Thread.currentThread().isInterrupted()) {
            return SignInFailures.cancelled();
        }
        if (e instanceof InvalidClientException || e instanceof UnauthorizedClientException) {
            registrations.forget(center);
        }
        return SignInFailures.of(center, e);
    }

    /** A center that forgot this program shows so in the browser, from which nobody comes back then. */
    private void forgetIfExpired(IdentityCenter center, Outcome.NotDone outcome) {
        if (outcome.reason() == Outcome.Reason.EXPIRED) {
            registrations.forget(center);
        }
    }
}
