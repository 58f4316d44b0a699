package dev.essha.ui.signin;

import dev.essha.application.Places;
import dev.essha.cloud.Identity;
import dev.essha.cloud.signin.IdentityCenter;
import dev.essha.cloud.signin.Login;
import dev.essha.cloud.signin.SignedIn.SessionEnd;
import dev.essha.plan.AccountId;
import dev.essha.plan.Plan;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.Timers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Who is signed in, for the window: opens accounts, refuses those that the plan is not for, and watches when the session ends.
 * Lives as long as the window, whatever language it speaks.
 */
public final class SignInDesk {

    private static final Duration LOOK = Duration.ofSeconds(20);

    private final Wizard wizard;
    private final ReadOnlyObjectWrapper<Optional<Refused>> refused = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SessionEnd>> ends = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** An account that the plan is not for. */
    record Refused(AccountId wanted, Identity signedIn) {}

    public SignInDesk(Wizard wizard) {
        this.wizard = wizard;
        wizard.draft().readable().addListener((_, _, plan) -> holdAgainst(plan));
        wizard.venue().addListener((_, _, _) -> look());
        Timers.beat().every(LOOK, this::look);
    }

    /** The account that was refused last, until another one is tried. */
    ReadOnlyObjectProperty<Optional<Refused>> refused() {
        return refused.getReadOnlyProperty();
    }

    /** When somebody has to sign in again; empty while that is not known. */
    ReadOnlyObjectProperty<Optional<SessionEnd>> ends() {
        return ends.getReadOnlyProperty();
    }

    /** Opens the account that a login leads to, for everything that the window looks up and does. */
    Callable<Runnable> open(Login login, Elsewhere elsewhere) {
        Plan plan = wizard.draft().readable().get();
        Places.Choice choice = new Places.Choice(false, 1, false, elsewhere.endpoint(), login, elsewhere.nameServer());
        return () -> {
            try (Places.Session session = wizard.tools().places().open(plan, choice)) {
                Identity identity = session.cloud().identity();
                Venue venue = new Venue(
                        choice,
                        session.cloud().kind(),
                        Optional.of(identity),
                        session.signedIn().sessionEnds().map(SessionEnd::at));
                return () -> enter(venue, identity);
            }
        };
    }

    private void enter(Venue venue, Identity identity) {
        Optional<AccountId> wanted =
                wizard.draft().readable().get().account().filter(a -> !a.equals(identity.account()));
        refused.set(wanted.map(a -> new Refused(a, identity)));
        wizard.venue().set(wanted.isEmpty() ? Optional.of(venue) : Optional.empty());
    }

    /** A plan for another account came: nobody is signed in to that. */
    private void holdAgainst(Plan plan) {
        wizard.venue()
                .get()
                .flatMap(Venue::identity)
                .ifPresent(identity -> plan.account()
                        .filter(a -> !a.equals(identity.account()))
                        .ifPresent(a -> {
                            refused.set(Optional.of(new Refused(a, identity)));
                            wizard.venue().set(Optional.empty());
                        }));
    }

    /** Lets the plan go into any account. */
    void freePlan() {
        refused.set(Optional.empty());
        wizard.draft().text("account").set("");
    }

    void rehearse() {
        refused.set(Optional.empty());
        wizard.venue().set(Optional.of(Venue.rehearsal()));
    }

    void signOut() {
        wizard.venue().set(Optional.empty());
    }

    /** The Identity Center that somebody came in by. */
    Optional<IdentityCenter> center() {
        return wizard.venue()
                .get()
                .map(v -> v.choice().login())
                .flatMap(l ->
                        l instanceof Login.IdentityCenterRole role ? Optional.of(role.center()) : Optional.empty());
    }

    /** Asks nobody: what is open knows when it ends, and whether it was renewed meanwhile. */
    private void look() {
        Optional<Venue> venue = wizard.venue().get().filter(v -> !v.isRehearsal());
        if (venue.isEmpty()) {
            ends.set(Optional.empty());
            return;
        }
        Plan plan = wizard.draft().readable().get();
        wizard.background()
                .start(
                        () -> wizard.session(venue.get(), plan).signedIn().sessionEnds(),
                        known -> ends.set(known.or(() -> venue.get().ends().map(at -> new SessionEnd(at, false)))),
                        _ -> ends.set(Optional.empty()));
    }
}
