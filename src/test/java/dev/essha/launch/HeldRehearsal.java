package dev.essha.launch;

import dev.essha.application.Places;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.rehearsal.RehearsalCloud;
import dev.essha.pipeline.Jitter;
import dev.essha.plan.Plan;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Rehearsed accounts whose clock can be held, in which something can be made to fail, and with a person elsewhere who takes
 * their time to add records.
 */
final class HeldRehearsal implements Places {

    final HeldTime time;
    private final Consumer<RehearsalCloud> before;
    private final Map<Object, RehearsalCloud> accounts = new ConcurrentHashMap<>();
    private final List<Choice> choices = new CopyOnWriteArrayList<>();
    private volatile RehearsalCloud last;

    /** @param before what is done to an account before anybody sees it */
    HeldRehearsal(double speed, Consumer<RehearsalCloud> before) {
        this.time = new HeldTime(speed);
        this.before = before;
    }

    @Override
    public Session open(Plan plan, Choice choice) {
        choices.add(choice);
        last = accounts.computeIfAbsent(List.of(plan.name(), plan.domain()), _ -> account(plan));
        return new Session(choice.rehearse() ? last : real(last), last.signedIn(), time, Jitter.NONE);
    }

    /** The same account, which does not say that nothing is real. */
    private static Cloud real(Cloud cloud) {
        return (Cloud) Proxy.newProxyInstance(
                Cloud.class.getClassLoader(),
                new Class<?>[] {Cloud.class},
                (_, method, arguments) ->
                        method.getName().equals("kind") ? Cloud.Kind.ENDPOINT : invoke(cloud, method, arguments));
    }

    private static Object invoke(Cloud cloud, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(cloud, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** How it was opened so far. */
    List<Choice> choices() {
        return choices;
    }

    /** As at an endpoint, whoever opens it finds the same account. */
    private RehearsalCloud account(Plan plan) {
        RehearsalCloud cloud = RehearsalCloud.open(
                Wiring.rehearsed(plan, time).withRecordsAddedAfter(Optional.of(Duration.ofHours(1))));
        before.accept(cloud);
        return cloud;
    }

    /** The account that was opened last. */
    RehearsalCloud last() {
        return last;
    }
}
