package dev.essha.plan;

import java.util.regex.Pattern;

/** The id of a subnet, {@code subnet-0123456789abcdef0}. */
public record SubnetId(String value) implements Comparable<SubnetId> {

    /** Every text that this type accepts. */
    public static final Pattern SYNTAX = Pattern.compile("subnet-([0-9a-f]{8}|[0-9a-f]{17})");

    /** @throws InvalidValue {@code subnet.syntax} */
    public SubnetId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new InvalidValue("subnet.syntax", value);
        }
    }

    @Override
    public int compareTo(SubnetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
