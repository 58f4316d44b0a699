package dev.essha.secrecy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what is known to be secret, and what looks like it: rather a harmless word too many than a password.
 *
 * <p>Nothing of this program writes secrets; this is for what services and people put into sentences and settings.
 */
public final class Redaction {

    /** Knows no secret, only what secrets look like. */
    public static final Redaction BY_LOOKS = new Redaction(List.of());

    /** What stands in place of a secret. */
    public static final String REMOVED = "[removed]";

    /** Anything shorter would take common words out of every text. */
    private static final int SHORTEST = 8;

    /** Names whose values are secret, whatever stands before them. Looked for once a word, or long words would take for ever. */
    private static final String NAME =
            "(?<![\\w.-])[\\w.-]*(?:secret_?access_?key|session_?token|security-token|secret_?string"
                    + "|password|passwd|entitlement|api_?key|access_?token|refresh_?token|id_?token|client_?secret"
                    + "|authorization|amz-signature)";

    /** A text of JSON, also one inside another text of JSON; a quoted word; or what reaches to the next blank, but no flag. */
    private static final String VALUE = "\\\\\"[^\"]*\\\\\"|\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'"
            + "|(?!(?:true|false|null)\\b)(?:Bearer |Basic |AWS4-HMAC-SHA256 )?[^\\s\"',;}]+";

    /** {@code password=...}, {@code "SecretString": "..."}, {@code Authorization: Bearer ...}; keeps the name. */
    private static final Pattern NAMED =
            Pattern.compile("(?i)(\\\\?[\"']?" + NAME + "\\\\?[\"']?\\s*[:=]\\s*)(" + VALUE + ")");

    /** The user's part of {@code https://user:password@host}. */
    private static final Pattern IN_URL = Pattern.compile("(?<=://)[^/\\s:@]+:[^/\\s@]+(?=@)");

    /** @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids">Prefixes of AWS ids</a> */
    private static final Pattern ACCESS_KEY = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{12,}\\b");

    /** Temporary credentials come with a token of some hundred characters, which begins as its version does. */
    private static final Pattern SESSION_TOKEN = Pattern.compile("\\b(?:IQoJ|FwoG|FQoG|AQoD)[A-Za-z0-9+/=%]{16,}");

    /** A JSON web token: three parts of base64, the first of which is an object. */
    private static final Pattern TOKEN = Pattern.compile("\\beyJ[\\w-]{8,}\\.[\\w-]+\\.[\\w-]*");

    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|\\z)", Pattern.DOTALL);

    private final List<String> known;

    /** @param known texts that are secret wherever they appear; those of less than eight characters are left out */
    public Redaction(Collection<String> known) {
        this.known = known.stream()
                .filter(s -> s.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The text without secrets; everything else as it was. */
    public String clean(String text) {
        String clean = text;
        for (String secret : known) {
            clean = clean.replace(secret, REMOVED);
        }
        clean = PRIVATE_KEY.matcher(clean).replaceAll(REMOVED);
        clean = NAMED.matcher(clean).replaceAll(m -> Matcher.quoteReplacement(m.group(1) + masked(m.group(2))));
        clean = IN_URL.matcher(clean).replaceAll(REMOVED);
        clean = ACCESS_KEY.matcher(clean).replaceAll(REMOVED);
        clean = SESSION_TOKEN.matcher(clean).replaceAll(REMOVED);
        return TOKEN.matcher(clean).replaceAll(REMOVED);
    }

    /** Whether a text holds a secret, or something that looks like one. */
    public boolean finds(String text) {
        return !clean(text).equals(text);
    }

    /** In the quotes that it had, so that JSON stays JSON. */
    private static String masked(String value) {
        for (String quote : List.of("\\\"", "\"", "'")) {
            if (value.startsWith(quote) && value.endsWith(quote) && value.length() >= 2 * quote.length()) {
                return quote + REMOVED + quote;
            }
        }
        return REMOVED;
    }
}
