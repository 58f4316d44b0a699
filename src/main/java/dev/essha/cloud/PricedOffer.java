package dev.essha.cloud;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something on AWS's price list, sold on demand.
 *
 * @param sku AWS's number of it
 * @param attributes what the list says of it, {@code usagetype} and others
 * @param effective since when it costs that
 * @param tiers in order of {@link Tier#from()}
 */
public record PricedOffer(
        String sku, SortedMap<String, String> attributes, LocalDate effective, Currency currency, List<Tier> tiers) {

    public PricedOffer {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        tiers = tiers.stream().sorted(Comparator.comparing(Tier::from)).toList();
    }

    /**
     * A price that holds from a quantity on.
     *
     * @param from in the unit, in a month
     * @param unit as the list calls it, {@code Hrs}
     * @param amount for one
     */
    public record Tier(BigDecimal from, String unit, BigDecimal amount) {}
}
