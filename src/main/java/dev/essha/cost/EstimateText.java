package dev.essha.cost;

import dev.essha.wording.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;

/** The words and figures of estimates in one language. */
public final class EstimateText {

    private static final String BUNDLE = "dev.essha.cost.estimate";

    /** Of a price: the smallest on the list have ten. */
    private static final int MOST_DIGITS = 10;

    private final Locale language;
    private final Wording words;

    /** @param language English where there is no translation */
    public EstimateText(Locale language) {
        this.language = language;
        this.words = new Wording(BUNDLE, language);
    }

    /** English. */
    public static EstimateText english() {
        return new EstimateText(Locale.ROOT);
    }

    /** {@code NAT gateways, one in each zone}. */
    public String item(Item item) {
        return words.of(item.what());
    }

    /** {@code Network}. */
    public String section(Section section) {
        return words.of("section." + section.label());
    }

    /** {@code 3 x 730 h}, {@code by use}, or {@code 500 GB} of what is expected. */
    public String quantity(Item item) {
        Unit unit = item.product().kind().unit();
        return switch (item.quantity()) {
            case Quantity.Planned planned -> planned(planned, unit);
            case Quantity.ByUse use ->
                use.amount().map(a -> number(a) + " " + unit(unit)).orElse(words.of("by-use"));
        };
    }

    private String planned(Quantity.Planned planned, Unit unit) {
        boolean whole = planned.each().compareTo(BigDecimal.ONE) == 0;
        return whole
                ? number(planned.count())
                : number(planned.count()) + " x " + number(planned.each()) + " " + unit(unit);
    }

    /** {@code 0.052 USD/h}, for the first that are bought; a price that is not known is said to be so. */
    public String price(Line line) {
        Unit unit = line.item().product().kind().unit();
        return line.price().map(p -> price(p, unit)).orElse(words.of("price-not-known"));
    }

    private String price(Price price, Unit unit) {
        String figure = number(price.first().multiply(unit.shownPer()));
        return "%s %s/%s".formatted(figure, price.currency(), words.of("per." + unit.label()));
    }

    /** {@code 113.88}; nothing where there is no amount. */
    public String amount(Line line) {
        return line.amount().map(this::money).orElse("");
    }

    /** {@code 1,234.50}, as the language writes it. */
    public String money(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", symbols()).format(amount);
    }

    /** The sum in a line, with whose prices it is made of and what it lacks. */
    public String headline(Estimate estimate) {
        return words.of("headline", rounded(estimate.total(), estimate.currency()), basis(estimate))
                + words.of(
                        "headline-lacks",
                        estimate.open().size(),
                        estimate.missing().size());
    }

    /** {@code list prices of 2026-09-16 to 2026-10-01}, and whose they are. */
    public String basis(Estimate estimate) {
        Set<Source.Origin> origins = estimate.origins();
        if (origins.isEmpty()) {
            return words.of("basis-none");
        }
        String key = origins.size() > 1
                ? "basis-both"
                : origins.contains(Source.Origin.SNAPSHOT) ? "basis-snapshot" : "basis-price-list";
        return words.of(key, dates(estimate.dates()));
    }

    private String dates(SortedSet<LocalDate> dates) {
        return dates.size() == 1 ? dates.first().toString() : words.of("dates", dates.first(), dates.last());
    }

    /** {@code 612 USD}, to be read with "about". */
    public String rounded(BigDecimal amount, Currency currency) {
        BigDecimal whole = amount.setScale(0, RoundingMode.HALF_UP);
        return new DecimalFormat("#,##0", symbols()).format(whole) + " " + currency;
    }

    private String unit(Unit unit) {
        return words.of("unit." + unit.label());
    }

    private String number(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0", symbols());
        format.setMaximumFractionDigits(MOST_DIGITS);
        return format.format(number);
    }

    private DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(language);
    }
}
