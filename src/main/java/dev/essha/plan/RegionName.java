package dev.essha.plan;

import java.util.regex.Pattern;

/** An AWS region, {@code eu-central-1}. Whether it exists is asked of the account, not of a list that ages. */
public record RegionName(String value) implements Comparable<RegionName> {

    /** Every text that this type may accept; some that match are refused for other reasons. */
    public static final Pattern SYNTAX = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}");

    /** @throws InvalidValue {@code region.syntax} */
    public RegionName {
        if (!SYNTAX.matcher(value).matches()) {
            throw new InvalidValue("region.syntax", value);
        }
    }

    @Override
    public int compareTo(RegionName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
