package dev.essha.ui.domain;

import dev.essha.cloud.Cloud;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Offer.HostedZone;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.Plan;
import dev.essha.survey.DomainLook;
import dev.essha.ui.domain.Answers.Answer;
import dev.essha.ui.wizard.AccountQuestion;
import dev.essha.ui.wizard.Venue;
import dev.essha.ui.wizard.Wizard;
import dev.essha.ui.work.LookUp;
import dev.essha.ui.work.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The look-ups about the domain, all at the same time: whatever has not answered when their time is over counts as silent,
 * until it answers after all.
 */
final class DomainLooks {

    /** Typing pauses. */
    private static final Duration PAUSE = Duration.ofMillis(400);

    /** Name servers are asked twice, five seconds each; a person does not wait for longer. */
    private static final Duration CAP = Duration.ofSeconds(12);

    private final Wizard wizard;
    private final LookUp<AccountQuestion<DomainPlan>, List<HostedZone>> zones;
    private final LookUp<AccountQuestion<DomainPlan>, List<DnsAnswer>> above;
    private final LookUp<AccountQuestion<String>, DnsAnswer> delegation;
    private final LookUp<AccountQuestion<String>, DnsAnswer> absence;
    private final LookUp.Pause cap = Timers.pause();
    private final ReadOnlyObjectWrapper<Answers> answers = new ReadOnlyObjectWrapper<>();
    private boolean over;

    DomainLooks(Wizard wizard) {
        this.wizard = wizard;
        this.zones = lookUp((cloud, domain) -> cloud.offers().hostedZones(domain.name()));
        this.above = lookUp((cloud, domain) -> new DomainLook(cloud.resolver()).nameServersAbove(domain));
        this.delegation = lookUp((cloud, zone) -> new DomainLook(cloud.resolver()).nameServers(zone));
        this.absence = lookUp((cloud, zone) -> new DomainLook(cloud.resolver())
                .absence(zone, wizard.tools().survey().randomLabel()));
        Stream.of(zones, above, delegation, absence)
                .forEach(look -> look.state().addListener((_, _, _) -> changed()));
        changed();
    }

    private <Q, A> LookUp<AccountQuestion<Q>, A> lookUp(BiFunction<Cloud, Q, A> ask) {
        return new LookUp<>(
                wizard.background(),
                Timers.pause(),
                q -> ask.apply(wizard.session(q.venue(), q.plan()).cloud(), q.about()));
    }

    ReadOnlyObjectProperty<Answers> answers() {
        return answers.getReadOnlyProperty();
    }

    /** Asks what has not been asked yet. */
    void ask() {
        Plan plan = wizard.draft().readable().get();
        wizard.venue().get().ifPresent(venue -> {
            DomainPlan domain = plan.domain();
            above.ask(new AccountQuestion<>(venue, plan, domain), PAUSE);
            if (domain.dns() == Dns.ROUTE53) {
                zones.ask(new AccountQuestion<>(venue, plan, domain), PAUSE);
            } else {
                zones.clear();
                delegation.clear();
            }
            begin();
            askFurther(venue, plan);
        });
    }

    /** Asks everything again. */
    void again() {
        begin();
        Stream.of(zones, above, delegation, absence).forEach(LookUp::again);
    }

    private void begin() {
        over = false;
        cap.set(PAUSE.plus(CAP), () -> {
            over = true;
            changed();
        });
    }

    private void changed() {
        Answers now = new Answers(
                answer(zones.state().get()),
                answer(above.state().get()),
                answer(delegation.state().get()),
                answer(absence.state().get()));
        answers.set(now);
        wizard.venue()
                .get()
                .ifPresent(venue -> askFurther(venue, wizard.draft().readable().get()));
    }

    /** What can be asked once the zone is known. */
    private void askFurther(Venue venue, Plan plan) {
        Diagnosis diagnosis = new Diagnosis(plan.domain(), wizard.failures());
        Optional<String> zone = diagnosis.zoneName(answers.get());
        zone.ifPresentOrElse(
                name -> absence.ask(new AccountQuestion<>(venue, plan, name), Duration.ZERO), absence::clear);
        if (plan.domain().dns() == Dns.ROUTE53) {
            zone.ifPresentOrElse(
                    name -> delegation.ask(new AccountQuestion<>(venue, plan, name), Duration.ZERO), delegation::clear);
        }
    }

    private <Q, A> Answer<A> answer(LookUp.State<Q, A> state) {
        return switch (state) {
            case LookUp.State.Idle<Q, A> _ -> new Answer.Nothing<>();
            case LookUp.State.Running<Q, A> _ -> over ? new Answer.Missed<>(Optional.empty()) : new Answer.Running<>();
            case LookUp.State.Answered<Q, A>(Q _, A answer) -> new Answer.Seen<>(answer);
            case LookUp.State.Failed<Q, A>(Q _, Throwable failure) -> new Answer.Missed<>(Optional.of(failure));
        };
    }
}
