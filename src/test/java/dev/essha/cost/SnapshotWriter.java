package dev.essha.cost;

import dev.essha.cost.Price.Tier;
import dev.essha.cost.Product.Kind;
import dev.essha.cost.Product.Scope;
import dev.essha.plan.Partition;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the bundled prices anew: what a price book knows takes the place of what was there, what it does not know stays with
 * its source and date.
 */
public final class SnapshotWriter {

    private static final String PRICES = "prices.csv";
    private static final String SOURCES = "price-sources.csv";
    private static final String HEAD = "# List prices that come with the program, without taxes. None is older than %s;"
            + " the newest are of %s.";

    private static final Map<String, Kind> KINDS =
            Stream.of(Kind.values()).collect(Collectors.toMap(Kind::label, k -> k));

    private final PriceBook book;
    private final Map<String, List<String>> rows = new TreeMap<>();
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, String> dates = new TreeMap<>();

    public SnapshotWriter(PriceBook book) {
        this.book = book;
    }

    /** @param folder of both files, which are read and written */
    public void write(Path folder) throws IOException {
        List<String> notes = read(folder);
        refresh();
        Set<String> used = new TreeSet<>();
        rows.values().forEach(lines -> lines.forEach(l -> used.add(l.split(",", -1)[7])));
        List<String> days = used.stream().map(dates::get).sorted().toList();

        List<String> prices = new ArrayList<>(List.of(HEAD.formatted(days.getFirst(), days.getLast())));
        prices.addAll(notes);
        rows.values().forEach(prices::addAll);
        Files.write(folder.resolve(PRICES), prices);

        List<String> references =
                new ArrayList<>(Files.readAllLines(folder.resolve(SOURCES)).subList(0, 2));
        used.forEach(u -> references.add(sources.get(u)));
        Files.write(folder.resolve(SOURCES), references);
    }

    /** @return notes and names of columns, without the first line */
    private List<String> read(Path folder) throws IOException {
        Files.readAllLines(folder.resolve(SOURCES)).stream().skip(2).forEach(line -> {
            String[] c = line.split(",", 3);
            source(c[0], c[1], c[2]);
        });
        List<String> lines = Files.readAllLines(folder.resolve(PRICES));
        List<String> notes = lines.stream()
                .skip(1)
                .takeWhile(l -> l.startsWith("#") || l.startsWith("product,"))
                .toList();
        lines.stream()
                .skip(1L + notes.size())
                .forEach(l ->
                        rows.computeIfAbsent(key(l), _ -> new ArrayList<>()).add(l));
        return notes;
    }

    /** Everything that has a price somewhere, wherever something has one. */
    private void refresh() {
        Set<String> places = places();
        for (Product product : products()) {
            places.stream()
                    .filter(place -> isPartition(place) == (product.kind().scope() == Scope.PARTITION))
                    .forEach(place -> refresh(product, place));
        }
    }

    private void refresh(Product product, String place) {
        RegionName region = new RegionName(isPartition(place) ? "us-east-1" : place);
        book.price(product, region).ifPresent(price -> {
            Source from = price.source();
            String id = "price-list-" + from.date();
            source(id, from.date().toString(), from.reference());
            List<String> lines = price.tiers().stream()
                    .map(tier -> row(product, place, tier, price, id))
                    .toList();
            rows.put(key(lines.getFirst()), lines);
        });
    }

    private Set<String> places() {
        return rows.values().stream()
                .map(lines -> lines.getFirst().split(",", -1)[2])
                .filter(place -> !place.startsWith("us-gov") && !place.startsWith("cn-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Product> products() {
        Set<Product> products = rows.values().stream()
                .map(lines -> lines.getFirst().split(",", -1))
                .map(c -> Product.of(KINDS.get(c[0]), c[1]))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Kind> withVariants = products.stream()
                .filter(p -> !p.variant().isEmpty())
                .map(Product::kind)
                .collect(Collectors.toSet());
        Stream.of(Kind.values()).filter(k -> !withVariants.contains(k)).forEach(k -> products.add(Product.of(k)));
        return products;
    }

    private void source(String id, String date, String reference) {
        sources.put(id, String.join(",", id, LocalDate.parse(date).toString(), reference));
        dates.put(id, date);
    }

    private static String row(Product product, String place, Tier tier, Price price, String source) {
        return String.join(
                ",",
                product.kind().label(),
                product.variant(),
                place,
                product.kind().unit().label(),
                plain(tier.from()),
                plain(tier.amount()),
                price.currency().getCurrencyCode(),
                source,
                price.source().item());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** In the order of the file. */
    private static String key(String line) {
        String[] c = line.split(",", -1);
        return String.join("\0", c[0], c[1], c[2]);
    }

    private static boolean isPartition(String place) {
        return Stream.of(Partition.values()).anyMatch(p -> p.id().equals(place));
    }
}
