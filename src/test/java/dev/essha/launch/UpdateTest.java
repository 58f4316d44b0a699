package dev.essha.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.essha.blueprint.Version;
import dev.essha.wire.LoopbackProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The notice of a newer version, through a server on loopback. */
class UpdateTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("User-Agent"));
                byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        environment.put(
                "ESS_HA_RELEASES", "http://127.0.0.1:" + server.getAddress().getPort() + "/latest");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aNewerVersionIsToldWithItsPage() {
        answer = """
            {"tag_name": "v99.1.0", "html_url": "https://example.com/releases/v99.1.0", "body": "..."}
            """;
        Program.Ended ended = check();

        assertThat(ended.out())
                .isEqualTo("There is a newer version, 99.1.0; this is " + current()
                        + ". https://example.com/releases/v99.1.0\n");
        assertThat(ended.status()).isZero();
        assertThat(asked).containsExactly("GET /latest ess-ha-installer/" + current());
    }

    @ParameterizedTest
    @CsvSource({"0.0.9", "v0.0.1-rc.1"})
    void anOlderOneIsNone(String tag) {
        answer = "{\"tag_name\": \"" + tag + "\"}";

        assertThat(check().out()).isEqualTo("This is the newest version, " + current() + ".\n");
    }

    @Test
    void theSameOneIsNone() {
        answer = "{\"tag_name\": \"v" + current() + "\"}";

        assertThat(check().out()).startsWith("This is the newest version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "http://example.com", "no address at all", "\\u001b[2J"})
    void aPageThatIsNoneIsNotShown(String page) {
        answer = "{\"tag_name\": \"99.0.0\", \"html_url\": \"" + page + "\"}";

        assertThat(check().out()).isEqualTo("There is a newer version, 99.0.0; this is " + current() + ".\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        200 | {"tag_name": "latest\\u001b[2J"} | its answer names no version
        200 | {}                               | its answer names no version
        200 | <html>                           | its answer is no JSON
        200 | ''                               | its answer names no version
        404 | {}                               | it answers 404
        302 | {}                               | it answers 302
        """)
    void whatIsNoAnswerIsSaid(int code, String text, String reason) {
        status = code;
        answer = text;
        Program.Ended ended = check();

        assertThat(ended.err()).contains("does not tell of versions: " + reason).contains("HTTPS_PROXY");
        assertThat(ended.status()).isEqualTo(1);
    }

    @Test
    void whoeverCannotBeReachedIsNamed() {
        server.stop(0);
        Program.Ended ended = check();

        assertThat(ended.err()).contains("127.0.0.1:" + server.getAddress().getPort() + " does not tell of versions");
        assertThat(ended.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/latest",
                "http://releases.localhost/latest",
                "ftp://example.com",
                "nonsense",
                "https:///latest"
            })
    void onlyAnAddressWithTlsIsAsked(String address) {
        environment.put("ESS_HA_RELEASES", address);
        Program.Ended ended = check();

        assertThat(ended.err()).contains("does not say where newer versions are told of");
        assertThat(ended.status()).isEqualTo(1);
    }

    @Test
    void itIsAskedThroughTheProxy() {
        environment.put("ESS_HA_RELEASES", "https://releases.example.com/latest");
        try (LoopbackProxy proxy = new LoopbackProxy(server.getAddress())) {
            proxy.refusesWith(403);
            environment.put("HTTPS_PROXY", proxy.address());
            Program.Ended ended = check();

            assertThat(proxy.asked()).containsExactly("CONNECT releases.example.com:443");
            assertThat(ended.err()).contains("of HTTPS_PROXY does not let requests through");
        }
    }

    @Test
    void nothingAsksByItself() {
        Program program = new Program(folder, List.of(), environment);
        program.run("--version");
        program.run("new", "--preset", "proof-of-concept");
        program.run("schema");
        program.run("--help");

        assertThat(asked).isEmpty();
    }

    private Program.Ended check() {
        return new Program(folder, List.of(), environment).run("--check-for-update");
    }

    private static String current() {
        return Version.current().text();
    }
}
