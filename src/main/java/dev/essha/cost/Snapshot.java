package dev.essha.cost;

import dev.essha.cost.Price.Tier;
import dev.essha.cost.Product.Kind;
import dev.essha.plan.Partition;
import dev.essha.plan.RegionName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The prices that came with the program, for whoever is not signed in. They are as old as their sources say, and far from
 * all there are.
 */
public final class Snapshot implements PriceBook {

    private static final String PRICES = "prices.csv";
    private static final String SOURCES = "price-sources.csv";
    private static final int PRICE_COLUMNS = 9;
    private static final int SOURCE_COLUMNS = 3;

    private static final Map<String, Kind> KINDS =
            Stream.of(Kind.values()).collect(Collectors.toMap(Kind::label, k -> k));

    private final Map<Where, Price> prices;

    private Snapshot(Map<Where, Price> prices) {
        this.prices = Map.copyOf(prices);
    }

    /** @param place a region, or a partition for what costs the same in all of its regions */
    private record Where(Product product, String place) {}

    private record Row(Where where, Tier tier, Currency currency, Source source) {}

    /** Reads what is in the program. */
    public static Snapshot bundled() {
        Map<String, String[]> sources = lines(SOURCES)
                .skip(1)
                .map(line -> columns(line, SOURCE_COLUMNS))
                .collect(Collectors.toMap(c -> c[0], c -> c));
        Map<Where, List<Row>> rows = lines(PRICES)
                .skip(1)
                .map(line -> row(columns(line, PRICE_COLUMNS), sources))
                .collect(Collectors.groupingBy(Row::where));
        Map<Where, Price> prices = new HashMap<>();
        rows.forEach((where, tiers) -> prices.put(where, price(tiers)));
        return new Snapshot(prices);
    }

    /** Of the region, or of the whole partition where that has one price. */
    @Override
    public Optional<Price> price(Product product, RegionName region) {
        return find(product, region.value())
                .or(() -> Partition.of(region).map(Partition::id).flatMap(p -> find(product, p)));
    }

    private Optional<Price> find(Product product, String place) {
        return Optional.ofNullable(prices.get(new Where(product, place)));
    }

    /** product,variant,region,unit,from,amount,currency,source,item */
    private static Row row(String[] c, Map<String, String[]> sources) {
        Kind kind = Objects.requireNonNull(KINDS.get(c[0]), () -> "no product " + c[0]);
        String[] source = Objects.requireNonNull(sources.get(c[7]), () -> "no source " + c[7]);
        return new Row(
                new Where(new Product(kind, c[1]), c[2]),
                new Tier(new BigDecimal(c[4]), new BigDecimal(c[5])),
                Currency.getInstance(c[6]),
                new Source(Source.Origin.SNAPSHOT, c[8], source[2], LocalDate.parse(source[1])));
    }

    private static Price price(List<Row> tiers) {
        Row first = tiers.getFirst();
        return new Price(first.currency(), tiers.stream().map(Row::tier).toList(), first.source());
    }

    private static String[] columns(String line, int count) {
        String[] columns = line.split(",", count);
        if (columns.length < count) {
            throw new IllegalStateException("too few columns: " + line);
        }
        return columns;
    }

    /** Without those for people. */
    private static Stream<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Snapshot.class.getResourceAsStream(name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(l -> !l.startsWith("#")).forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.stream();
    }
}
