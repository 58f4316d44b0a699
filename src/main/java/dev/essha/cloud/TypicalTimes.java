package dev.essha.cloud;

import java.time.Duration;
import java.util.Map;

/**
 * How long AWS typically takes to create a resource. A rehearsal takes these times (compressed), a run announces its
 * length and the time that is left from them. Experience, not a promise.
 */
public final class TypicalTimes {

    private static final Duration QUICK = Duration.ofSeconds(5);

    private static final Map<String, Duration> CREATION = Map.of(
            "AWS::MSK::Cluster", Duration.ofMinutes(25),
            "AWS::RDS::DBInstance", Duration.ofMinutes(14),
            "AWS::EKS::Cluster", Duration.ofMinutes(9),
            "AWS::EKS::Nodegroup", Duration.ofMinutes(3),
            "AWS::EC2::NatGateway", Duration.ofSeconds(110),
            "AWS::ElasticLoadBalancingV2::LoadBalancer", Duration.ofSeconds(150));

    private TypicalTimes() {}

    /** How long a resource of a type takes to be created; five seconds for whatever is not known to be slow. */
    public static Duration creation(String type) {
        return CREATION.getOrDefault(type, QUICK);
    }
}
