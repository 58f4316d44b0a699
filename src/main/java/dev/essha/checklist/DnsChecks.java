package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Edge.HostedRecord;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Inventory;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** R7 and R8, by what name servers answer. */
final class DnsChecks {

    private DnsChecks() {}

    static Ruling publicName(Plan plan, Inventory seen) {
        return EdgeChecks.onBalancer(plan, seen, l -> Ruling.on(seen.lookups(), answers -> resolves(l, answers)));
    }

    private static Ruling resolves(LoadBalancer balancer, List<DnsAnswer> answers) {
        String name = balancer.dnsName();
        if (name == null || name.isEmpty()) {
            return Ruling.fail(balancer.name() + " has no public name");
        }
        return answers.stream()
                .filter(a -> a.name().equalsIgnoreCase(name) && a.type().equals("A"))
                .findFirst()
                .map(a -> resolves(name, a))
                .orElseGet(() -> Ruling.unknown(name + " was not looked up"));
    }

    private static Ruling resolves(String name, DnsAnswer answer) {
        return switch (answer.status()) {
            case FOUND -> Ruling.pass(name + " resolves to " + Words.list(answer.values()));
            case NO_DATA -> Ruling.fail(name + " has no address");
            case NO_SUCH_NAME -> Ruling.fail(name + " does not exist in DNS");
            case FAILED -> Ruling.unknown("no name server answered for " + name);
        };
    }

    static Ruling domain(Plan plan, Inventory seen) {
        String domain = plan.domain().name().value();
        return leads(plan, seen, domain, domain::equalsIgnoreCase);
    }

    static Ruling wildcard(Plan plan, Inventory seen) {
        String domain = plan.domain().name().value();
        return leads(
                plan,
                seen,
                plan.domain().name().wildcard(),
                name -> name.toLowerCase(Locale.ROOT).endsWith("." + domain));
    }

    /**
     * Whether a record leads to the load balancer.
     *
     * @param record owner name of the record in the zone
     * @param asked which of the names that were looked up the record answers
     */
    private static Ruling leads(Plan plan, Inventory seen, String record, Predicate<String> asked) {
        return EdgeChecks.onBalancer(plan, seen, balancer -> {
            Facts facts = new Facts();
            Way way = new Way(balancer.dnsName(), facts);
            if (plan.domain().dns() == Dns.ROUTE53) {
                facts.lookAt(seen.records(), records -> way.judgeRecord(record, records));
            }
            facts.lookAt(
                    seen.lookups(),
                    answers -> way.judgeAnswers(
                            record,
                            answers.stream().filter(a -> asked.test(a.name())).toList()));
            return facts.ruling();
        });
    }

    /** What a name has to lead to. */
    private record Way(String target, Facts facts) {

        void judgeRecord(String name, List<HostedRecord> records) {
            Optional<HostedRecord> found = records.stream()
                    .filter(r -> r.name().equalsIgnoreCase(name) && r.type().equals("CNAME"))
                    .findFirst();
            facts.check(
                    found.isPresent() && found.get().values().stream().anyMatch(this::isTarget),
                    "Route 53 has "
                            + found.map(r -> name + " CNAME " + Words.list(r.values()))
                                    .orElse("no CNAME record " + name));
        }

        void judgeAnswers(String record, List<DnsAnswer> answers) {
            Optional<DnsAnswer> cname = ofType(answers, "CNAME");
            if (cname.isEmpty()) {
                facts.unclear("no name of " + record + " was looked up");
            } else if (cname.get().status() == Status.FAILED) {
                facts.unclear("no name server answered for " + cname.get().name());
            } else {
                judgeAnswer(cname.get(), ofType(answers, "A"));
            }
        }

        private void judgeAnswer(DnsAnswer cname, Optional<DnsAnswer> address) {
            boolean leads = cname.status() == Status.FOUND
                    && Stream.concat(cname.values().stream(), address.stream().flatMap(a -> a.chain().stream()))
                            .anyMatch(this::isTarget);
            facts.check(leads, "look-up: " + cname.name() + " " + said(cname));
        }

        private boolean isTarget(String name) {
            return name.equalsIgnoreCase(target);
        }

        private static Optional<DnsAnswer> ofType(List<DnsAnswer> answers, String type) {
            return answers.stream().filter(a -> a.type().equals(type)).findFirst();
        }

        private static String said(DnsAnswer answer) {
            return switch (answer.status()) {
                case FOUND -> "leads to " + Words.list(answer.values());
                case NO_DATA -> "has no CNAME";
                case NO_SUCH_NAME -> "does not exist (remembered for " + answer.ttlSeconds() + " s)";
                case FAILED -> "was not answered";
            };
        }
    }
}
