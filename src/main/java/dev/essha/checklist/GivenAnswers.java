package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What name servers answered, judged by where it leads. */
record GivenAnswers(List<DnsAnswer> answers, Facts facts) {

    /** @param record owner name of the record that was looked up, or that answers for it */
    void cname(String record, DnsGoal goal) {
        Optional<DnsAnswer> cname = first("CNAME");
        if (cname.isEmpty()) {
            facts.unclear("dns.none-asked", record);
        } else if (cname.get().status() == Status.FAILED) {
            facts.unclear("dns.silent", cname.get().name());
        } else {
            facts.check(leads(cname.get(), goal), said(cname.get(), "lookup.no-cname"));
        }
    }

    private boolean leads(DnsAnswer cname, DnsGoal goal) {
        Stream<String> chain = first("A").stream().flatMap(a -> a.chain().stream());
        return cname.status() == Status.FOUND
                && Stream.concat(cname.values().stream(), chain).anyMatch(goal::isNamed);
    }

    /**
     * The addresses of a name are among its goal's.
     *
     * @param known whether Route 53 told already that it leads there: then addresses that differ from place to place need
     *     not agree
     */
    void addresses(String name, DnsGoal goal, Set<String> wanted, boolean known) {
        Optional<DnsAnswer> answer = answers.stream()
                .filter(a -> a.type().equals("A") && a.name().equalsIgnoreCase(name))
                .findFirst();
        if (answer.isEmpty()) {
            facts.unclear("dns.not-asked", name);
        } else if (answer.get().status() == Status.FAILED) {
            facts.unclear("dns.silent", name);
        } else {
            compare(answer.get(), goal, wanted, known);
        }
    }

    private void compare(DnsAnswer answer, DnsGoal goal, Set<String> wanted, boolean known) {
        Phrase line = said(answer, "lookup.no-address");
        Phrase compared = goal.what().compared(line, Words.list(wanted));
        if (answer.status() != Status.FOUND) {
            facts.check(false, line);
        } else if (wanted.isEmpty()) {
            facts.unclear(compared);
        } else if (goal.steady()) {
            facts.check(wanted.containsAll(answer.values()), compared);
        } else if (known || answer.values().stream().anyMatch(wanted::contains)) {
            facts.note(compared);
        } else {
            facts.unclear("lookup.differs", compared);
        }
    }

    private Optional<DnsAnswer> first(String type) {
        return answers.stream().filter(a -> a.type().equals(type)).findFirst();
    }

    private static Phrase said(DnsAnswer answer, String without) {
        return switch (answer.status()) {
            case FOUND -> Phrase.of("lookup.found", answer.name(), Words.list(answer.values()));
            case NO_DATA -> Phrase.of(without, answer.name());
            case NO_SUCH_NAME -> Phrase.of("lookup.no-such", answer.name(), answer.ttlSeconds());
            case FAILED -> Phrase.of("dns.silent", answer.name());
        };
    }
}
