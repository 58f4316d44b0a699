package dev.essha.cost;

import dev.essha.wording.Labels;
import java.math.BigDecimal;

/** In what a product is counted; its price is for one of them, but for {@link #shownPer()} in sight of people. */
public enum Unit {
    HOUR,
    /** Of one thing for a month. */
    MONTH,
    GB,
    /** Of storage, for a month. */
    GB_MONTH,
    /** What a load balancer charges its work in, for an hour. */
    CAPACITY_UNIT_HOUR,
    /** Of one of a server's processors, above what its price includes. */
    PROCESSOR_HOUR,
    REQUEST(1_000_000),
    /** Something stored, watched for a month. */
    OBJECT(1_000_000);

    private final int shownPer;

    Unit() {
        this(1);
    }

    Unit(int shownPer) {
        this.shownPer = shownPer;
    }

    /** Of how many people want to read the price: one costs too little to be read. */
    public BigDecimal shownPer() {
        return BigDecimal.valueOf(shownPer);
    }

    /** The name in files and JSON, {@code gb-month}. */
    public String label() {
        return Labels.of(this);
    }
}
