package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Offer;
import dev.essha.plan.RegionName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The availability zones of regions, as most accounts see them.
 *
 * @see <a href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html">Availability
 *     zones</a>
 */
final class RegionZones {

    private static final String USUAL = "abc";

    /** The letters of the zones, where they are not the usual ones: Tokyo and Montreal each let few into one of theirs. */
    private static final Map<String, String> LETTERS = Map.of(
            "us-east-1", "abcdef",
            "us-west-2", "abcd",
            "ap-northeast-1", "acd",
            "ap-northeast-2", "abcd",
            "ca-central-1", "abd");

    private RegionZones() {}

    static List<Offer.Zone> of(RegionName region) {
        List<String> letters =
                List.of(LETTERS.getOrDefault(region.value(), USUAL).split(""));
        return IntStream.range(0, letters.size())
                .mapToObj(i -> new Offer.Zone(region + letters.get(i), id(region, i + 1), "available"))
                .toList();
    }

    /** As AWS shortens regions: {@code eu-west-1} has {@code euw1-az1}. */
    private static String id(RegionName region, int number) {
        String[] parts = region.value().split("-");
        String shortened = Stream.of(parts)
                .skip(1)
                .limit(parts.length - 2L)
                .map(RegionZones::shortened)
                .collect(Collectors.joining());
        return parts[0] + shortened + parts[parts.length - 1] + "-az" + number;
    }

    private static String shortened(String word) {
        return switch (word) {
            case "northeast" -> "ne";
            case "northwest" -> "nw";
            case "southeast" -> "se";
            case "southwest" -> "sw";
            default -> word.substring(0, 1);
        };
    }
}
