package dev.essha.cloud.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service on loopback that answers whatever its test wants, so that the real clients read real bytes. */
final class WireServer implements AutoCloseable {

    /**
     * What was asked.
     *
     * @param action the API's name of the call; where the protocol has none, method and path
     * @param region that the request is signed for
     */
    record Request(String action, String region, String body) {}

    /** @param headers beside the usual ones */
    record Answer(int status, String body, Map<String, String> headers) {

        Answer(int status, String body) {
            this(status, body, Map.of());
        }
    }

    /** Where no file of the AWS tools is. */
    static final AwsHome NOBODYS = new AwsHome(Path.of("target/nobodys-home"), Map.of());

    private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d+/([^/]+)/");
    private static final Pattern FORM = Pattern.compile("^Action=([A-Za-z]+)");

    private final HttpServer server;
    private final Function<Request, Answer> answerer;
    private final List<String> userAgents = new CopyOnWriteArrayList<>();

    WireServer(Function<Request, Answer> answerer) throws IOException {
        this.answerer = answerer;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    AwsSettings settings() {
        return AwsSettings.of(new RegionName("eu-central-1"), NOBODYS, "1.2.3")
                .withEndpoint(endpoint())
                .withAccessKey("an-id", "a-secret");
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Of every request so far. */
    List<String> userAgents() {
        return userAgents;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            Answer answer = answerer.apply(request(exchange));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher scope = SCOPE.matcher(
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
        return new Request(action(exchange, body), scope.find() ? scope.group(1) : "", body);
    }

    /** The JSON protocols put it into a header, the query protocols into the body, REST has none. */
    private static String action(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        Matcher form = FORM.matcher(body);
        if (target != null) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        return form.find() ? form.group(1) : exchange.getRequestMethod() + " " + exchange.getRequestURI();
    }
}
