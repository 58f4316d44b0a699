package dev.essha.cost;

import dev.essha.plan.RegionName;
import java.util.Optional;

/** Knows prices. */
@FunctionalInterface
public interface PriceBook {

    /**
     * What one of a product costs.
     *
     * @param region where it is used
     * @return empty where that is not known; never a guess
     */
    Optional<Price> price(Product product, RegionName region);

    /** This book, and where it does not know a price, another. */
    default PriceBook or(PriceBook other) {
        return (product, region) -> price(product, region).or(() -> other.price(product, region));
    }
}
