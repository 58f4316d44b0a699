package dev.essha.ui.check;

import dev.essha.application.Judgement;
import dev.essha.application.Places;
import dev.essha.blueprint.Blueprint;
import dev.essha.plan.Plan;
import dev.essha.plan.ValidPlan;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Looks at the account of the wizard's venue and judges it by the draft. */
public final class AccountLook implements CheckModel.Look {

    private final Wizard wizard;
    private volatile Places.Session session;

    public AccountLook(Wizard wizard) {
        this.wizard = wizard;
    }

    private record Subject(Venue venue, Plan plan, Locale language) {}

    @Override
    public Object subject() {
        return new Subject(
                wizard.venue().get().orElseThrow(),
                wizard.draft().readable().get(),
                wizard.words().engineLocale());
    }

    @Override
    public Callable<Judgement.Look> prepare() {
        Venue venue = wizard.venue().get().orElseThrow();
        ValidPlan plan = wizard.draft().judged().get().valid().orElseThrow();
        Locale language = wizard.words().engineLocale();
        return () -> {
            session = wizard.session(venue, plan.plan());
            return Judgement.look(Blueprint.of(plan), wizard.tools().survey(), session, language);
        };
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        session.time().sleep(duration);
    }
}
