package dev.essha.cost;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * What one of a product costs.
 *
 * @param tiers from the first one on, in order; at least one
 */
public record Price(Currency currency, List<Tier> tiers, Source source) {

    /** @throws IllegalArgumentException for tiers that do not begin at zero */
    public Price {
        tiers = tiers.stream().sorted(Comparator.comparing(Tier::from)).toList();
        if (tiers.isEmpty() || tiers.getFirst().from().signum() != 0) {
            throw new IllegalArgumentException("a price begins with the first of what is bought: " + tiers);
        }
    }

    /** The same price however much is bought. */
    public static Price flat(Currency currency, BigDecimal amount, Source source) {
        return new Price(currency, List.of(new Tier(BigDecimal.ZERO, amount)), source);
    }

    /**
     * A price that holds from a quantity on.
     *
     * @param from how much of it in a month costs less, or more
     * @param amount for one, not negative
     */
    public record Tier(BigDecimal from, BigDecimal amount) {

        public Tier {
            if (from.signum() < 0 || amount.signum() < 0) {
                throw new IllegalArgumentException("negative: from " + from + " at " + amount);
            }
        }
    }

    /** For one of the first that are bought. */
    public BigDecimal first() {
        return tiers.getFirst().amount();
    }

    /** For a quantity, not rounded. */
    public BigDecimal of(BigDecimal quantity) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal rest = quantity;
        for (Tier tier : tiers.reversed()) {
            BigDecimal within = rest.subtract(tier.from()).max(BigDecimal.ZERO);
            sum = sum.add(within.multiply(tier.amount()));
            rest = rest.subtract(within);
        }
        return sum;
    }
}
