package dev.essha.inventory;

import java.util.List;

/**
 * What the name servers said.
 *
 * @param values of the asked type in the order of the answer, without trailing dots; for an address look-up the chain of
 *     CNAMEs before it is in {@code chain}
 * @param chain the names that were followed, in order, without the asked one
 * @param ttlSeconds smallest of the answer, or the negative TTL
 */
public record DnsAnswer(
        String name, String type, Status status, List<String> values, List<String> chain, long ttlSeconds) {

    public DnsAnswer {
        values = List.copyOf(values);
        chain = List.copyOf(chain);
    }

    /** How the look-up ended. */
    public enum Status {
        FOUND,
        /** The name exists without a record of this type. */
        NO_DATA,
        NO_SUCH_NAME,
        /** No server answered in time, or they failed. */
        FAILED
    }
}
