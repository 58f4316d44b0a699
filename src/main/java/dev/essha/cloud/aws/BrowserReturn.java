package dev.essha.cloud.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.essha.cloud.signin.Outcome;
import dev.essha.cloud.signin.Prompt;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits on this computer for a browser that comes back from an Identity Center. Whatever does not carry the secret of this
 * sign-in is turned away and does not end the waiting: any page in any browser can send something here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-7.3">RFC 8252: loopback interface redirection</a>
 */
final class BrowserReturn implements AutoCloseable {

    private static final String PATH = "/oauth/callback";

    private final String state;
    private final Prompt prompt;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();

    private BrowserReturn(String state, Prompt prompt) throws IOException {
        this.state = state;
        this.prompt = prompt;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    }

    /**
     * Listens at a port that is free.
     *
     * @param state the secret that the browser brings back
     * @throws IOException if this computer lets nobody listen
     */
    static BrowserReturn listen(String state, Prompt prompt) throws IOException {
        BrowserReturn back = new BrowserReturn(state, prompt);
        back.server.setExecutor(back.threads);
        back.server.createContext("/", back::handle);
        back.server.start();
        return back;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /**
     * Waits for the code that a token is given for.
     *
     * @throws SignInStopped if the person said no, or nobody came in time
     */
    String code(Duration patience) throws InterruptedException, SignInStopped {
        try {
            Map<String, String> query = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (query.containsKey("error")) {
                throw refused(query.get("error"));
            }
            return query.get("code");
        } catch (TimeoutException e) {
            throw new SignInStopped(
                    Outcome.Reason.EXPIRED, Phrase.of("outcome.nobody-came", Long.toString(patience.toMinutes())), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static SignInStopped refused(String error) {
        return error.equals("access_denied")
                ? new SignInStopped(Outcome.Reason.DENIED, Phrase.of("outcome.denied"))
                : new SignInStopped(Outcome.Reason.UNEXPECTED, Phrase.of("outcome.refused", plain(error)));
    }

    /** The text comes from a browser. */
    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9_ .-]", "?").substring(0, Math.min(text.length(), 100));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> query = query(exchange.getRequestURI());
            if (!exchange.getRequestURI().getPath().equals(PATH)
                    || !exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!isAnswer(query)) {
                send(exchange, 400, prompt.answer(false));
            } else {
                send(exchange, 200, prompt.answer(!query.containsKey("error")));
                exchange.close();
                answer.complete(query);
            }
        }
    }

    /** A refusal may come without the state. Believed from anybody, it would only end a sign-in that can be begun again. */
    private boolean isAnswer(Map<String, String> query) {
        return query.containsKey("error")
                ? query.getOrDefault("state", state).equals(state)
                : query.containsKey("code") && state.equals(query.get("state"));
    }

    private static void send(HttpExchange exchange, int status, Prompt.AnswerPage page) throws IOException {
        byte[] html = AnswerHtml.of(page).getBytes(StandardCharsets.UTF_8);
        Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'",
                        "Referrer-Policy", "no-referrer",
                        "Cache-Control", "no-store",
                        "Connection", "close")
                .forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, html.length);
        exchange.getResponseBody().write(html);
        exchange.getResponseBody().close();
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] parts = pair.split("=", 2);
                query.putIfAbsent(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
