package dev.essha.ui.wizard;

import dev.essha.plan.KnownRegions;
import dev.essha.plan.Partition;
import dev.essha.plan.RegionName;
import dev.essha.ui.text.Words;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Regions by the name of their place, under {@code region.CODE}; one that is newer than this program has its code alone.
 *
 * @see KnownRegions
 */
record RegionNames(Words words) {

    /** {@code Europe (Frankfurt)}, or the code of a region whose place is not known. */
    String place(String code) {
        return words.orPlain("region." + code, code);
    }

    /** {@code Europe (Frankfurt) · eu-central-1}. */
    String full(String code) {
        String place = place(code);
        return place.equals(code) ? code : words.of("network.region", place, code);
    }

    /** What AWS calls the part of it that the region belongs to; those that nothing is known of are together. */
    String group(String code) {
        return Stream.of(Partition.values())
                .filter(p -> belongs(code, p))
                .findFirst()
                .map(p -> words.of("network.partition." + p.id()))
                .orElseGet(() -> words.of("network.partition.other"));
    }

    /** The known regions and some more, by partition and place. */
    List<String> list(Collection<String> more) {
        Collator order = Collator.getInstance(words.locale());
        return Stream.concat(KnownRegions.all().stream().map(RegionName::value), more.stream())
                .distinct()
                .sorted(Comparator.comparingInt(RegionNames::rank).thenComparing(this::place, order))
                .toList();
    }

    private static int rank(String code) {
        return Stream.of(Partition.values())
                .filter(p -> belongs(code, p))
                .findFirst()
                .map(Enum::ordinal)
                .orElse(Partition.values().length);
    }

    private static boolean belongs(String code, Partition partition) {
        return RegionName.SYNTAX.matcher(code).matches()
                && Partition.of(new RegionName(code)).filter(partition::equals).isPresent();
    }
}
