package dev.essha.plan;

import java.util.regex.Pattern;

/** The id of a VPC, {@code vpc-0123456789abcdef0}. */
public record VpcId(String value) implements Comparable<VpcId> {

    /** Every text that this type accepts. */
    public static final Pattern SYNTAX = Pattern.compile("vpc-([0-9a-f]{8}|[0-9a-f]{17})");

    /** @throws InvalidValue {@code vpc.syntax} */
    public VpcId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new InvalidValue("vpc.syntax", value);
        }
    }

    @Override
    public int compareTo(VpcId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
