package dev.essha.plan.yaml;

import dev.essha.plan.Problem;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The one document of a file. Its events are looked at before a tree is made of them, so that neither deep nesting nor
 * aliases that multiply reach the code that follows them.
 */
final class Document {

    /** A plan is four levels deep. */
    static final int DEEPEST = 16;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new Core())
            .setAllowNonScalarKeys(true)
            .build();

    /** YAML 1.2 without merge keys, which belong to YAML 1.1. */
    private static final class Core extends CoreSchema {

        @Override
        public ScalarResolver getScalarResolver() {
            return new CoreScalarResolver(false);
        }
    }

    private final Findings findings;
    private int depth;
    private int documents;

    private Document(Findings findings) {
        this.findings = findings;
    }

    /** The tree, or empty after reporting why there is none. */
    static Optional<Node> of(String text, Findings findings) {
        try {
            return new Document(findings).compose(text);
        } catch (YamlEngineException e) {
            findings.report(SyntaxError.problem(e, text), SyntaxError.where(e, text));
            return Optional.empty();
        } catch (NumberFormatException e) {
            findings.report(Problem.at("", "yaml.no-character"), SyntaxError.whereNoCharacterIs(text));
            return Optional.empty();
        }
    }

    private Optional<Node> compose(String text) {
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            count(event);
            Optional<Problem> refused = refusal(event);
            if (refused.isPresent()) {
                findings.report(refused.get(), Where.of(event.getStartMark()));
                return Optional.empty();
            }
        }
        Optional<Node> root = new Compose(SETTINGS).composeString(text);
        if (root.isEmpty()) {
            findings.report(Problem.at("", "file.empty"), Where.START);
        }
        return root;
    }

    private void count(Event event) {
        switch (event) {
            case DocumentStartEvent _ -> documents++;
            case CollectionStartEvent _ -> depth++;
            case CollectionEndEvent _ -> depth--;
            default -> {}
        }
    }

    private Optional<Problem> refusal(Event event) {
        String key = switch (event) {
            case DocumentStartEvent _ when documents > 1 -> "yaml.several-documents";
            case AliasEvent _ -> "yaml.alias";
            case NodeEvent node when node.getAnchor().isPresent() -> "yaml.alias";
            case ScalarEvent scalar when scalar.getTag().isPresent() -> "yaml.tag";
            case CollectionStartEvent start when start.getTag().isPresent() -> "yaml.tag";
            case CollectionStartEvent _ when depth > DEEPEST -> "yaml.too-deep";
            default -> "";
        };
        return key.isEmpty() ? Optional.empty() : Optional.of(Problem.at("", key));
    }
}
