package dev.essha.cost;

import dev.essha.wording.Phrase;

/**
 * Something of a plan that AWS charges for.
 *
 * @param id tells it from the others of the plan, {@code nat-gateway}; a {@link Usage} names it so
 * @param what it is, in words
 */
public record Item(Section section, String id, Phrase what, Product product, Quantity quantity) {

    public boolean isByUse() {
        return quantity instanceof Quantity.ByUse;
    }
}
