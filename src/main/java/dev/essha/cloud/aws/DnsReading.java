package dev.essha.cloud.aws;

import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Reads the messages that answer one look-up; more than one where a server leaves following a chain to the asker. */
final class DnsReading {

    private final String name;
    private final String type;
    private final List<String> chain = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private Status status = Status.FAILED;
    private long ttl = Long.MAX_VALUE;

    DnsReading(String name, String type) {
        this.name = name;
        this.type = type;
    }

    /** @return the name to ask for next, if the chain of CNAMEs leads out of this message */
    Optional<Name> read(Message message) {
        Name at = follow(message);
        message.getSection(Section.ANSWER).stream()
                .filter(r -> r.getType() == wanted() && r.getName().equals(at))
                .forEach(this::found);
        status = status(message);
        boolean open = !at.equals(message.getQuestion().getName()) && status == Status.NO_DATA && !hasSoa(message);
        return open ? Optional.of(at) : Optional.empty();
    }

    DnsAnswer answer() {
        return new DnsAnswer(name, type, status, values, chain, ttl == Long.MAX_VALUE ? 0 : ttl);
    }

    DnsAnswer failed() {
        return new DnsAnswer(name, type, Status.FAILED, List.of(), chain, 0);
    }

    private Name follow(Message message) {
        Name at = message.getQuestion().getName();
        if (wanted() == Type.CNAME) {
            return at;
        }
        for (Optional<CNAMERecord> link = link(message, at); link.isPresent(); link = link(message, at)) {
            at = link.get().getTarget();
            if (chain.contains(plain(at))) {
                return at;
            }
            chain.add(plain(at));
            keepFor(link.get().getTTL());
        }
        return at;
    }

    private static Optional<CNAMERecord> link(Message message, Name from) {
        return message.getSection(Section.ANSWER).stream()
                .filter(r -> r.getName().equals(from))
                .filter(CNAMERecord.class::isInstance)
                .map(CNAMERecord.class::cast)
                .findFirst();
    }

    private void found(Record record) {
        values.add(value(record));
        keepFor(record.getTTL());
    }

    private Status status(Message message) {
        if (!values.isEmpty()) {
            return Status.FOUND;
        }
        soa(message).ifPresent(this::rememberAbsence);
        return switch (message.getRcode()) {
            case Rcode.NOERROR -> Status.NO_DATA;
            case Rcode.NXDOMAIN -> Status.NO_SUCH_NAME;
            default -> Status.FAILED;
        };
    }

    /** How long resolvers remember that there is nothing. See <a href="https://www.rfc-editor.org/rfc/rfc2308#section-5">RFC 2308, 5</a>. */
    private void rememberAbsence(SOARecord soa) {
        keepFor(Math.min(soa.getTTL(), soa.getMinimum()));
    }

    private void keepFor(long seconds) {
        ttl = Math.min(ttl, seconds);
    }

    private int wanted() {
        return Type.value(type, true);
    }

    private static boolean hasSoa(Message message) {
        return soa(message).isPresent();
    }

    private static Optional<SOARecord> soa(Message message) {
        return message.getSection(Section.AUTHORITY).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst();
    }

    private static String value(Record record) {
        return record instanceof TXTRecord text
                ? String.join("", text.getStrings())
                : Facts.undotted(record.rdataToString());
    }

    private static String plain(Name name) {
        return name.toString(true);
    }
}
