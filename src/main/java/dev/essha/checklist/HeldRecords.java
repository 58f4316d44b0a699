package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Edge.HostedRecord;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Optional;

/** Records as Route 53 holds them, judged by where they lead. */
record HeldRecords(List<HostedRecord> records, Facts facts) {

    void cname(String name, DnsGoal goal) {
        Optional<HostedRecord> found = find(name, "CNAME");
        facts.check(
                found.isPresent() && found.get().values().stream().anyMatch(goal::isNamed),
                found.map(r -> Phrase.of("record.cname", name, Words.list(r.values())))
                        .orElseGet(() -> Phrase.of("record.missing", name, "CNAME")));
    }

    /** @param ipv6 whether a second alias is for those who come by IPv6 */
    void alias(String name, DnsGoal goal, boolean ipv6) {
        alias(name, "A", goal);
        if (ipv6) {
            alias(name, "AAAA", goal);
        }
    }

    private void alias(String name, String type, DnsGoal goal) {
        Optional<HostedRecord> found = find(name, type);
        facts.check(
                found.isPresent() && goal.isNamed(found.get().aliasTo()),
                found.map(r -> Phrase.of("record.alias", name, type, Words.orNone(r.aliasTo())))
                        .orElseGet(() -> Phrase.of("record.missing", name, type)));
    }

    private Optional<HostedRecord> find(String name, String type) {
        return records.stream()
                .filter(r -> r.name().equalsIgnoreCase(name) && r.type().equals(type))
                .findFirst();
    }
}
