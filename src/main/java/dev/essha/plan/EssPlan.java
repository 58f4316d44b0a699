package dev.essha.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which optional services of ESS will run. They decide how many databases are needed: seven in a standard deployment,
 * five without the Solid OIDC broker and the WebID service, one more with Search.
 *
 * @param broker run the Solid OIDC broker; without it another identity provider is used
 * @param webid run the WebID service; without it WebIDs live elsewhere
 * @param search run the Search service, whose database has the {@code pgvector} extension
 */
public record EssPlan(boolean broker, boolean webid, boolean search) {

    /** The services with a database of their own, in the order of {@link EssService}. */
    public List<EssService> servicesWithDatabase() {
        return Stream.of(EssService.values()).filter(this::runs).toList();
    }

    private boolean runs(EssService service) {
        return switch (service) {
            case OPENID -> broker;
            case WEBID -> webid;
            case SEARCH -> search;
            default -> true;
        };
    }
}
