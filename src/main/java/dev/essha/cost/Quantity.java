package dev.essha.cost;

import java.math.BigDecimal;
import java.util.Optional;

/** How much of something a deployment takes in a month. */
public sealed interface Quantity {

    /** In the product's unit; empty where nobody can know. */
    Optional<BigDecimal> amount();

    /**
     * What the plan says.
     *
     * @param count how many things
     * @param each how much of the unit each takes in a month: hours, gigabytes, or one
     */
    record Planned(BigDecimal count, BigDecimal each) implements Quantity {

        @Override
        public Optional<BigDecimal> amount() {
            return Optional.of(count.multiply(each));
        }
    }

    /**
     * What depends on how the deployment is used.
     *
     * @param amount what somebody expects; empty if nobody said
     */
    record ByUse(Optional<BigDecimal> amount) implements Quantity {}
}
