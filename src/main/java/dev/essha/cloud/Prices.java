package dev.essha.cloud;

import java.util.List;

/** AWS's own list of what things cost, which everybody who is signed in may read. */
public interface Prices {

    /**
     * Everything on the list with all the attributes of a query, sold on demand.
     *
     * @return in order of SKU; empty if there is no such thing
     */
    List<PricedOffer> find(PriceQuery query);
}
