package dev.essha.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Splits a VPC into a large private and a small public subnet for each zone, with room to spare for more zones: the
 * private ones from the front, the public ones from the last part. A fourth zone leaves those of the first three as
 * they are.
 *
 * @param publicCidr for load balancers and NAT gateways, /24 at most
 * @param privateCidr for everything else
 */
public record SubnetLayout(Cidr publicCidr, Cidr privateCidr) {

    private static final int SMALLEST = Limits.PREFIX.max();
    private static final int ROOM_FOR_PUBLIC = 5;

    /**
     * The subnets of each zone, in order.
     *
     * @param zones how many, at least one
     * @return empty where the VPC is too small for that many
     */
    public static Optional<List<SubnetLayout>> of(Cidr vpc, int zones) {
        int bits = bitsFor(zones);
        int privatePrefix = vpc.prefix() + bits + 1;
        int publicPrefix = Math.min(SMALLEST, privatePrefix + ROOM_FOR_PUBLIC);
        if (publicPrefix - privatePrefix < bits) {
            return Optional.empty();
        }
        List<Cidr> parts = vpc.split(privatePrefix);
        List<Cidr> publics = parts.getLast().split(publicPrefix);
        return Optional.of(IntStream.range(0, zones)
                .mapToObj(i -> new SubnetLayout(publics.get(i), parts.get(i)))
                .toList());
    }

    private static int bitsFor(int zones) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(zones - 1);
    }
}
