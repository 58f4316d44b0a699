package dev.essha.launch;

import dev.essha.application.Places;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Offers;
import dev.essha.cloud.Resolver;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Offer.HostedZone;
import dev.essha.plan.DomainName;
import dev.essha.plan.Plan;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Places as the program has them, but for the hosted zones and for public DNS, which a test sets up. */
final class OtherNames implements Places, Resolver {

    final List<HostedZone> zones = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, DnsAnswer> answers = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Places places;

    OtherNames(Places places) {
        this.places = places;
    }

    /** From now on public DNS answers so; every other name does not exist, for a day. */
    void answer(String name, String type, Status status, String... values) {
        answers.put(name + " " + type, new DnsAnswer(name, type, status, List.of(values), List.of(), 300));
    }

    /** From now on nobody answers for a name until it is let go. */
    CountDownLatch hold(String name) {
        CountDownLatch latch = new CountDownLatch(1);
        held.put(name, latch);
        return latch;
    }

    void letGo(String name) {
        Optional.ofNullable(held.remove(name)).ifPresent(CountDownLatch::countDown);
    }

    @Override
    public DnsAnswer lookUp(String name, String type) {
        asked.add(name + " " + type);
        CountDownLatch latch = held.get(name);
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answers.getOrDefault(
                name + " " + type, new DnsAnswer(name, type, Status.NO_SUCH_NAME, List.of(), List.of(), 86_400));
    }

    @Override
    public Session open(Plan plan, Choice choice) {
        Session session = places.open(plan, choice);
        return new Session(cloud(session.cloud()), session.signedIn(), session.time(), session.jitter());
    }

    private Cloud cloud(Cloud cloud) {
        Offers offers = with(Offers.class, cloud.offers(), "hostedZones", this::above);
        return with(Cloud.class, with(Cloud.class, cloud, "offers", _ -> offers), "resolver", _ -> this);
    }

    private List<HostedZone> above(Object[] args) {
        DomainName domain = (DomainName) args[0];
        return zones.stream()
                .filter(z -> domain.isAtOrBelow(new DomainName(z.name())))
                .toList();
    }

    private interface Method {
        Object call(Object[] args);
    }

    private static <T> T with(Class<T> type, T object, String name, Method instead) {
        return type.cast(Proxy.newProxyInstance(
                OtherNames.class.getClassLoader(), new Class<?>[] {type}, (_, method, args) -> {
                    if (method.getName().equals(name)) {
                        return instead.call(args);
                    }
                    try {
                        return method.invoke(object, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
