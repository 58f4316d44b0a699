package dev.essha.cloud;

import dev.essha.inventory.DnsAnswer;

/** Public DNS as everybody sees it. */
public interface Resolver {

    /**
     * Looks a name up, past any cache.
     *
     * @param type {@code CNAME}, {@code A}, {@code NS}, ...
     * @return what the name servers said; a name that does not exist is an answer, not an exception
     */
    DnsAnswer lookUp(String name, String type);
}
