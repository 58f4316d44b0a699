package dev.essha.ui.domain;

import dev.essha.checklist.ZoneFit;
import dev.essha.checklist.ZoneFit.Service;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Offer.HostedZone;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.ui.domain.Answers.Answer;
import dev.essha.ui.domain.Clue.State;
import dev.essha.ui.domain.Clue.Subject;
import dev.essha.ui.text.Failures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the answers mean for a plan: pure, so that it is told anew whenever either changes. */
record Diagnosis(DomainPlan plan, Failures failures) {

    /** Beyond it, somebody who asked too early waits for longer than the records take to settle. */
    private static final Duration LONG = Duration.ofHours(1);

    List<Clue> of(Answers answers) {
        return plan.dns() == Dns.ROUTE53
                ? List.of(registered(answers), zone(answers), delegation(answers), apex(answers), absence(answers))
                : List.of(registered(answers), apex(answers), absence(answers));
    }

    /** The name of the zone that takes the records, as far as that is known. */
    Optional<String> zoneName(Answers answers) {
        return plan.dns() == Dns.ROUTE53
                ? chosen(answers).map(HostedZone::name)
                : seen(answers.above())
                        .map(ZoneFit::service)
                        .flatMap(s ->
                                s instanceof Service.Served served ? Optional.of(served.zone()) : Optional.empty());
    }

    /** The hosted zone that takes the records, if it is clear which. */
    Optional<HostedZone> chosen(Answers answers) {
        return seen(answers.zones())
                .map(zones -> ZoneFit.candidates(plan, zones))
                .filter(c -> c.size() == 1)
                .map(List::getFirst);
    }

    private Clue registered(Answers answers) {
        return judge(Subject.REGISTERED, answers.above(), above -> switch (ZoneFit.service(above)) {
            case Service.Served served ->
                new Clue(
                        Subject.REGISTERED,
                        State.OK,
                        "domain.registered.served",
                        List.of(served.zone()),
                        plan.dns() == Dns.ELSEWHERE ? List.copyOf(served.nameServers()) : List.of(),
                        List.of());
            case Service.Nowhere _ -> warn(Subject.REGISTERED, "domain.registered.nowhere", plan.name());
            case Service.Unclear _ -> silent(Subject.REGISTERED);
        });
    }

    private Clue zone(Answers answers) {
        return judge(Subject.ZONE, answers.zones(), zones -> {
            List<HostedZone> candidates = ZoneFit.candidates(plan, zones);
            return switch (candidates.size()) {
                case 0 ->
                    plan.hostedZoneId()
                            .map(id -> warn(Subject.ZONE, "domain.zone.unknown", id, plan.name()))
                            .orElseGet(() -> warn(Subject.ZONE, "domain.zone.none", plan.name()));
                case 1 ->
                    ok(
                            Subject.ZONE,
                            "domain.zone.one",
                            candidates.getFirst().name(),
                            candidates.getFirst().id());
                default ->
                    warn(
                            Subject.ZONE,
                            "domain.zone.several",
                            candidates.size(),
                            candidates.getFirst().name());
            };
        });
    }

    private Clue delegation(Answers answers) {
        Optional<HostedZone> zone = chosen(answers);
        return zone.isEmpty()
                ? waiting(Subject.DELEGATION)
                : judge(
                        Subject.DELEGATION,
                        answers.delegation(),
                        answer -> ZoneFit.delegation(zone.get(), answer)
                                .map(d -> compared(zone.get().name(), d))
                                .orElseGet(() -> silent(Subject.DELEGATION)));
    }

    private static Clue compared(String zone, ZoneFit.Delegation delegation) {
        if (delegation.matches()) {
            return ok(Subject.DELEGATION, "domain.delegation.same", zone);
        }
        String key = delegation.asked().isEmpty() ? "domain.delegation.nobody" : "domain.delegation.differs";
        return new Clue(
                Subject.DELEGATION,
                State.WARNING,
                key,
                List.of(zone),
                List.copyOf(delegation.asked()),
                List.copyOf(delegation.own()));
    }

    private Clue apex(Answers answers) {
        Optional<String> zone = zoneName(answers);
        if (zone.isEmpty()) {
            return waiting(Subject.APEX);
        }
        boolean top = ZoneFit.isTop(plan, zone.get());
        String key = "domain.apex." + (top ? "top" : "below");
        return top == plan.apex()
                ? ok(Subject.APEX, key, plan.name(), zone.get())
                : warn(Subject.APEX, key + ".unplanned", plan.name(), zone.get());
    }

    private Clue absence(Answers answers) {
        Optional<String> zone = zoneName(answers);
        return zone.isEmpty()
                ? waiting(Subject.ABSENCE)
                : judge(Subject.ABSENCE, answers.absence(), answer -> absence(zone.get(), answer));
    }

    private static Clue absence(String zone, DnsAnswer answer) {
        if (answer.status() == Status.FAILED) {
            return silent(Subject.ABSENCE);
        }
        if (answer.status() == Status.FOUND) {
            return ok(Subject.ABSENCE, "domain.absence.wildcard", zone);
        }
        Duration remembered = Duration.ofSeconds(answer.ttlSeconds());
        return remembered.compareTo(LONG) > 0
                ? warn(Subject.ABSENCE, "domain.absence.long", zone, remembered)
                : ok(Subject.ABSENCE, "domain.absence.short", zone, remembered);
    }

    private <T> Clue judge(Subject subject, Answer<T> answer, Function<T, Clue> judgment) {
        return switch (answer) {
            case Answer.Nothing<T> _ -> waiting(subject);
            case Answer.Running<T> _ -> new Clue(subject, State.RUNNING, "domain.running");
            case Answer.Seen<T>(T value) -> judgment.apply(value);
            case Answer.Missed<T>(Optional<Throwable> failure) ->
                failure.map(failures::tell)
                        .map(told -> new Clue(subject, State.UNKNOWN, "domain.failed", told.what(), told.todo()))
                        .orElseGet(() -> silent(subject));
        };
    }

    private static <T> Optional<T> seen(Answer<T> answer) {
        return answer instanceof Answer.Seen<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    private static Clue ok(Subject subject, String key, Object... args) {
        return new Clue(subject, State.OK, key, args);
    }

    private static Clue warn(Subject subject, String key, Object... args) {
        return new Clue(subject, State.WARNING, key, args);
    }

    private static Clue silent(Subject subject) {
        return new Clue(subject, State.UNKNOWN, "domain.silent");
    }

    private static Clue waiting(Subject subject) {
        return new Clue(subject, State.WAITING, "domain.waiting");
    }

    /** Whether anything is still looked for. */
    static boolean runs(Answers answers) {
        return Stream.of(answers.zones(), answers.above(), answers.delegation(), answers.absence())
                .anyMatch(Answer.Running.class::isInstance);
    }
}
