package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Data.Secret;
import dev.essha.inventory.Edge.Certificate;
import dev.essha.inventory.Inventory;
import dev.essha.plan.DomainName;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.MessagingPlan.Authentication;
import dev.essha.plan.Plan;
import dev.essha.plan.ResourceNames;
import java.util.List;
import java.util.Optional;

/** R13: secrets, certificate and key. */
final class TrustChecks {

    private static final String WHEN_NEEDED =
            "ESS reads them while containers or services start, stop or restart; it goes on through an outage at any"
                    + " other time";

    private TrustChecks() {}

    static Ruling secrets(Plan plan, Inventory seen) {
        return Ruling.on(seen.secrets(), secrets -> {
            Facts facts = new Facts();
            secrets.forEach(
                    s -> facts.check(s.hasValue(), s.name() + (s.hasValue() ? " has a value" : " has no value")));
            if (plan.messaging().authentication() == Authentication.SCRAM) {
                kafkaUser(plan, secrets, facts);
            }
            return secrets.isEmpty()
                    ? Ruling.fail("no secret of the deployment was found")
                    : facts.note(WHEN_NEEDED).ruling();
        });
    }

    private static void kafkaUser(Plan plan, List<Secret> secrets, Facts facts) {
        String name = new ResourceNames(plan.name()).kafkaSecret();
        if (secrets.stream().noneMatch(s -> s.name().equals(name))) {
            facts.check(false, name + ", the Kafka user, was not found");
        }
    }

    static Ruling certificate(Plan plan, Inventory seen) {
        Facts facts = new Facts();
        DomainName domain = plan.domain().name();
        facts.lookAt(seen.certificate(), found -> covers("the certificate", found, domain, facts));
        if (plan.edge().gateway() != EdgePlan.Gateway.NONE) {
            facts.lookAt(
                    seen.front().gatewayCertificate(),
                    found -> covers("the certificate of the gateway", found, domain, facts));
        }
        return facts.note("AWS Certificate Manager renews what it issued while the validation record stands")
                .ruling();
    }

    private static void covers(String what, Optional<Certificate> found, DomainName domain, Facts facts) {
        if (found.isEmpty()) {
            facts.check(false, what + " was not found");
        }
        found.ifPresent(c -> facts.check(c.status().equals("ISSUED"), c.arn() + " is " + c.status())
                .check(
                        c.names().containsAll(List.of(domain.value(), domain.wildcard())),
                        what + " covers " + Words.list(c.names())));
    }

    static Ruling keyRotation(Plan plan, Inventory seen) {
        return Ruling.onThe(
                "the deployment's key",
                seen.key(),
                key -> new Facts()
                        .check(key.state().equalsIgnoreCase("Enabled"), key.arn() + " is " + key.state())
                        .check(key.rotates(), "rotation is " + (key.rotates() ? "on" : "off"))
                        .ruling());
    }
}
