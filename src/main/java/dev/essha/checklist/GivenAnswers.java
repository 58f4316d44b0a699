package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
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
            facts.unclear("no name of " + record + " was looked up");
        } else if (cname.get().status() == Status.FAILED) {
            facts.unclear("no name server answered for " + cname.get().name());
        } else {
            facts.check(leads(cname.get(), goal), "look-up: " + cname.get().name() + " " + said(cname.get(), "CNAME"));
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
            facts.unclear(name + " was not looked up");
        } else if (answer.get().status() == Status.FAILED) {
            facts.unclear("no name server answered for " + name);
        } else {
            compare(answer.get(), goal, wanted, known);
        }
    }

    private void compare(DnsAnswer answer, DnsGoal goal, Set<String> wanted, boolean known) {
        String line = "look-up: " + answer.name() + " " + said(answer, "address");
        String compared = line + "; addresses of " + goal.what() + ": " + Words.list(wanted);
        if (answer.status() != Status.FOUND) {
            facts.check(false, line);
        } else if (wanted.isEmpty()) {
            facts.unclear(compared);
        } else if (goal.steady()) {
            facts.check(wanted.containsAll(answer.values()), compared);
        } else if (known || answer.values().stream().anyMatch(wanted::contains)) {
            facts.note(compared);
        } else {
            facts.unclear(compared + "; they differ from place to place, so this does not tell");
        }
    }

    private Optional<DnsAnswer> first(String type) {
        return answers.stream().filter(a -> a.type().equals(type)).findFirst();
    }

    private static String said(DnsAnswer answer, String wanted) {
        return switch (answer.status()) {
            case FOUND -> "leads to " + Words.list(answer.values());
            case NO_DATA -> "has no " + wanted;
            case NO_SUCH_NAME -> "does not exist (remembered for " + answer.ttlSeconds() + " s)";
            case FAILED -> "was not answered";
        };
    }
}
