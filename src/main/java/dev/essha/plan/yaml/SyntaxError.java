package dev.essha.plan.yaml;

import dev.essha.plan.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** What the parser's exceptions mean to a person, and where they happened. */
final class SyntaxError {

    /** {@code \UFFFFFFFF} in double quotes: version 3.2 of the parser stumbles over half of all that eight digits can say. */
    private static final Pattern NO_CHARACTER = Pattern.compile("\\\\U[89A-Fa-f][0-9A-Fa-f]{7}");

    private SyntaxError() {}

    static Problem problem(YamlEngineException cause, String text) {
        return switch (cause) {
            case MarkedYamlEngineException e when isTab(text, where(e, text)) -> Problem.at("", "yaml.tab");
            case MarkedYamlEngineException e -> Problem.at("", "yaml.syntax", String.valueOf(e.getProblem()));
            case ReaderException e ->
                Problem.at("", "yaml.control-character", String.format("U+%04X", e.getCodePoint()));
            case YamlVersionException _ -> Problem.at("", "yaml.other-version");
            default -> Problem.at("", "yaml.syntax", String.valueOf(cause.getMessage()));
        };
    }

    static Where where(YamlEngineException cause, String text) {
        return switch (cause) {
            case MarkedYamlEngineException e -> Where.of(e.getProblemMark());
            case ReaderException e -> Where.of(text, e.getPosition());
            default -> Where.START;
        };
    }

    /** Where the first escape stands that is no character; the parser's failure does not tell. */
    static Where whereNoCharacterIs(String text) {
        Matcher escape = NO_CHARACTER.matcher(text);
        return escape.find() ? Where.of(text, text.codePointCount(0, escape.start())) : Where.START;
    }

    private static boolean isTab(String text, Where where) {
        return text.lines()
                .skip(where.line() - 1L)
                .findFirst()
                .filter(line -> line.length() >= where.column() && line.charAt(where.column() - 1) == '\t')
                .isPresent();
    }
}
