package dev.essha.cost;

import dev.essha.plan.RegionName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Predicate;

/** Knows one price for everything, or for a part of it. */
record PlainPrices(BigDecimal amount, Predicate<Product> known) implements PriceBook {

    static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    static PlainPrices of(String amount) {
        return new PlainPrices(new BigDecimal(amount), _ -> true);
    }

    PlainPrices but(Product.Kind unknown) {
        return new PlainPrices(amount, p -> p.kind() != unknown);
    }

    @Override
    public Optional<Price> price(Product product, RegionName region) {
        return Optional.of(product)
                .filter(known)
                .map(_ -> Price.flat(
                        Estimate.currency(region), amount, new Source(Source.Origin.SNAPSHOT, "item", "test", DAY)));
    }

    static Price dollars(String amount) {
        return Price.flat(
                Currency.getInstance("USD"),
                new BigDecimal(amount),
                new Source(Source.Origin.PRICE_LIST, "SKU", "test", DAY));
    }
}
