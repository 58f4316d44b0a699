package dev.essha.cloud;

import java.time.Duration;
import java.util.Map;

/**
 * How long AWS typically takes with a resource. A rehearsal takes these times (compressed), a run announces its length and
 * the time that is left from them. Experience, not a promise.
 */
public final class TypicalTimes {

    private static final Duration QUICK = Duration.ofSeconds(5);

    private static final Map<String, Times> SLOW = Map.of(
            "AWS::MSK::Cluster", minutes(25, 15, 10),
            "AWS::RDS::DBInstance", minutes(14, 5, 8),
            "AWS::EKS::Cluster", minutes(9, 5, 5),
            "AWS::EKS::Nodegroup", minutes(3, 4, 4),
            "AWS::EC2::NatGateway", new Times(Duration.ofSeconds(110), QUICK, Duration.ofSeconds(60)),
            "AWS::ElasticLoadBalancingV2::LoadBalancer", new Times(Duration.ofSeconds(150), QUICK, QUICK));

    private TypicalTimes() {}

    private record Times(Duration creation, Duration update, Duration deletion) {}

    /** How long a resource of a type takes to be created; five seconds for whatever is not known to be slow. */
    public static Duration creation(String type) {
        return of(type).creation();
    }

    /** How long a change in place takes. */
    public static Duration update(String type) {
        return of(type).update();
    }

    /** How long a deletion takes. */
    public static Duration deletion(String type) {
        return of(type).deletion();
    }

    private static Times of(String type) {
        return SLOW.getOrDefault(type, new Times(QUICK, QUICK, QUICK));
    }

    private static Times minutes(int creation, int update, int deletion) {
        return new Times(Duration.ofMinutes(creation), Duration.ofMinutes(update), Duration.ofMinutes(deletion));
    }
}
