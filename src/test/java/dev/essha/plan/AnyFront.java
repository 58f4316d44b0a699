package dev.essha.plan;

import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What clients meet first. */
final class AnyFront {

    private AnyFront() {}

    static Arbitrary<DomainPlan> domain() {
        return Combinators.combine(
                        AnyText.domains(),
                        Arbitraries.of(Dns.class),
                        Arbitraries.of("Z0123456789ABCDEFGHIJ", "Z" + "0".repeat(31))
                                .optional(0.2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(DomainPlan::new);
    }

    static Arbitrary<EdgePlan> edge() {
        Arbitrary<List<Cidr>> everybody = Arbitraries.just(List.of(Cidr.ANYWHERE));
        Arbitrary<List<Cidr>> some = AnyText.ranges(1, Limits.ALLOWED_CIDRS);
        return Combinators.combine(
                        Arbitraries.of(LoadBalancing.class),
                        Arbitraries.of(Gateway.class),
                        in(Limits.REQUESTS_PER_CLIENT),
                        Arbitraries.oneOf(everybody, some),
                        Arbitraries.of(Limits.TLS_POLICIES),
                        in(Limits.NODE_PORT))
                .as(EdgePlan::new);
    }

    /** The ends more often than chance would have it. */
    static Arbitrary<Integer> in(Range range) {
        Arbitrary<Integer> ends = Arbitraries.of(range.min(), range.max());
        return Arbitraries.frequencyOf(
                Tuple.of(1, ends), Tuple.of(3, Arbitraries.integers().between(range.min(), range.max())));
    }
}
