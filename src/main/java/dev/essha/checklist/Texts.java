package dev.essha.checklist;

import dev.essha.inventory.Why;
import dev.essha.wording.Phrase;
import dev.essha.wording.Wording;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The sentences of the checks in one language.
 *
 * @param bundle {@code checks.properties}, by what {@link Check#allWords()} gives
 * @param facts {@code facts.properties}: what was seen
 */
record Texts(ResourceBundle bundle, Wording facts) {

    static final String FACTS = "dev.essha.checklist.facts";
    private static final String BUNDLE = "dev.essha.checklist.checks";
    private static final String QUOTA = "preflight-quota";

    static Texts of(Locale locale) {
        return new Texts(Wording.texts(BUNDLE, locale), new Wording(FACTS, locale));
    }

    /** What has to hold. */
    String title(String id) {
        return bundle.getString(id + ".title");
    }

    /** What is lost without it. */
    String why(String id) {
        return bundle.getString(shared(id) + ".why");
    }

    /** What was seen, and why something was not. */
    List<String> evidence(Ruling ruling) {
        return ruling.evidence().stream().map(this::line).toList();
    }

    private String line(EvidenceLine line) {
        return switch (line) {
            case EvidenceLine.Fact(Phrase said) -> facts.of(said);
            case EvidenceLine.Missing(Why why) ->
                MessageFormat.format(bundle.getString(key(why)), why.args().toArray());
        };
    }

    /** What to do: about what does not hold, or about each reason why it could not be seen; nothing for a pass. */
    String remedy(String id, Ruling ruling) {
        return switch (ruling.verdict()) {
            case PASS -> "";
            case FAIL -> bundle.getString(shared(id) + ".remedy");
            case UNKNOWN -> remedy(ruling);
        };
    }

    private String remedy(Ruling unknown) {
        String remedies = unknown.evidence().stream()
                .filter(EvidenceLine.Missing.class::isInstance)
                .map(line -> key(((EvidenceLine.Missing) line).why()) + ".remedy")
                .distinct()
                .map(bundle::getString)
                .collect(Collectors.joining(" "));
        return remedies.isEmpty() ? bundle.getString("unknown.remedy") : remedies;
    }

    private static String key(Why why) {
        return "unseen." + why.kind().label();
    }

    /** All quotas have the same reason and the same remedy. */
    private static String shared(String id) {
        return id.startsWith(QUOTA) ? QUOTA : id;
    }
}
