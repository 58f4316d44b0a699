package dev.essha.cloud.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.essha.cloud.aws.WireServer.Answer;
import dev.essha.cloud.aws.WireServer.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * AWS's price list on loopback: it answers as the service does, documents as texts in JSON, a few at a time, and only those
 * with all the attributes that it is asked for.
 */
final class PriceServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 2;

    private final List<String> documents;
    private final Queue<Request> asked = new ConcurrentLinkedQueue<>();
    private final WireServer server;

    PriceServer(List<String> documents) throws IOException {
        this.documents = documents;
        this.server = new WireServer(this::answer);
    }

    /** A document as the list has it, on demand only. */
    static String document(String service, String sku, String attributes, String dimensions) {
        return """
            {"product": {"productFamily": "some", "sku": "%2$s", "attributes": {"servicecode": "%1$s", %3$s}},
             "serviceCode": "%1$s",
             "terms": {"OnDemand": {"%2$s.JRTCKXETXF": {
               "priceDimensions": {%4$s},
               "sku": "%2$s", "effectiveDate": "2026-09-01T00:00:00Z", "offerTermCode": "JRTCKXETXF",
               "termAttributes": {}}},
               "Reserved": {"%2$s.4NA7Y494T4": {"priceDimensions": {"%2$s.4NA7Y494T4.6YS6EN2CT7": {
                 "unit": "Hrs", "beginRange": "0", "endRange": "Inf", "pricePerUnit": {"USD": "0.0010000000"}}},
                 "sku": "%2$s", "effectiveDate": "2024-01-01T00:00:00Z"}}},
             "version": "20260911124456", "publicationDate": "2026-09-11T12:44:56Z"}
            """.formatted(service, sku, attributes, dimensions);
    }

    static String dimension(String code, String unit, String from, String to, String currency, String amount) {
        return """
            "%s": {"rateCode": "%1$s", "unit": "%s", "beginRange": "%s", "endRange": "%s", "description": "some",
                   "appliesTo": [], "pricePerUnit": {"%s": "%s"}}\
            """.formatted(code, unit, from, to, currency, amount);
    }

    AwsSettings settings() {
        return server.settings();
    }

    Queue<Request> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.close();
    }

    private Answer answer(Request request) {
        asked.add(request);
        try {
            JsonNode question = JSON.readTree(request.body());
            List<String> found = documents.stream().filter(fits(question)).toList();
            int from = question.path("NextToken").asInt(0);
            int to = Math.min(found.size(), from + PAGE);
            ObjectNode answer = JSON.createObjectNode().put("FormatVersion", "aws_v1");
            ArrayNode list = answer.putArray("PriceList");
            found.subList(from, to).forEach(list::add);
            if (to < found.size()) {
                answer.put("NextToken", Integer.toString(to));
            }
            return new Answer(200, JSON.writeValueAsString(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Predicate<String> fits(JsonNode question) {
        return document -> {
            JsonNode read = read(document);
            JsonNode attributes = read.path("product").path("attributes");
            return read.path("serviceCode").equals(question.path("ServiceCode"))
                    && StreamSupport.stream(question.path("Filters").spliterator(), false)
                            .allMatch(f ->
                                    attributes.path(f.path("Field").asText()).equals(f.path("Value")));
        };
    }

    private static JsonNode read(String document) {
        try {
            return JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
