package dev.essha.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An availability zone, {@code eu-central-1a}. Local and wavelength zones ({@code us-west-2-lax-1a}) are refused: neither
 * Amazon RDS Multi-AZ nor Amazon MSK runs in them.
 */
public record ZoneName(String value) implements Comparable<ZoneName> {

    /** Every text that this type may accept; some that match are refused for other reasons. */
    public static final Pattern SYNTAX = Pattern.compile("([a-z]{2,4}(?:-[a-z]+)+-\\d{1,2})([a-z])");

    private static final Pattern LOCAL = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}(-[a-z0-9]+)+-\\d{1,2}[a-z]");

    /** @throws InvalidValue {@code zone.syntax} or {@code zone.local} */
    public ZoneName {
        if (LOCAL.matcher(value).matches()) {
            throw new InvalidValue("zone.local", value);
        }
        if (!SYNTAX.matcher(value).matches()) {
            throw new InvalidValue("zone.syntax", value);
        }
    }

    /** The region that the zone's name says it is in. */
    public RegionName region() {
        Matcher m = SYNTAX.matcher(value);
        m.matches();
        return new RegionName(m.group(1));
    }

    /** The letter that tells the zones of a region apart, lower case. */
    public String letter() {
        return value.substring(value.length() - 1);
    }

    @Override
    public int compareTo(ZoneName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
