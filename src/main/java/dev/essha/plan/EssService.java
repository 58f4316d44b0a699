package dev.essha.plan;

import dev.essha.wording.Labels;
import java.util.Locale;

/**
 * The services of ESS that keep data in a PostgreSQL database of their own (R9). The documentation says how many there
 * are (seven; five without broker and WebID service; one more with Search) and names the services, but not which of them
 * have one: of the core services, those that hold state of their own are taken.
 *
 * @see <a href="https://docs.inrupt.com/ess/installation">ESS, prerequisites</a>
 * @see <a href="https://docs.inrupt.com/ess/services">ESS, services</a>
 */
public enum EssService {
    ACCESS_GRANT,
    AUTHORIZATION,
    NOTIFICATION,
    OPENID,
    PROVISION,
    STORAGE,
    WEBID,
    SEARCH;

    /** The name as files and AWS show it, {@code access-grant}. */
    public String label() {
        return Labels.of(this);
    }

    /** Name of the logical database and of its owner, {@code ess_access_grant}: PostgreSQL wants no hyphen unquoted. */
    public String databaseName() {
        return "ess_" + name().toLowerCase(Locale.ROOT);
    }
}
