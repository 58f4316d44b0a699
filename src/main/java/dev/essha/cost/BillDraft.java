package dev.essha.cost;

import dev.essha.cost.Product.Kind;
import dev.essha.wording.Phrase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A bill while its items are added. */
final class BillDraft {

    /** Of a month, as AWS's own calculator counts: 365 days of 24 hours in twelve parts. */
    private static final BigDecimal HOURS = BigDecimal.valueOf(730);

    private final Usage usage;
    private final List<Item> items = new ArrayList<>();

    BillDraft(Usage usage) {
        this.usage = usage;
    }

    /** Things that are there all month. */
    void hourly(Section section, String id, Product product, long count, Object... args) {
        planned(section, id, product, count, HOURS, args);
    }

    /** Things that have a price for the month. */
    void monthly(Section section, String id, Product product, long count, Object... args) {
        planned(section, id, product, count, BigDecimal.ONE, args);
    }

    /** Storage that is there all month, used or not. */
    void stored(Section section, String id, Product product, long count, int gigabytes, Object... args) {
        planned(section, id, product, count, BigDecimal.valueOf(gigabytes), args);
    }

    /** What depends on how the deployment is used. */
    void byUse(Section section, String id, Product product, Object... args) {
        add(section, id, product, new Quantity.ByUse(usage.of(id)), args);
    }

    void byUse(Section section, String id, Kind kind) {
        byUse(section, id, Product.of(kind));
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    private void planned(Section section, String id, Product product, long count, BigDecimal each, Object... args) {
        if (count > 0) {
            add(section, id, product, new Quantity.Planned(BigDecimal.valueOf(count), each), args);
        }
    }

    private void add(Section section, String id, Product product, Quantity quantity, Object... args) {
        items.add(new Item(section, id, Phrase.of("item." + id, args), product, quantity));
    }
}
