package dev.essha.cloud.rehearsal;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.plan.AccountId;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Optional;

/** Who is signed in to the account in memory: like credentials, it is not kept with the account. */
final class Session {

    /** In the words of AWS. */
    private static final String ENDED = "The security token included in the request is expired";

    private final AccountId own;
    private volatile Optional<AccountId> signedIn;

    /** @param own the account that is rehearsed */
    Session(AccountId own) {
        this.own = own;
        this.signedIn = Optional.of(own);
    }

    void end() {
        signedIn = Optional.empty();
    }

    void begin(AccountId account) {
        signedIn = Optional.of(account);
    }

    /** @throws CloudException where nobody is signed in */
    AccountId account(String call) {
        return signedIn.orElseThrow(() -> new CloudException(new CloudFailure.NotSignedIn(call, ENDED)));
    }

    /** A part of the port that answers only to those who are signed in. */
    <T> T guard(Class<T> type, T part) {
        InvocationHandler handler = (_, method, arguments) -> {
            refuseOthers(type.getSimpleName().toLowerCase(Locale.ROOT) + ":" + method.getName());
            return invoke(part, method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Nothing of the account is there for those who are signed in to another one. */
    private void refuseOthers(String call) {
        AccountId now = account(call);
        if (!now.equals(own)) {
            throw new CloudException(new CloudFailure.Denied(
                    call, call, "account %s is signed in, which has no access to account %s".formatted(now, own)));
        }
    }

    private static Object invoke(Object part, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(part, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
