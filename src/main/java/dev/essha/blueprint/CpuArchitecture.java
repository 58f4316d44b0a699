package dev.essha.blueprint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an instance's processors speak. In a type's name the letters after the generation tell: {@code g} is Graviton.
 *
 * @see <a href="https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html">Naming conventions</a>
 */
enum CpuArchitecture {
    X86_64("AL2023_x86_64_STANDARD"),
    ARM_64("AL2023_ARM_64_STANDARD");

    private static final Pattern TYPE = Pattern.compile("[a-z]+\\d+([a-z]*).*");

    private final String amiType;

    CpuArchitecture(String amiType) {
        this.amiType = amiType;
    }

    /** @param instanceType {@code m7g.large} */
    static CpuArchitecture of(String instanceType) {
        Matcher type = TYPE.matcher(instanceType);
        boolean graviton = type.matches() && type.group(1).contains("g");
        return graviton || instanceType.startsWith("a1.") ? ARM_64 : X86_64;
    }

    /** EKS's name of the Amazon Linux image for it. */
    String amiType() {
        return amiType;
    }
}
