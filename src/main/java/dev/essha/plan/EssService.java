package dev.essha.plan;

import java.util.Locale;

/** The services of ESS that keep data in a PostgreSQL database of their own (R9). */
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
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name of the logical database and of its owner, {@code ess_access_grant}: PostgreSQL wants no hyphen unquoted. */
    public String databaseName() {
        return "ess_" + name().toLowerCase(Locale.ROOT);
    }
}
