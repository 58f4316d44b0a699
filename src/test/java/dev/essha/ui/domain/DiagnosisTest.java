package dev.essha.ui.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Offer.HostedZone;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.ui.domain.Answers.Answer;
import dev.essha.ui.domain.Clue.State;
import dev.essha.ui.domain.Clue.Subject;
import dev.essha.ui.text.Failures;
import dev.essha.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    private static final HostedZone ZONE = new HostedZone("Z1", "example.com", false, List.of("ns1.aws", "ns2.aws"));
    private static final HostedZone TWIN = new HostedZone("Z2", "example.com", false, List.of("ns3.aws"));
    private static final Failures FAILURES = new Failures(new Words(Locale.ENGLISH));

    private DomainPlan plan = new DomainPlan(new DomainName("ess.example.com"), Dns.ROUTE53, Optional.empty());
    private Answer<List<HostedZone>> zones = new Answer.Seen<>(List.of(ZONE));
    private Answer<List<DnsAnswer>> above = new Answer.Seen<>(List.of(ns(Status.FOUND, "ns1.aws", "ns2.aws")));
    private Answer<DnsAnswer> delegation = new Answer.Seen<>(ns(Status.FOUND, "ns2.aws.", "NS1.aws."));
    private Answer<DnsAnswer> absence = new Answer.Seen<>(absent(Status.NO_SUCH_NAME, 900));

    @Test
    void aDomainInOrderHasNothingButGoodNews() {
        assertThat(clues()).extracting(Clue::subject).containsExactly(Subject.values());
        assertThat(clues()).extracting(Clue::state).containsOnly(State.OK);
    }

    @Test
    void otherNameServersAreShownBesideTheZonesOwn() {
        delegation = new Answer.Seen<>(ns(Status.FOUND, "ns.registrar.example"));

        assertThat(clue(Subject.DELEGATION))
                .returns(State.WARNING, Clue::state)
                .returns("domain.delegation.differs", Clue::key)
                .returns(List.of("ns.registrar.example"), Clue::asked)
                .returns(List.of("ns1.aws", "ns2.aws"), Clue::own);

        delegation = new Answer.Seen<>(ns(Status.NO_SUCH_NAME));
        assertThat(clue(Subject.DELEGATION)).returns("domain.delegation.nobody", Clue::key);
    }

    @Test
    void severalZonesOfOneNameHaveToBeChosenFrom() {
        zones = new Answer.Seen<>(List.of(ZONE, TWIN));

        assertThat(clue(Subject.ZONE)).returns("domain.zone.several", Clue::key);
        assertThat(clue(Subject.DELEGATION).state()).isEqualTo(State.WAITING);
        assertThat(clue(Subject.APEX).state()).isEqualTo(State.WAITING);

        plan = new DomainPlan(plan.name(), Dns.ROUTE53, Optional.of("Z2"));
        assertThat(clue(Subject.ZONE).state()).isEqualTo(State.OK);
        assertThat(clue(Subject.DELEGATION)).returns(List.of("ns3.aws"), Clue::own);
    }

    @Test
    void aZoneThatIsNotThereIsTold() {
        zones = new Answer.Seen<>(List.of());
        assertThat(clue(Subject.ZONE)).returns("domain.zone.none", Clue::key);

        plan = new DomainPlan(plan.name(), Dns.ROUTE53, Optional.of("Z9"));
        assertThat(clue(Subject.ZONE)).returns("domain.zone.unknown", Clue::key);
    }

    @Test
    void thePlanHasToKnowTheTopOfAZone() {
        plan = new DomainPlan(new DomainName("example.com"), Dns.ROUTE53, Optional.empty(), false, false);
        assertThat(clue(Subject.APEX)).returns("domain.apex.top.unplanned", Clue::key);

        plan = new DomainPlan(new DomainName("ess.example.com"), Dns.ROUTE53, Optional.empty(), true, false);
        assertThat(clue(Subject.APEX)).returns("domain.apex.below.unplanned", Clue::key);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        NO_SUCH_NAME, 900,   OK,      domain.absence.short
        NO_DATA,      3600,  OK,      domain.absence.short
        NO_SUCH_NAME, 86400, WARNING, domain.absence.long
        FOUND,        60,    OK,      domain.absence.wildcard
        FAILED,       0,     UNKNOWN, domain.silent
        """)
    void longMemoryForMissingNamesIsAWarning(Status status, long ttl, State state, String key) {
        absence = new Answer.Seen<>(absent(status, ttl));

        assertThat(clue(Subject.ABSENCE)).returns(state, Clue::state).returns(key, Clue::key);
    }

    @Test
    void nobodyKnowsADomainThatIsNotRegistered() {
        above = new Answer.Seen<>(List.of(ns(Status.NO_SUCH_NAME)));
        assertThat(clue(Subject.REGISTERED)).returns("domain.registered.nowhere", Clue::key);

        above = new Answer.Seen<>(List.of(ns(Status.FAILED)));
        assertThat(clue(Subject.REGISTERED).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void whatCouldNotBeAskedSaysWhatToDo() {
        zones = new Answer.Missed<>(Optional.of(new CloudException(new CloudFailure.Denied(
                "route53:ListHostedZonesByName", "route53:ListHostedZonesByName", "not authorized"))));

        assertThat(clue(Subject.ZONE))
                .returns(State.UNKNOWN, Clue::state)
                .satisfies(c -> assertThat(c.args().toString())
                        .contains("not authorized", "permission route53:ListHostedZonesByName"));
    }

    @Test
    void elsewhereTheClosestServedZoneCounts() {
        plan = new DomainPlan(plan.name(), Dns.ELSEWHERE, Optional.empty());
        zones = new Answer.Nothing<>();
        delegation = new Answer.Nothing<>();

        assertThat(clues())
                .extracting(Clue::subject)
                .containsExactly(Subject.REGISTERED, Subject.APEX, Subject.ABSENCE);
        assertThat(clue(Subject.REGISTERED).asked()).containsExactly("ns1.aws", "ns2.aws");
        assertThat(clues()).extracting(Clue::state).containsOnly(State.OK);
    }

    @Test
    void whatRunsIsShownToRun() {
        zones = new Answer.Running<>();

        assertThat(clue(Subject.ZONE).state()).isEqualTo(State.RUNNING);
        assertThat(clue(Subject.DELEGATION).state()).isEqualTo(State.WAITING);
    }

    private List<Clue> clues() {
        return new Diagnosis(plan, FAILURES).of(new Answers(zones, above, delegation, absence));
    }

    private Clue clue(Subject subject) {
        return clues().stream().filter(c -> c.subject() == subject).findFirst().orElseThrow();
    }

    private static DnsAnswer ns(Status status, String... servers) {
        return new DnsAnswer("example.com", "NS", status, List.of(servers), List.of(), 300);
    }

    private static DnsAnswer absent(Status status, long ttl) {
        return new DnsAnswer("x.example.com", "A", status, List.of(), List.of(), ttl);
    }
}
