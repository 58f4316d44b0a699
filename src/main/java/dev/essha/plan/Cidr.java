package dev.essha.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses, {@code 10.40.0.0/16}. Equal ranges are equal values.
 *
 * @param network first address as an unsigned 32-bit number; no bit set behind the prefix
 * @param prefix length of the network part in bits, 0 to 32
 */
public record Cidr(long network, int prefix) implements Comparable<Cidr> {

    /** Everybody. */
    public static final Cidr ANYWHERE = new Cidr(0, 0);

    /** Every text that this type may accept; some that match are refused for other reasons. */
    public static final Pattern SYNTAX =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    public Cidr {
        if (prefix < 0 || prefix > 32 || network < 0 || network > 0xFFFF_FFFFL) {
            throw new InvalidValue("cidr.syntax", network + "/" + prefix);
        }
        long host = network & (size(prefix) - 1);
        if (host != 0) {
            throw new InvalidValue(
                    "cidr.host-bits", dotted(network) + "/" + prefix, dotted(network - host) + "/" + prefix);
        }
    }

    /**
     * Reads {@code a.b.c.d/n}.
     *
     * @throws InvalidValue {@code cidr.syntax}, or {@code cidr.host-bits} with the range that was probably meant
     */
    public static Cidr parse(String text) {
        Matcher m = SYNTAX.matcher(text.strip());
        if (!m.matches()) {
            throw new InvalidValue("cidr.syntax", text);
        }
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            int octet = Integer.parseInt(m.group(i));
            if (octet > 255) {
                throw new InvalidValue("cidr.syntax", text);
            }
            address = address << 8 | octet;
        }
        int prefix = Integer.parseInt(m.group(5));
        if (prefix > 32) {
            throw new InvalidValue("cidr.syntax", text);
        }
        return new Cidr(address, prefix);
    }

    /** How many addresses the range holds, 1 to 2^32. */
    public long addresses() {
        return size(prefix);
    }

    /**
     * How many addresses AWS lets a subnet of this range use: all but five.
     *
     * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html">Subnet sizing</a>
     */
    public long usableAddresses() {
        return Math.max(0, addresses() - 5);
    }

    /** Whether every address of {@code other} is in this range. */
    public boolean contains(Cidr other) {
        return other.prefix >= prefix && other.network >= network && other.last() <= last();
    }

    /** Whether the two ranges share an address. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /**
     * The equal parts of this range, in order of address.
     *
     * @param newPrefix prefix of the parts, at least this range's own, at most 16 bits longer
     */
    public List<Cidr> split(int newPrefix) {
        if (newPrefix < prefix || newPrefix > 32 || newPrefix - prefix > 16) {
            throw new IllegalArgumentException("cannot split /" + prefix + " into /" + newPrefix);
        }
        List<Cidr> parts = new ArrayList<>();
        for (long at = network; at <= last(); at += size(newPrefix)) {
            parts.add(new Cidr(at, newPrefix));
        }
        return List.copyOf(parts);
    }

    @Override
    public int compareTo(Cidr other) {
        int byAddress = Long.compare(network, other.network);
        return byAddress != 0 ? byAddress : Integer.compare(prefix, other.prefix);
    }

    @Override
    public String toString() {
        return dotted(network) + "/" + prefix;
    }

    private long last() {
        return network + addresses() - 1;
    }

    private static long size(int prefix) {
        return 1L << (32 - prefix);
    }

    private static String dotted(long address) {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}
