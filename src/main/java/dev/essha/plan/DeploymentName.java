package dev.essha.plan;

import java.util.regex.Pattern;

/**
 * The name of a deployment, from which the names of everything in the account are made (see {@link ResourceNames}):
 * lower-case letters, digits and single hyphens, starting with a letter.
 */
public record DeploymentName(String value) implements Comparable<DeploymentName> {

    /** Every text that this type may accept; some that match are refused for other reasons. */
    public static final Pattern SYNTAX = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** @throws InvalidValue {@code name.syntax} */
    public DeploymentName {
        if (!SYNTAX.matcher(value).matches()) {
            throw new InvalidValue("name.syntax", value);
        }
    }

    @Override
    public int compareTo(DeploymentName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
