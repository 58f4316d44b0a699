package dev.essha.pipeline;

import dev.essha.cloud.Cloud;
import dev.essha.cloud.Identity;
import dev.essha.cloud.Images;
import dev.essha.cloud.Lookups;
import dev.essha.cloud.NewSignIn;
import dev.essha.cloud.Offers;
import dev.essha.cloud.Prices;
import dev.essha.cloud.Resolver;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.cloud.rehearsal.RehearsalSettings;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Offer;
import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An account that has stacks in any region, what is put into it by hand, and a DNS in which names are written by hand. */
final class FakeCloud implements Cloud {

    static final AccountId ACCOUNT = new AccountId("111122223333");
    static final RegionName REGION = new RegionName("eu-central-1");

    private final VirtualTime time;
    private final Map<RegionName, FakeStacks> stacks = new ConcurrentHashMap<>();
    /** Of the addresses from which CloudFront asks. */
    Optional<String> prefixList = Optional.of("pl-1");

    List<Offer.HostedZone> hostedZones = List.of();

    /** Whatever limit is asked for. */
    Optional<Offer.Quota> quota = Optional.empty();

    private final FakeActions actions = new FakeActions();
    private final FakeLookups lookups;
    private final Map<String, DnsAnswer> names = new ConcurrentHashMap<>();

    FakeCloud(VirtualTime time) {
        this.time = time;
        this.lookups = new FakeLookups(
                actions,
                RehearsalCloud.open(RehearsalSettings.of(ACCOUNT, REGION, time)).lookups());
    }

    void answers(String name, String type, List<String> values, List<String> chain) {
        names.put(name + " " + type, new DnsAnswer(name, type, DnsAnswer.Status.FOUND, values, chain, 60));
    }

    @Override
    public Kind kind() {
        return Kind.REHEARSAL;
    }

    @Override
    public Identity identity() {
        return new Identity(ACCOUNT, "arn:aws:iam::111122223333:user/test", REGION);
    }

    @Override
    public NewSignIn howToSignIn() {
        return new NewSignIn.IdentityCenter();
    }

    @Override
    public FakeStacks stacks() {
        return stacks(REGION);
    }

    @Override
    public FakeStacks stacks(RegionName region) {
        return stacks.computeIfAbsent(region, _ -> new FakeStacks(time));
    }

    @Override
    public Prices prices() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Resolver resolver() {
        return (name, type) -> {
            String wildcard = "*." + name.substring(name.indexOf('.') + 1);
            DnsAnswer none = new DnsAnswer(name, type, DnsAnswer.Status.NO_SUCH_NAME, List.of(), List.of(), 60);
            return names.getOrDefault(name + " " + type, names.getOrDefault(wildcard + " " + type, none));
        };
    }

    @Override
    public Lookups lookups() {
        return lookups.port();
    }

    FakeLookups seen() {
        return lookups;
    }

    @Override
    public FakeActions actions() {
        return actions;
    }

    @Override
    public Images images() {
        throw new UnsupportedOperationException("nobody copies images here");
    }

    @Override
    public Offers offers() {
        return (Offers) Proxy.newProxyInstance(
                Offers.class.getClassLoader(),
                new Class<?>[] {Offers.class},
                (_, method, _) -> offer(method.getName()));
    }

    private Object offer(String method) {
        return switch (method) {
            case "cloudFrontPrefixList" -> prefixList;
            case "hostedZones" -> hostedZones;
            case "quota" -> quota;
            default -> throw new UnsupportedOperationException(method);
        };
    }

    @Override
    public void close() {}
}
