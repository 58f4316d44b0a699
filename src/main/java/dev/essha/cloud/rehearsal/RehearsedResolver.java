package dev.essha.cloud.rehearsal;

import dev.essha.cloud.Resolver;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Edge.HostedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Public DNS as it would be with what stands in the account in memory. */
final class RehearsedResolver implements Resolver {

    private static final long TTL_SECONDS = 300;

    /**
     * How long Route 53 lets resolvers remember that a name does not exist.
     *
     * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html">SOA record</a>
     */
    private static final long NEGATIVE_TTL_SECONDS = 900;

    private final Account account;

    RehearsedResolver(Account account) {
        this.account = account;
    }

    @Override
    public DnsAnswer lookUp(String name, String type) {
        synchronized (account) {
            PublicDns dns = new PublicDns(account.snapshot(), account.settings().names());
            dns.person().flatMap(person -> person.asked(name)).ifPresent(this::ask);
            return new Search(dns.all(), name, type).answer();
        }
    }

    private void ask(String front) {
        account.change(() -> account.byHand().ask(front, account.now()));
    }

    /** One look-up. */
    private static final class Search {

        private final List<HostedRecord> records;
        private final String name;
        private final String type;
        private final List<String> chain = new ArrayList<>();
        private final List<String> visited = new ArrayList<>();

        Search(List<HostedRecord> records, String name, String type) {
            this.records = records;
            this.name = name;
            this.type = type;
        }

        DnsAnswer answer() {
            String at = DnsNames.bare(name);
            while (!visited.contains(at)) {
                visited.add(at);
                Optional<HostedRecord> found = find(at, type);
                if (found.isPresent() && found.get().aliasTo().isEmpty()) {
                    return new DnsAnswer(name, type, Status.FOUND, found.get().values(), chain, TTL_SECONDS);
                }
                Optional<String> next = found.map(HostedRecord::aliasTo).or(() -> canonical(visited.getLast()));
                if (next.isEmpty()) {
                    return none(at);
                }
                at = next.get();
            }
            return none(at);
        }

        private Optional<String> canonical(String at) {
            Optional<String> next =
                    find(at, "CNAME").flatMap(r -> r.values().stream().findFirst());
            next.ifPresent(chain::add);
            return next;
        }

        private DnsAnswer none(String at) {
            boolean exists = records.stream().anyMatch(r -> DnsNames.answers(r.name(), at));
            Status status = exists ? Status.NO_DATA : Status.NO_SUCH_NAME;
            return new DnsAnswer(name, type, status, List.of(), chain, NEGATIVE_TTL_SECONDS);
        }

        /** The name's own records before a wildcard's. */
        private Optional<HostedRecord> find(String at, String ofType) {
            boolean own = records.stream().anyMatch(r -> r.name().equals(at));
            List<HostedRecord> matching = records.stream()
                    .filter(r -> r.type().equals(ofType))
                    .filter(r -> own ? r.name().equals(at) : DnsNames.answers(r.name(), at))
                    .toList();
            return one(matching);
        }

        /** By weight; which one of them hangs on the name that was asked, so that the same question has one answer. */
        private Optional<HostedRecord> one(List<HostedRecord> matching) {
            long total = matching.stream().mapToLong(r -> r.weight().orElse(0L)).sum();
            if (total == 0) {
                return matching.stream().findFirst();
            }
            long position = Long.parseLong(Hash.of("weighted", name).substring(0, 12), 16) % total;
            for (HostedRecord record : matching) {
                position -= record.weight().orElse(0L);
                if (position < 0) {
                    return Optional.of(record);
                }
            }
            return Optional.empty();
        }
    }
}
