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
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Optional;

/** R13: secrets, certificate and key. */
final class TrustChecks {

    private TrustChecks() {}

    static Ruling secrets(Plan plan, Inventory seen) {
        return Ruling.on(seen.secrets(), secrets -> {
            Facts facts = new Facts();
            secrets.forEach(s -> facts.check(s.hasValue(), s.hasValue() ? "secret.full" : "secret.empty", s.name()));
            if (plan.messaging().authentication() == Authentication.SCRAM) {
                kafkaUser(plan, secrets, facts);
            }
            return secrets.isEmpty()
                    ? Ruling.fail("secret.none")
                    : facts.note("secret.when-needed").ruling();
        });
    }

    private static void kafkaUser(Plan plan, List<Secret> secrets, Facts facts) {
        String name = new ResourceNames(plan.name()).kafkaSecret();
        if (secrets.stream().noneMatch(s -> s.name().equals(name))) {
            facts.check(false, "secret.kafka-user-missing", name);
        }
    }

    static Ruling certificate(Plan plan, Inventory seen) {
        Facts facts = new Facts();
        DomainName domain = plan.domain().name();
        facts.lookAt(
                seen.certificate(), found -> covers("certificate.covers", "missing.certificate", found, domain, facts));
        if (plan.edge().gateway() != EdgePlan.Gateway.NONE) {
            facts.lookAt(
                    seen.front().gatewayCertificate(),
                    found -> covers("certificate.gateway-covers", "missing.gateway-certificate", found, domain, facts));
        }
        return facts.note("certificate.renewed").ruling();
    }

    private static void covers(
            String fact, String missing, Optional<Certificate> found, DomainName domain, Facts facts) {
        if (found.isEmpty()) {
            facts.check(false, missing);
        }
        found.ifPresent(c -> facts.check(c.status().equals("ISSUED"), "state", c.arn(), c.status())
                .check(c.names().containsAll(List.of(domain.value(), domain.wildcard())), fact, Words.list(c.names())));
    }

    static Ruling keyRotation(Plan plan, Inventory seen) {
        return Ruling.onThe(
                Phrase.of("missing.key"),
                seen.key(),
                key -> new Facts()
                        .check(key.state().equalsIgnoreCase("Enabled"), "state", key.arn(), key.state())
                        .check(key.rotates(), "key.rotation", Words.onOff(key.rotates()))
                        .ruling());
    }
}
