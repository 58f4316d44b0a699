package dev.essha.cloud.rehearsal;

import java.util.Locale;

/** Names as they are compared: lower case, without a trailing dot. */
final class DnsNames {

    private DnsNames() {}

    static String bare(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    static boolean isAtOrBelow(String name, String zone) {
        return name.equals(zone) || name.endsWith("." + zone);
    }

    /** Whether a record of a name, perhaps a wildcard, answers for another name. */
    static boolean answers(String record, String name) {
        return record.equals(name) || record.startsWith("*.") && name.endsWith(record.substring(1));
    }
}
