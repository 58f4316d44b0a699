package dev.essha.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** What the emulator does on request, under {@code /_ess/} of its endpoint. */
public final class EmulatorControl {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    EmulatorControl(URI endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Makes the next creation of a resource fail.
     *
     * @param stack name of its stack
     * @param reason what its event will say
     */
    public void failCreation(String stack, String logicalId, String reason) {
        failResource("CREATE", stack, logicalId, reason);
    }

    /** @param operation {@code CREATE}, {@code UPDATE} or {@code DELETE} */
    public void failResource(String operation, String stack, String logicalId, String reason) {
        send(
                "POST",
                "faults",
                Map.of("operation", operation, "stack", stack, "logicalId", logicalId, "reason", reason));
    }

    /**
     * Makes calls fail until {@link #clearFaults()}.
     *
     * @param service as botocore names it, {@code ec2}
     * @param action the operation, {@code DescribeSubnets}
     */
    public void failCall(String service, String action, int status, String code, String message) {
        send(
                "POST",
                "api-faults",
                Map.of("service", service, "action", action, "status", status, "code", code, "message", message));
    }

    /** Makes every call fail until {@link #clearFaults()}. */
    public void failEveryCall(int status, String code, String message) {
        send("POST", "api-faults", Map.of("status", status, "code", code, "message", message));
    }

    /** What the simulation of policies denies, {@code kafka:CreateClusterV2} or {@code kafka:*}; else it allows all. */
    public void denyActions(List<String> actions) {
        send("POST", "denied-actions", Map.of("actions", actions));
    }

    public void clearFaults() {
        send("DELETE", "faults", Map.of());
    }

    /** A record as if another DNS provider had it. */
    public void setRecord(String name, String type, List<String> values) {
        send("POST", "dns", Map.of("name", name, "type", type, "values", values));
    }

    public void removeRecord(String name, String type) {
        send("DELETE", "dns", Map.of("name", name, "type", type));
    }

    /** @param speed how many times faster than AWS resources come up */
    public void speed(double speed) {
        send("POST", "speed", Map.of("speed", speed));
    }

    /** How many requests there were since the last {@link #resetRequests()}. */
    public long requests() {
        return send("GET", "requests", Map.of()).path("total").asLong();
    }

    /** How many requests there were to one operation, {@code ec2.DescribeSubnets}. */
    public long requests(String operation) {
        return send("GET", "requests", Map.of()).path("counts").path(operation).asLong();
    }

    public void resetRequests() {
        send("POST", "requests/reset", Map.of());
    }

    /** Fills the account: subnets in VPCs of others, interfaces in the largest subnets of the given one. */
    public void crowd(String region, String vpc, int subnets, int interfaces) {
        send("POST", "crowd", Map.of("region", region, "vpc", vpc, "subnets", subnets, "interfaces", interfaces));
    }

    /** Ids by kind of everything that stands in a region of the account. */
    public JsonNode state(String region) {
        return send("GET", "state?region=" + region, Map.of()).path("regions").path(region);
    }

    void reset() {
        send("POST", "reset", Map.of());
    }

    private JsonNode send(String method, String path, Map<String, ?> body) {
        try {
            String text = body.isEmpty() ? "" : JSON.writeValueAsString(body);
            HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/_ess/" + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(text))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path + " was interrupted", e);
        }
    }
}
