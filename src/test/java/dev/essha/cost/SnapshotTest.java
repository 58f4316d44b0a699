package dev.essha.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cost.Product.Kind;
import dev.essha.cost.Product.Scope;
import dev.essha.plan.Partition;
import dev.essha.plan.Plan;
import dev.essha.plan.Preset;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prices that come with the program, each with where it is from and of when. */
class SnapshotTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/essha/cost");
    private static final Pattern HEAD = Pattern.compile("# .* None is older than (\\S+); the newest are of (\\S+)\\.");
    private static final Snapshot SNAPSHOT = Snapshot.bundled();

    private final List<String> prices = read("prices.csv");
    private final List<String[]> rows = rows(prices);
    private final Map<String, String[]> sources = new HashMap<>();

    SnapshotTest() throws IOException {
        rows(read("price-sources.csv")).forEach(c -> sources.put(c[0], c));
    }

    @Test
    void eachHasASourceWithADateAndAPlaceToReadIt() {
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(sources).containsKey(row[7]);
            assertThat(row[8]).isNotBlank();
        });
        assertThat(sources.values()).allSatisfy(source -> {
            assertThat(LocalDate.parse(source[1])).isAfter(LocalDate.of(2024, 1, 1));
            assertThat(source[2]).matches("https://\\S+( .*)?|AWS Price List API");
        });
        assertThat(rows).extracting(row -> row[7]).containsAll(sources.keySet());
    }

    @Test
    void noneIsOlderThanTheFileSays() {
        Matcher head = HEAD.matcher(prices.getFirst());
        assertThat(head.matches()).isTrue();
        List<LocalDate> dates = rows.stream()
                .map(r -> LocalDate.parse(sources.get(r[7])[1]))
                .sorted()
                .toList();

        assertThat(dates.getFirst()).isEqualTo(head.group(1));
        assertThat(dates.getLast()).isEqualTo(head.group(2));
    }

    @Test
    void noneIsThereTwiceAndTheyAreInOrder() {
        List<String> keys =
                rows.stream().map(r -> String.join(",", r[0], r[1], r[2], r[4])).toList();
        List<String> products =
                rows.stream().map(r -> String.join(",", r[0], r[1], r[2])).toList();

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(products)
                .isSortedAccordingTo((a, b) -> List.of(a.split(",", 3))
                        .toString()
                        .compareTo(List.of(b.split(",", 3)).toString()));
    }

    @Test
    void eachIsInItsProductsUnitAndItsPlacesCurrency() {
        Map<String, Kind> kinds = new HashMap<>();
        Stream.of(Kind.values()).forEach(k -> kinds.put(k.label(), k));

        assertThat(rows).allSatisfy(row -> {
            Kind kind = kinds.get(row[0]);
            assertThat(row[3]).isEqualTo(kind.unit().label());
            assertThat(new BigDecimal(row[5]).signum()).isNotNegative();
            boolean partition = Stream.of(Partition.values()).anyMatch(p -> p.id().equals(row[2]));
            assertThat(partition || kind.scope() == Scope.REGION).as(row[0]).isTrue();
            if (!partition) {
                RegionName region = new RegionName(row[2]);
                assertThat(Partition.of(region)).isPresent();
                assertThat(row[6]).isEqualTo(Estimate.currency(region).getCurrencyCode());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "NODE, t3.xlarge, eu-central-1, 0.192",
        "DATABASE_PAIR, db.m7g.large, us-east-1, 0.337",
        "DATABASE_CLUSTER, db.m6gd.large, eu-central-1, 0.622",
        "BROKER, kafka.m7g.large, eu-central-1, 0.2445",
        "PUBLIC_ADDRESS, '', ap-south-1, 0.005",
        "NODE, m6i.xlarge, us-gov-west-1, 0.242",
    })
    void onesOfTheListAreFound(Kind kind, String variant, String region, BigDecimal amount) {
        assertThat(SNAPSHOT.price(Product.of(kind, variant), new RegionName(region)))
                .hasValueSatisfying(p -> assertThat(p.first()).isEqualByComparingTo(amount));
    }

    @Test
    void whatIsNotThereIsNotKnown() {
        assertThat(SNAPSHOT.price(Product.of(Kind.PUBLIC_ADDRESS), new RegionName("cn-north-1")))
                .isEmpty();
        assertThat(SNAPSHOT.price(Product.of(Kind.NODE, "x9.xlarge"), new RegionName("us-east-1")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PROOF_OF_CONCEPT, eu-central-1",
        "PROOF_OF_CONCEPT, us-east-1",
        "PRODUCTION, eu-central-1",
        "PRODUCTION, us-east-1"
    })
    void thePresetsLackNoPriceButOfWhatIsUsed(Preset preset, String region) {
        Plan plan = preset.plan(Preset.DEFAULT_NAME, new RegionName(region), Preset.DEFAULT_DOMAIN);
        Estimate estimate = Estimate.of(plan, SNAPSHOT);

        assertThat(estimate.missing()).isEmpty();
        assertThat(estimate.total()).isBetween(new BigDecimal("500"), new BigDecimal("3000"));
        assertThat(estimate.origins()).containsExactly(Source.Origin.SNAPSHOT);
        assertThat(EstimateText.english().headline(estimate)).contains("snapshot", "by use, and not in it: 2");
    }

    private static List<String> read(String name) throws IOException {
        return Files.readAllLines(FOLDER.resolve(name));
    }

    /** Without notes and the names of columns. */
    private static List<String[]> rows(List<String> lines) {
        return lines.stream()
                .filter(l -> !l.startsWith("#"))
                .skip(1)
                .map(l -> l.split(",", -1))
                .toList();
    }
}
