package dev.essha.cloud.rehearsal;

import dev.essha.cloud.Actions;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
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
import dev.essha.wording.Phrase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * An account in memory that behaves like the real one as far as the port can tell. Everything takes the time of {@link
 * dev.essha.cloud.TypicalTimes} by the clock of its settings; nothing is real.
 */
public final class RehearsalCloud implements Cloud {

    private final Account account;
    private final RehearsedSession session;
    private final Map<RegionName, Stacks> stacks = new ConcurrentHashMap<>();
    private final Lookups lookups;
    private final Actions actions;
    private final Images images;
    private final Offers offers;
    private final Resolver resolver;

    private RehearsalCloud(Account account) {
        this.account = account;
        this.session = new RehearsedSession(account.place().account());
        this.lookups = session.guard(Lookups.class, new RehearsedLookups(account));
        this.actions = session.guard(Actions.class, new RehearsedActions(account));
        this.images = session.guard(Images.class, new RehearsedImages(account));
        this.offers = session.guard(Offers.class, new RehearsedOffers(account));
        this.resolver = new RehearsedResolver(account);
    }

    /**
     * Opens the account of a state file where it was left, or an empty one.
     *
     * @throws dev.essha.cloud.CloudException where the state file is broken, newer, or of another account or region
     */
    public static RehearsalCloud open(RehearsalSettings settings) {
        return new RehearsalCloud(new Account(settings, AccountFile.read(settings)));
    }

    /**
     * Lets something go wrong: the next creation or update of a resource fails. Once.
     *
     * @param logicalIdOrType {@code Database} or {@code AWS::RDS::DBInstance}
     * @param reason what the service says
     */
    public void failNext(String logicalIdOrType, String reason) {
        synchronized (account) {
            account.change(() -> account.faults().add(logicalIdOrType, reason));
        }
    }

    /** Lets a roll back go wrong: the next attempt to change a resource back fails. Once. */
    public void failNextRollBack(String logicalIdOrType, String reason) {
        synchronized (account) {
            account.change(() -> account.faults().addToRollBack(logicalIdOrType, reason));
        }
    }

    /** Lets the credentials end: every call is refused from now on. What CloudFormation has begun goes on. */
    public void endSignIn() {
        session.end();
    }

    /** Signs in again, to the account that is rehearsed. */
    public void signIn() {
        session.begin(account.place().account());
    }

    /** Signs in to another account, as with the wrong profile; nothing of it is there to be seen. */
    public void signInTo(AccountId other) {
        session.begin(other);
    }

    /**
     * Changes something without CloudFormation, as a person with a console would.
     *
     * @param property as CloudFormation calls it, {@code DeletionProtection}
     * @throws IllegalArgumentException where there is no such thing
     */
    public void changeByHand(String type, String physicalId, String property, Object value) {
        byHand(type, physicalId, live -> account.byHand().change(live, property, value));
    }

    /**
     * Removes something without CloudFormation.
     *
     * @throws IllegalArgumentException where there is no such thing
     */
    public void removeByHand(String type, String physicalId) {
        byHand(type, physicalId, account.byHand()::remove);
    }

    /**
     * Makes something without CloudFormation, as a person or a cluster's controller would.
     *
     * @param properties as CloudFormation calls them
     * @return its physical id
     */
    public String makeByHand(String type, Map<String, Object> properties) {
        synchronized (account) {
            Live[] made = new Live[1];
            account.change(() -> made[0] = account.byHand().make(account.place(), type, properties));
            return made[0].physicalId();
        }
    }

    /** The login, which can be replaced while the account is open. */
    public SignedIn signedIn() {
        return session;
    }

    private void byHand(String type, String physicalId, Consumer<Live> change) {
        synchronized (account) {
            Live live = account.snapshot()
                    .find(type, physicalId)
                    .orElseThrow(() -> new IllegalArgumentException("no " + type + " " + physicalId));
            account.change(() -> change.accept(live));
        }
    }

    @Override
    public Kind kind() {
        return Kind.REHEARSAL;
    }

    @Override
    public Identity identity() {
        Place place = account.place();
        AccountId signedIn = session.account("sts:GetCallerIdentity");
        String arn = "arn:%s:sts::%s:assumed-role/rehearsal/rehearsal".formatted(place.partition(), signedIn);
        return new Identity(signedIn, arn, place.region());
    }

    @Override
    public NewSignIn howToSignIn() {
        return new NewSignIn.Rehearsal();
    }

    @Override
    public Stacks stacks() {
        return stacks(account.place().region());
    }

    @Override
    public Stacks stacks(RegionName region) {
        return stacks.computeIfAbsent(
                region,
                r -> session.guard(
                        Stacks.class,
                        new RehearsedStacks(account, account.place().in(r))));
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

    /** Nothing is sold here: prices are those that came with the program. */
    @Override
    public Prices prices() {
        return _ -> {
            throw new CloudException(
                    new CloudFailure.Unavailable("pricing:GetProducts", Phrase.of("prices.rehearsal")));
        };
    }

    @Override
    public Resolver resolver() {
        return resolver;
    }

    /** Keeps the time that has passed in the account. */
    @Override
    public void close() {
        account.close();
    }
}
