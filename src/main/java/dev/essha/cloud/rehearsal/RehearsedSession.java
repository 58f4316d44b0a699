package dev.essha.cloud.rehearsal;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.SignedIn;
import dev.essha.plan.AccountId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** Who is signed in to the account in memory: everybody, until a session is ended on request. */
final class RehearsedSession implements SignedIn {

    private static final String CALL = "sts:GetCallerIdentity";

    private final AccountId account;
    private volatile Login login = new Login.Default();
    private volatile boolean ended;

    RehearsedSession(AccountId account) {
        this.account = account;
    }

    @Override
    public Login login() {
        return login;
    }

    @Override
    public void signInAgain(Login other) {
        if (other instanceof Login.IdentityCenterRole role && !role.account().equals(account)) {
            throw new CloudException(new CloudFailure.Invalid(
                    CALL,
                    "the account %s is open, but the login is for the account %s".formatted(account, role.account())));
        }
        login = other;
        ended = false;
    }

    /** The credentials of a rehearsal end on request only. */
    @Override
    public Optional<SessionEnd> sessionEnds() {
        return Optional.empty();
    }

    void end() {
        ended = true;
    }

    /** @throws CloudException {@link CloudFailure.NotSignedIn} once the session has ended */
    void check(String call) {
        if (ended) {
            throw new CloudException(new CloudFailure.NotSignedIn(call, "The session has ended"));
        }
    }

    /** A part of the account that answers as long as somebody is signed in. */
    <T> T guarding(Class<T> port, T part) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    check(port.getSimpleName() + ":" + method.getName());
                    try {
                        return method.invoke(part, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
