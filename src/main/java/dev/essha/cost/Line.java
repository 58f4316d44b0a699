package dev.essha.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A line of an estimate.
 *
 * @param price of one; empty where it is not known
 */
public record Line(Item item, Optional<Price> price) {

    private static final int CENTS = 2;

    /** For the month, in whole cents; empty where the price is not known, or how much will be used. */
    public Optional<BigDecimal> amount() {
        return price.flatMap(p -> item.quantity().amount().map(p::of))
                .map(a -> a.setScale(CENTS, RoundingMode.HALF_UP));
    }

    /** Whether the total lacks it although it is known how much is taken. */
    public boolean isMissing() {
        return price.isEmpty() && item.quantity().amount().isPresent();
    }

    /** Whether nobody can say the amount before it was used. */
    public boolean isOpen() {
        return item.quantity().amount().isEmpty();
    }
}
