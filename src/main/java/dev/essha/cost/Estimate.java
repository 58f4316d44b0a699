package dev.essha.cost;

import dev.essha.plan.Partition;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a deployment costs in a month of 730 hours, before taxes, discounts and free tiers.
 *
 * @param currency of every price and sum: that of the partition's price list
 * @param lines by section, in the order of the bill
 */
public record Estimate(RegionName region, Currency currency, List<Line> lines) {

    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final Currency YUAN = Currency.getInstance("CNY");

    public Estimate {
        lines = List.copyOf(lines);
    }

    /** The estimate of a plan of which nobody says how it will be used. */
    public static Estimate of(Plan plan, PriceBook prices) {
        return of(plan, prices, Usage.UNKNOWN);
    }

    /** @param usage what is expected of that which is charged by use */
    public static Estimate of(Plan plan, PriceBook prices, Usage usage) {
        Currency currency = currency(plan.region());
        List<Line> lines = Bill.of(plan, usage).stream()
                .map(item -> new Line(item, price(item, prices, plan.region(), currency)))
                .toList();
        return new Estimate(plan.region(), currency, lines);
    }

    /** In which AWS sells in a region. */
    public static Currency currency(RegionName region) {
        return Partition.of(region).equals(Optional.of(Partition.AWS_CN)) ? YUAN : DOLLAR;
    }

    private static Optional<Price> price(Item item, PriceBook prices, RegionName region, Currency currency) {
        return prices.price(item.product(), region).filter(p -> p.currency().equals(currency));
    }

    /** Of all lines with an amount. What it lacks is in {@link #missing()} and {@link #open()}. */
    public BigDecimal total() {
        return sum(lines);
    }

    /** Of all lines of a section with an amount. */
    public BigDecimal total(Section section) {
        return sum(of(section));
    }

    public List<Line> of(Section section) {
        return lines.stream().filter(l -> l.item().section() == section).toList();
    }

    /** Those that a plan has, in order. */
    public List<Section> sections() {
        return Stream.of(Section.values()).filter(s -> !of(s).isEmpty()).toList();
    }

    /** What the total lacks because no price is known. */
    public List<Line> missing() {
        return lines.stream().filter(Line::isMissing).toList();
    }

    /** What the total lacks because it depends on use. */
    public List<Line> open() {
        return lines.stream().filter(Line::isOpen).toList();
    }

    /** The days of the prices in the total, oldest first. */
    public SortedSet<LocalDate> dates() {
        return new TreeSet<>(sources().map(Source::date).toList());
    }

    /** Where the prices in the total are from. */
    public SortedSet<Source.Origin> origins() {
        return new TreeSet<>(sources().map(Source::origin).toList());
    }

    private Stream<Source> sources() {
        return lines.stream()
                .filter(l -> l.amount().isPresent())
                .flatMap(l -> l.price().stream())
                .map(Price::source);
    }

    private static BigDecimal sum(Collection<Line> lines) {
        return lines.stream().flatMap(l -> l.amount().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
