package dev.essha.cloud.rehearsal;

import dev.essha.cloud.Resolver;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Edge;
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
        List<Edge.HostedRecord> records = new PublicDns(account.snapshot(), account.settings()).all();
        List<String> chain = new ArrayList<>();
        String at = DnsNames.bare(name);
        while (true) {
            Optional<Edge.HostedRecord> found = find(records, at, type);
            if (found.isPresent() && found.get().aliasTo().isEmpty()) {
                return new DnsAnswer(name, type, Status.FOUND, found.get().values(), chain, TTL_SECONDS);
            }
            Optional<String> next = found.map(Edge.HostedRecord::aliasTo).or(() -> canonical(records, at(chain, name)));
            if (next.isEmpty() || chain.contains(next.get())) {
                return none(records, name, type, chain);
            }
            if (found.isEmpty()) {
                chain.add(next.get());
            }
            at = next.get();
        }
    }

    private static String at(List<String> chain, String name) {
        return chain.isEmpty() ? DnsNames.bare(name) : chain.getLast();
    }

    private static DnsAnswer none(List<Edge.HostedRecord> records, String name, String type, List<String> chain) {
        boolean exists = records.stream().anyMatch(r -> DnsNames.answers(r.name(), at(chain, name)));
        Status status = exists ? Status.NO_DATA : Status.NO_SUCH_NAME;
        return new DnsAnswer(name, type, status, List.of(), chain, NEGATIVE_TTL_SECONDS);
    }

    private static Optional<String> canonical(List<Edge.HostedRecord> records, String name) {
        return find(records, name, "CNAME").flatMap(r -> r.values().stream().findFirst());
    }

    /** The name's own record before a wildcard's. */
    private static Optional<Edge.HostedRecord> find(List<Edge.HostedRecord> records, String name, String type) {
        List<Edge.HostedRecord> matching = records.stream()
                .filter(r -> r.type().equals(type) && DnsNames.answers(r.name(), name))
                .toList();
        return matching.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .or(() -> records.stream().anyMatch(r -> r.name().equals(name))
                        ? Optional.empty()
                        : matching.stream().findFirst());
    }
}
