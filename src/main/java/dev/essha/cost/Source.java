package dev.essha.cost;

import java.time.LocalDate;

/**
 * Where a price is from.
 *
 * @param origin who was asked
 * @param item what AWS calls it there: the number of the offer (SKU), or the type of usage
 * @param reference where it can be read
 * @param date since when the price is that, or of which day the data is
 */
public record Source(Origin origin, String item, String reference, LocalDate date) {

    /** Who was asked for a price. */
    public enum Origin {
        /** The AWS Price List API, with the credentials that are there. */
        PRICE_LIST,
        /** The prices that came with the program. */
        SNAPSHOT
    }
}
