package dev.essha.cloud.rehearsal.template;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code ${...}} of a Sub; {@code ${!...}} stands for itself. */
final class Variables {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:]+");

    private Variables() {}

    /** The names in a text, in order. */
    static List<String> in(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(m -> m.group(1))
                .filter(name -> !name.startsWith("!"))
                .map(Variables::checked)
                .toList();
    }

    static String replace(String text, UnaryOperator<String> value) {
        return VARIABLE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(replacement(m, value)));
    }

    private static String replacement(MatchResult match, UnaryOperator<String> value) {
        String name = match.group(1);
        return name.startsWith("!") ? "${" + name.substring(1) + "}" : value.apply(checked(name));
    }

    private static String checked(String name) {
        String stripped = name.strip();
        if (!NAME.matcher(stripped).matches()) {
            throw Refusal.of(
                    "Template error: variable names in Fn::Sub syntax must contain only alphanumeric characters, "
                            + "underscores, periods, and colons");
        }
        return stripped;
    }
}
