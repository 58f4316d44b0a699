package dev.essha.plan;

import dev.essha.secrecy.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What names and tags must hold further down, in the services that carry them. */
final class DeploymentRules {

    static final List<Rule> ALL = List.of(
            Rule.of(DeploymentRules::nameFitsEverywhere, "name"),
            Rule.of(DeploymentRules::tagsAreFew, "tags"),
            Rule.of(DeploymentRules::tagsFitTheTemplates, "tags"),
            Rule.of(DeploymentRules::tagsAreAccepted, "tags"));

    /**
     * What every service accepts in tags.
     *
     * @see Limits#TAGS
     */
    private static final Pattern TAG_TEXT = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private static final String OWN_PREFIX = "ess-ha:";

    private DeploymentRules() {}

    private static List<Problem> nameFitsEverywhere(Plan plan) {
        List<DerivedName> broken = new ResourceNames(plan.name())
                .derived().stream().filter(DerivedName::isTooLong).toList();
        if (broken.isEmpty()) {
            return List.of();
        }
        int over = broken.stream().mapToInt(DerivedName::excess).max().orElseThrow();
        int length = plan.name().value().length();
        String services = Rule.listed(
                broken.stream().map(DerivedName::described).distinct().toList());
        return List.of(Problem.at("name", "name.too-long", plan.name(), length - over, services));
    }

    private static List<Problem> tagsAreFew(Plan plan) {
        int most = Limits.TAGS - Limits.OWN_TAGS;
        return Rule.unless(
                plan.tags().size() <= most, "tags", "tags.too-many", plan.tags().size(), most);
    }

    private static List<Problem> tagsFitTheTemplates(Plan plan) {
        int bytes = plan.tags().entrySet().stream()
                .mapToInt(tag -> bytes(tag.getKey()) + bytes(tag.getValue()))
                .sum();
        return Rule.unless(bytes <= Limits.TAG_BYTES, "tags", "tags.too-much", bytes, Limits.TAG_BYTES);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static List<Problem> tagsAreAccepted(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        plan.tags().entrySet().forEach(tag -> problems.addAll(ofTag(tag)));
        return problems;
    }

    private static List<Problem> ofTag(Map.Entry<String, String> tag) {
        String key = tag.getKey();
        String path = "tags." + key;
        List<Problem> problems = new ArrayList<>();
        if (key.isEmpty() || key.length() > Limits.TAG_KEY) {
            problems.add(Problem.at(path, "tags.key-length", key.length(), Limits.TAG_KEY));
        }
        if (tag.getValue().length() > Limits.TAG_VALUE) {
            problems.add(Problem.at(path, "tags.value-length", tag.getValue().length(), Limits.TAG_VALUE));
        }
        if (key.regionMatches(true, 0, "aws:", 0, 4) || key.startsWith(OWN_PREFIX) || key.equals("Name")) {
            problems.add(Problem.at(path, "tags.reserved", key));
        }
        if (Redaction.BY_LOOKS.finds(key) || Redaction.BY_LOOKS.finds(tag.getValue())) {
            problems.add(Problem.at(path, "tags.secret"));
        }
        if (!TAG_TEXT.matcher(key + tag.getValue()).matches()) {
            problems.add(Problem.at(path, "tags.characters", key));
        }
        return problems;
    }
}
