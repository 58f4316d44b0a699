package dev.essha.cloud.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A policy on a resource, read as far as two questions need it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy language</a>
 */
final class PolicyDocument {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVERYBODY = "*";

    private final List<JsonNode> statements;

    private PolicyDocument(List<JsonNode> statements) {
        this.statements = statements;
    }

    static PolicyDocument parse(String json) {
        try {
            return new PolicyDocument(
                    items(JSON.readTree(json).path("Statement")).toList());
        } catch (JsonProcessingException e) {
            throw new CloudException(new CloudFailure.Unknown("policy", "", Phrase.of("policy.no-json")), e);
        }
    }

    /** Whether everybody is denied everything, on the bucket and its objects, unless the request came over TLS. */
    boolean deniesWithoutTls(String bucket) {
        Set<String> resources = statements.stream()
                .filter(s -> has(s, "Effect", "Deny"))
                .filter(PolicyDocument::concernsEverybody)
                .filter(s -> has(s, "Action", "s3:*") || has(s, "Action", "*"))
                .filter(PolicyDocument::onlyWithoutTls)
                .flatMap(s -> texts(s.path("Resource")))
                .map(PolicyDocument::withoutArnPrefix)
                .collect(Collectors.toSet());
        boolean all = resources.contains("*") || resources.contains(bucket + "*");
        return all || resources.contains(bucket) && resources.contains(bucket + "/*");
    }

    /** Whether it lets everybody in without a condition. */
    boolean allowsEverybody() {
        return statements.stream()
                .filter(s -> has(s, "Effect", "Allow"))
                .filter(s -> s.path("Condition").isEmpty())
                .anyMatch(PolicyDocument::concernsEverybody);
    }

    private static boolean concernsEverybody(JsonNode statement) {
        JsonNode principal = statement.path("Principal");
        return texts(principal).anyMatch(EVERYBODY::equals)
                || texts(principal.path("AWS")).anyMatch(EVERYBODY::equals);
    }

    /** A second condition would narrow the denial, so there must be none. */
    private static boolean onlyWithoutTls(JsonNode statement) {
        JsonNode condition = statement.path("Condition");
        JsonNode test = condition.has("Bool") ? condition.path("Bool") : condition.path("BoolIfExists");
        return condition.size() == 1
                && test.size() == 1
                && texts(test.path("aws:SecureTransport")).toList().equals(List.of("false"));
    }

    private static boolean has(JsonNode statement, String field, String text) {
        return texts(statement.path(field)).anyMatch(text::equals);
    }

    /** {@code arn:aws:s3:::bucket/*} to {@code bucket/*}, in every partition. */
    private static String withoutArnPrefix(String resource) {
        return resource.substring(resource.lastIndexOf(':') + 1);
    }

    /** The language allows one value wherever it allows a list. */
    private static Stream<JsonNode> items(JsonNode node) {
        return node.isArray() ? node.valueStream() : Stream.of(node).filter(n -> !n.isMissingNode());
    }

    private static Stream<String> texts(JsonNode node) {
        return items(node).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }
}
