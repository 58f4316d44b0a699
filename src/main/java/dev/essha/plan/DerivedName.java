package dev.essha.plan;

/**
 * A name that is made from the deployment's, and what its service says about its length.
 *
 * @param name as it will be in the account
 * @param of what carries it, {@code Network Load Balancer}
 * @param limit the most characters that the service takes
 * @param source where the service says so
 */
public record DerivedName(String name, String of, int limit, String source) {

    public boolean isTooLong() {
        return excess() > 0;
    }

    /** By how many characters the name is too long; negative if there is room. */
    public int excess() {
        return name.length() - limit;
    }

    String described() {
        return of + " (at most " + limit + ")";
    }
}
