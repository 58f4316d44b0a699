package dev.essha.plan.yaml;

import dev.essha.plan.Problem;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** What the parser's exceptions mean to a person, and where they happened. */
final class SyntaxError {

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

    private static boolean isTab(String text, Where where) {
        return text.lines()
                .skip(where.line() - 1L)
                .findFirst()
                .filter(line -> line.length() >= where.column() && line.charAt(where.column() - 1) == '\t')
                .isPresent();
    }
}
