package dev.essha.cost;

import dev.essha.plan.RegionName;
import java.util.Arrays;
import java.util.List;

/**
 * A part of the world for which AWS's network at the edge has prices of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PriceClass.html">Price classes</a>
 */
enum Area {
    UNITED_STATES("United States", "us-"),
    CANADA("Canada", "ca-", "mx-"),
    EUROPE("Europe", "eu-"),
    JAPAN("Japan", "ap-northeast-1", "ap-northeast-3"),
    INDIA("India", "ap-south-"),
    AUSTRALIA("Australia", "ap-southeast-2", "ap-southeast-4", "ap-southeast-6"),
    SOUTH_AMERICA("South America", "sa-"),
    SOUTH_AFRICA("South Africa", "af-"),
    MIDDLE_EAST("Middle East", "me-", "il-"),
    /** The rest of Asia, and where nothing nearer is known. */
    ASIA_PACIFIC("Asia Pacific", "ap-");

    private final String priceListName;
    private final List<String> prefixes;

    Area(String priceListName, String... prefixes) {
        this.priceListName = priceListName;
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
}
