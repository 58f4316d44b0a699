package dev.essha.cost;

import dev.essha.cloud.PriceQuery;
import dev.essha.cloud.PricedOffer;
import dev.essha.cost.Product.Scope;
import dev.essha.plan.RegionName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where AWS's price list has a product.
 *
 * @param service as the list calls it
 * @param regionAttribute what the list calls the region; empty where offers are of no region
 * @param attributes beside the region, all of which an offer has
 * @param usages types of usage without the region's prefix, one of which an offer has; empty for any
 */
record Listing(String service, String regionAttribute, Map<String, String> attributes, List<String> usages) {

    private static final String USAGE = "usagetype";

    /** {@code EUC1-}, {@code EU-}, {@code eu-central-1-}, {@code Global-}, or nothing, as often in us-east-1. */
    private static final String PREFIX = "(?:(?:[A-Z]{2,4}\\d?|[a-z]{2,4}(?:-[a-z]+)+-\\d|Global)-)?";

    /** What has one price in the partition: other prefixes are of other products. */
    private static final String NO_REGION = "(?:Global-)?";

    /** What to ask for a region's offers. */
    PriceQuery query(RegionName region) {
        TreeMap<String, String> all = new TreeMap<>(attributes);
        if (!regionAttribute.isEmpty()) {
            all.put(regionAttribute, region.value());
        }
        return new PriceQuery(service, all);
    }

    /** Whether an offer that was found is the product: the list cannot be asked for the end of a type of usage. */
    boolean fits(PricedOffer offer, Scope scope) {
        String usage = Optional.ofNullable(offer.attributes().get(USAGE)).orElse("");
        String prefix = scope == Scope.REGION ? PREFIX : NO_REGION;
        return usages.isEmpty()
                || usages.stream()
                        .anyMatch(u -> Pattern.compile(prefix + Pattern.quote(u), Pattern.CASE_INSENSITIVE)
                                .matcher(usage)
                                .matches());
    }
}
