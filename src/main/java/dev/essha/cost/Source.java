package dev.essha.cost;

import java.time.LocalDate;

/**
 * Where a price is from.
 *
 * @param origin who was asked
 * @param reference what a reader can look it up by: AWS's number of the offer (SKU), or an address
 * @param date since when, or on which day, the price was that
 */
public record Source(Origin origin, String reference, LocalDate date) {

    /** Who was asked for a price. */
    public enum Origin {
        /** The AWS Price List API, with the credentials that are there. */
        PRICE_LIST,
        /** The prices that came with the program. */
        SNAPSHOT
    }
}
