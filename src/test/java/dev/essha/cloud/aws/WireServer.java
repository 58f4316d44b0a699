package dev.essha.cloud.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.essha.plan.RegionName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A service on loopback that answers whatever its test wants, so that the real clients read real bytes. */
final class WireServer implements AutoCloseable {

    /** @param headers beside the usual ones */
    record Answer(int status, String body, Map<String, String> headers) {

        Answer(int status, String body) {
            this(status, body, Map.of());
        }
    }

    private final HttpServer server;
    private final Function<String, Answer> answerer;
    private final List<String> userAgents = new CopyOnWriteArrayList<>();

    /** @param answerer gets the request's body */
    WireServer(Function<String, Answer> answerer) throws IOException {
        this.answerer = answerer;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    AwsSettings settings() {
        return AwsSettings.of(new RegionName("eu-central-1"), "1.2.3")
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
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = answerer.apply(request);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
