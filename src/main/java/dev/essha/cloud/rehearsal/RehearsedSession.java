package dev.essha.cloud.rehearsal;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.SignedIn;
import dev.essha.plan.AccountId;
import dev.essha.wording.Phrase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Optional;

/** Who is signed in to the account in memory: like credentials, it is not kept with the account. */
final class RehearsedSession implements SignedIn {

    private static final String CALL = "sts:GetCallerIdentity";
    /** In the words of AWS. */
    private static final String ENDED = "The security token included in the request is expired";

    private final AccountId own;
    private volatile Login login = new Login.Default();
    private volatile Optional<AccountId> signedIn;

    /** @param own the account that is rehearsed */
    RehearsedSession(AccountId own) {
        this.own = own;
        this.signedIn = Optional.of(own);
    }

    @Override
    public Login login() {
        return login;
    }

    @Override
    public void signInAgain(Login other) {
        if (other instanceof Login.IdentityCenterRole role && !role.account().equals(own)) {
            throw new CloudException(new CloudFailure.Invalid(CALL, Phrase.of("account.other", own, role.account())));
        }
        login = other;
        begin(own);
    }

    /** The credentials of a rehearsal end on request only. */
    @Override
    public Optional<SessionEnd> sessionEnds() {
        return Optional.empty();
    }

    void end() {
        signedIn = Optional.empty();
    }

    void begin(AccountId account) {
        signedIn = Optional.of(account);
    }

    /** @throws CloudException {@link CloudFailure.NotSignedIn} where nobody is signed in */
    AccountId account(String call) {
        return signedIn.orElseThrow(() -> new CloudException(new CloudFailure.NotSignedIn(call, ENDED)));
    }

    /** A part of the port that answers only to those who are signed in. */
    <T> T guard(Class<T> port, T part) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    refuseOthers(port.getSimpleName().toLowerCase(Locale.ROOT) + ":" + method.getName());
                    return invoke(part, method, arguments);
                }));
    }

    /** Nothing of the account is there for those who are signed in to another one. */
    private void refuseOthers(String call) {
        AccountId now = account(call);
        if (!now.equals(own)) {
            throw new CloudException(new CloudFailure.Denied(call, call, Phrase.of("account.no-access", now, own)));
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
