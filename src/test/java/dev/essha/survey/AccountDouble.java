package dev.essha.survey;

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
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackView;
import dev.essha.cloud.Stacks;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Offer;
import dev.essha.plan.AccountId;
import dev.essha.plan.RegionName;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An account whose answers are empty unless given, and whose calls can be denied by name. The ports have dozens of methods
 * that all behave alike here, so one handler answers for them.
 */
final class AccountDouble implements Cloud {

    final Map<String, StackView> stacks = new HashMap<>();
    final Map<String, List<StackResource>> resources = new HashMap<>();
    final Map<String, Object> answers = new HashMap<>();
    final Set<String> denied = ConcurrentHashMap.newKeySet();
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Kind kind() {
        return Kind.REHEARSAL;
    }

    @Override
    public Identity identity() {
        return new Identity(
                new AccountId("111122223333"), "arn:aws:iam::111122223333:user/me", new RegionName("eu-central-1"));
    }

    @Override
    public NewSignIn howToSignIn() {
        return new NewSignIn.Environment();
    }

    @Override
    public Stacks stacks() {
        return port(Stacks.class, (method, argument) -> switch (method) {
            case "find" -> Optional.ofNullable(stacks.get(argument));
            case "resources" -> resources.getOrDefault(argument, List.of());
            default -> throw new UnsupportedOperationException(method);
        });
    }

    @Override
    public Lookups lookups() {
        return port(Lookups.class, (method, _) -> answers.get(method));
    }

    @Override
    public Images images() {
        throw new UnsupportedOperationException("nobody copies images here");
    }

    @Override
    public Offers offers() {
        return port(Offers.class, (method, _) -> answers.get(method));
    }

    @Override
    public Prices prices() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Resolver resolver() {
        return (name, type) -> {
            asked.add(type + " " + name);
            refuse("lookUp");
            return new DnsAnswer(name, type, DnsAnswer.Status.NO_SUCH_NAME, List.of(), List.of(), 60);
        };
    }

    @Override
    public Actions actions() {
        throw new UnsupportedOperationException("looking changes nothing");
    }

    @Override
    public void close() {}

    private interface Answer {
        Object to(String method, Object argument);
    }

    private <T> T port(Class<T> type, Answer answer) {
        InvocationHandler handler = (_, method, arguments) -> {
            Object argument = arguments == null ? null : arguments[0];
            asked.add(method.getName() + (argument == null ? "" : " " + argument));
            refuse(method.getName());
            Object answered = answer.to(method.getName(), argument);
            return answered == null ? nothing(method.getReturnType()) : answered;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void refuse(String method) {
        if (denied.contains(method)) {
            throw new CloudException(new CloudFailure.Denied("test:" + method, "test:Allow-" + method, "no"));
        }
    }

    private static Object nothing(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Optional" -> Optional.empty();
            case "List" -> List.of();
            case "Permissions" -> Offer.Permissions.ALL;
            default -> new TreeSet<>();
        };
    }

    @Override
    public Stacks stacks(RegionName region) {
        return stacks();
    }
}
