package dev.essha.checklist;

import dev.essha.cloud.said.Said;
import dev.essha.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The sentences of the checks in one language.
 *
 * @param bundle {@code checks.properties}: texts as they stand there, by what {@link Check#allWords()} gives, and what to do
 *     about each reason why something was not seen
 * @param facts {@code facts.properties}: what was seen, and why something was not, in the middle of which an adapter may speak
 */
record Texts(ResourceBundle bundle, Wording facts) {

    static final String FACTS = "dev.essha.checklist.facts";
    private static final String BUNDLE = "dev.essha.checklist.checks";
    /** What stages are called; a phrase with the name of one has the key {@code stage.} and its label. */
    private static final String STAGES = "dev.essha.blueprint.stages";

    private static final String QUOTA = "preflight-quota";

    static Texts of(Locale locale) {
        return new Texts(
                Wording.texts(BUNDLE, locale),
                new Wording(FACTS, locale).with(Said.BUNDLE).with(STAGES));
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
        return ruling.evidence().stream().map(facts::of).toList();
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
                .map(line -> line.key() + ".remedy")
                .filter(bundle::containsKey)
                .distinct()
                .map(bundle::getString)
                .collect(Collectors.joining(" "));
        return remedies.isEmpty() ? bundle.getString("unknown.remedy") : remedies;
    }

    /** All quotas have the same reason and the same remedy. */
    private static String shared(String id) {
        return id.startsWith(QUOTA) ? QUOTA : id;
    }
}
