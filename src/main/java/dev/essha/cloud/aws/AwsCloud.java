package dev.essha.cloud.aws;

import dev.essha.cloud.Actions;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Identity;
import dev.essha.cloud.Images;
import dev.essha.cloud.Lookups;
import dev.essha.cloud.NewSignIn;
import dev.essha.cloud.Offers;
import dev.essha.cloud.Prices;
import dev.essha.cloud.Resolver;
import dev.essha.cloud.Stacks;
import dev.essha.cloud.signin.SignedIn;
import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** AWS, or an endpoint that speaks its protocols. Opening it calls nobody. */
public final class AwsCloud implements Cloud {

    private final AwsSettings settings;
    private final AwsClients clients;
    private final Stacks stacks;
    private final Map<RegionName, Stacks> elsewhere = new ConcurrentHashMap<>();
    private final Lookups lookups;
    private final Actions actions;
    private final Images images;
    private final Offers offers;
    private final Prices prices;
    private final Resolver resolver;

    private AwsCloud(AwsSettings settings, AwsClients clients) {
        this.settings = settings;
        this.clients = clients;
        this.stacks = new AwsStacks(clients);
        this.lookups = new AwsLookups(clients);
        this.actions = new AwsActions(clients);
        this.images = new AwsImages(clients);
        this.offers = new AwsOffers(clients);
        this.prices = new AwsPrices(clients);
        this.resolver = DnsJavaResolver.at(settings.nameServer());
    }

    /** Opens an account. Credentials are looked for at the first call; {@link #identity()} is the one to try them with. */
    public static AwsCloud open(AwsSettings settings) {
        return open(settings, Connection.READ);
    }

    /** @param read how long an answer is waited for */
    static AwsCloud open(AwsSettings settings, Duration read) {
        return new AwsCloud(settings, new AwsClients(settings, read));
    }

    @Override
    public Kind kind() {
        return clients.endpoint().isPresent() ? Kind.ENDPOINT : Kind.AWS;
    }

    @Override
    public Identity identity() {
        // Who has no credentials need not wait for a client of the SDK to be made to be told so.
        clients.signIn().requireCredentials();
        GetCallerIdentityResponse caller = clients.sts().getCallerIdentity();
        AccountId account = new AccountId(caller.account());
        clients.signIn().opened(account);
        return new Identity(account, caller.arn(), settings.region());
    }

    /** The login, which can be replaced while the account is open. */
    public SignedIn signedIn() {
        return clients.signIn();
    }

    @Override
    public NewSignIn howToSignIn() {
        return SignInAgain.after(signedIn().login(), settings.home());
    }

    @Override
    public Stacks stacks() {
        return stacks;
    }

    @Override
    public Stacks stacks(RegionName region) {
        return region.equals(settings.region())
                ? stacks
                : elsewhere.computeIfAbsent(region, r -> new AwsStacks(clients.in(r)));
    }

    @Override
    public Lookups lookups() {
        return lookups;
    }

    @Override
    public Actions actions() {
        return actions;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public Offers offers() {
        return offers;
    }

    @Override
    public Prices prices() {
        return prices;
    }

    @Override
    public Resolver resolver() {
        return resolver;
    }

    @Override
    public void close() {
        clients.close();
    }
}
