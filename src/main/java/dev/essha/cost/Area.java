package dev.essha.cost;

import dev.essha.plan.RegionName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A part of the world for which AWS's network at the edge has prices of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PriceClass.html">Price classes</a>
 */
enum Area {
    UNITED_STATES("United States", "US", "us-", "mx-"),
    CANADA("Canada", "CA", "ca-"),
    EUROPE("Europe", "EU", "eu-"),
    JAPAN("Japan", "JP", "ap-northeast-1", "ap-northeast-3"),
    INDIA("India", "IN", "ap-south-"),
    AUSTRALIA("Australia", "AU", "ap-southeast-2", "ap-southeast-4", "ap-southeast-6"),
    SOUTH_AMERICA("South America", "SA", "sa-"),
    SOUTH_AFRICA("South Africa", "ZA", "af-"),
    MIDDLE_EAST("Middle East", "ME", "me-", "il-"),
    /** The rest of Asia, and where nothing nearer is known. */
    ASIA_PACIFIC("Asia Pacific", "AP", "ap-");

    private final String priceListName;
    private final String usagePrefix;
    private final List<String> prefixes;

    Area(String priceListName, String usagePrefix, String... prefixes) {
        this.priceListName = priceListName;
        this.usagePrefix = usagePrefix;
        this.prefixes = List.of(prefixes);
    }

    /** The area that a region is in, where its clients are most likely to be. */
    static Area of(RegionName region) {
        return Arrays.stream(values())
                .filter(a -> a.prefixes.stream().anyMatch(region.value()::startsWith))
                .findFirst()
                .orElse(ASIA_PACIFIC);
    }

    /** As the price list of CloudFront calls it. */
    String priceListName() {
        return priceListName;
    }

    /** Before the types of usage of CloudFront, {@code EU}; empty for what is none of these areas' names. */
    static Optional<String> usagePrefix(String priceListName) {
        return Arrays.stream(values())
                .filter(a -> a.priceListName.equals(priceListName))
                .map(a -> a.usagePrefix)
                .findFirst();
    }
}
