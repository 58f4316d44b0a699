package dev.essha.cloud;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to look for in AWS's price list.
 *
 * @param service as the list calls it, {@code AmazonRDS}
 * @param attributes that an offer must have, all of them, with exactly these values
 * @see <a href="https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_pricing_GetProducts.html">GetProducts</a>
 */
public record PriceQuery(String service, SortedMap<String, String> attributes) {

    public PriceQuery {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    public static PriceQuery of(String service) {
        return new PriceQuery(service, new TreeMap<>());
    }

    public PriceQuery with(String attribute, String value) {
        SortedMap<String, String> more = new TreeMap<>(attributes);
        more.put(attribute, value);
        return new PriceQuery(service, more);
    }
}
