package dev.essha.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Offer.HostedZone;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ZoneFitTest {

    private static final HostedZone PARENT =
            new HostedZone("Z1", "Example.com.", false, List.of("NS-2.awsdns.org.", "ns-1.awsdns.com"));
    private static final HostedZone OWN = new HostedZone("Z2", "ess.example.com", false, List.of());
    private static final HostedZone TWIN = new HostedZone("Z3", "ess.example.com", false, List.of());
    private static final HostedZone HIDDEN = new HostedZone("Z4", "ess.example.com", true, List.of());

    private final DomainPlan domain = new DomainPlan(new DomainName("ess.example.com"), Dns.ROUTE53, Optional.empty());

    @Test
    void theClosestPublicZoneIsTheOne() {
        assertThat(ZoneFit.candidates(domain, List.of(PARENT, OWN, HIDDEN))).containsExactly(OWN);
        assertThat(ZoneFit.candidates(domain, List.of(PARENT, HIDDEN))).containsExactly(PARENT);
        assertThat(ZoneFit.candidates(domain, List.of(HIDDEN))).isEmpty();
    }

    @Test
    void ofSeveralOfOneNameThePlanNamesOne() {
        DomainPlan named = new DomainPlan(domain.name(), Dns.ROUTE53, Optional.of("Z3"));

        assertThat(ZoneFit.candidates(domain, List.of(OWN, TWIN, PARENT))).containsExactly(OWN, TWIN);
        assertThat(ZoneFit.candidates(named, List.of(OWN, TWIN, PARENT))).containsExactly(TWIN);
    }

    @Test
    void nameServersAreComparedWhateverTheirOrderAndSpelling() {
        DnsAnswer same = answer("example.com", Status.FOUND, "ns-1.awsdns.com", "ns-2.awsdns.org");
        DnsAnswer other = answer("example.com", Status.FOUND, "ns.registrar.example");

        assertThat(ZoneFit.delegation(PARENT, same).orElseThrow().matches()).isTrue();
        assertThat(ZoneFit.delegation(PARENT, other).orElseThrow())
                .isEqualTo(new ZoneFit.Delegation(
                        new TreeSet<>(Set.of("ns.registrar.example")),
                        new TreeSet<>(Set.of("ns-1.awsdns.com", "ns-2.awsdns.org"))));
        assertThat(ZoneFit.delegation(PARENT, answer("example.com", Status.NO_SUCH_NAME))
                        .orElseThrow()
                        .matches())
                .isFalse();
        assertThat(ZoneFit.delegation(PARENT, answer("example.com", Status.FAILED)))
                .isEmpty();
    }

    @Test
    void aDomainIsServedByTheClosestZoneThatAnswers() {
        assertThat(ZoneFit.service(List.of(
                        answer("pods.example.com", Status.NO_SUCH_NAME),
                        answer("example.com", Status.FOUND, "ns.registrar.example."))))
                .isEqualTo(new ZoneFit.Service.Served("example.com", new TreeSet<>(Set.of("ns.registrar.example"))));
        assertThat(ZoneFit.service(
                        List.of(answer("pods.example.com", Status.NO_SUCH_NAME), answer("example.com", Status.FAILED))))
                .isEqualTo(new ZoneFit.Service.Unclear());
        assertThat(ZoneFit.service(List.of(answer("example.com", Status.NO_SUCH_NAME))))
                .isEqualTo(new ZoneFit.Service.Nowhere());
    }

    private static DnsAnswer answer(String name, Status status, String... values) {
        return new DnsAnswer(name, "NS", status, List.of(values), List.of(), 300);
    }
}
