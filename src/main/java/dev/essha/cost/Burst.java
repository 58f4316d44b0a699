package dev.essha.cost;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types that save up computing time while they have little to do. RDS and EC2 let them overdraw, and charge for that.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode-concepts.html">
 *     Unlimited mode</a>
 */
final class Burst {

    private static final Pattern TYPE = Pattern.compile("(?:db\\.)?(t\\d[a-z]*)\\..*");

    private Burst() {}

    /** The family of such a type, {@code t4g}; empty for others. */
    static Optional<String> family(String type) {
        Matcher m = TYPE.matcher(type);
        return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
    }
}
