package dev.essha.cost;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of what is charged by use somebody expects in a month.
 *
 * @param amounts by {@link Item#id()}, in the unit of its product, not negative
 */
public record Usage(SortedMap<String, BigDecimal> amounts) {

    /** Nobody says. */
    public static final Usage UNKNOWN = new Usage(new TreeMap<>());

    public Usage {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
        if (amounts.values().stream().anyMatch(a -> a.signum() < 0)) {
            throw new IllegalArgumentException("negative usage: " + amounts);
        }
    }

    public static Usage of(Map<String, BigDecimal> amounts) {
        return new Usage(new TreeMap<>(amounts));
    }

    Optional<BigDecimal> of(String id) {
        return Optional.ofNullable(amounts.get(id));
    }
}
