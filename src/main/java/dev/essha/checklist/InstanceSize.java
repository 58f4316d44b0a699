package dev.essha.checklist;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many vCPUs an instance type has, by its size.
 *
 * @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html">Naming conventions</a>
 */
final class InstanceSize {

    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]+\\.(?:(large)|(\\d*)xlarge)");

    private InstanceSize() {}

    /** Two for {@code large}, four for {@code xlarge} and each of its multiples; empty for sizes that vary by family. */
    static OptionalLong virtualCpus(String instanceType) {
        Matcher m = TYPE.matcher(instanceType);
        if (!m.matches()) {
            return OptionalLong.empty();
        }
        if (m.group(1) != null) {
            return OptionalLong.of(2);
        }
        return OptionalLong.of(m.group(2).isEmpty() ? 4 : 4 * Long.parseLong(m.group(2)));
    }
}
