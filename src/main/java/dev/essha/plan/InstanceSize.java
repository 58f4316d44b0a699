package dev.essha.plan;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an instance type says of itself by its name. Names of one size have the same number of vCPUs in every family, those
 * of one kind of family the same memory for each of them.
 *
 * @param virtualCpus vCPUs
 * @param memoryGiB memory, in GiB
 * @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html">Naming conventions</a>
 */
public record InstanceSize(long virtualCpus, long memoryGiB) {

    private static final Pattern TYPE = Pattern.compile("([a-z0-9-]+)\\.(?:(large)|(\\d*)xlarge)");

    private static final int OF_LARGE = 2;
    private static final int OF_XLARGE = 4;

    /**
     * Families whose types keep to the rule: general purpose, compute, memory. Of the compute family, the fourth generation
     * and {@code c5n} do not.
     *
     * @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html">General purpose</a>, <a
     *     href="https://docs.aws.amazon.com/ec2/latest/instancetypes/co.html">compute</a>, <a
     *     href="https://docs.aws.amazon.com/ec2/latest/instancetypes/mo.html">memory optimized</a>
     */
    private static final Pattern REGULAR = Pattern.compile("(t[234]|m[4-9]|c(?!5n)[5-9]|r[5-9])[a-z-]*");

    private static final Map<Character, Integer> GIB_FOR_EACH_CPU = Map.of('t', 4, 'm', 4, 'c', 2, 'r', 8);

    /** Two for {@code large}, four for {@code xlarge} and each of its multiples; empty for sizes that vary by family. */
    public static OptionalLong virtualCpus(String instanceType) {
        Matcher m = TYPE.matcher(instanceType);
        return m.matches() ? OptionalLong.of(virtualCpus(m)) : OptionalLong.empty();
    }

    /** Both numbers; empty for sizes and families that do not keep to the rule. */
    public static Optional<InstanceSize> of(String instanceType) {
        Matcher m = TYPE.matcher(instanceType);
        if (!m.matches() || !REGULAR.matcher(m.group(1)).matches()) {
            return Optional.empty();
        }
        long cpus = virtualCpus(m);
        return Optional.of(
                new InstanceSize(cpus, cpus * GIB_FOR_EACH_CPU.get(m.group(1).charAt(0))));
    }

    private static long virtualCpus(Matcher type) {
        if (type.group(2) != null) {
            return OF_LARGE;
        }
        String multiple = type.group(3);
        return multiple.isEmpty() ? OF_XLARGE : OF_XLARGE * Long.parseLong(multiple);
    }
}
