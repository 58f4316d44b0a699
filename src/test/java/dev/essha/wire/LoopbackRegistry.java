package dev.essha.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A registry on loopback: one of releases, which lets in whoever shows its token service the right login, or Amazon ECR, with
 * the three calls of its API that the program makes, and STS beside it.
 */
public final class LoopbackRegistry implements AutoCloseable {

    /** What ECR's password is. */
    public static final String ECR_PASSWORD = "ecr-password-of-the-day";

    private static final String TOKEN = "token-for-";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final HttpServer server;
    private final String login;
    private final boolean tokens;
    private final Set<String> repositories = ConcurrentHashMap.newKeySet();
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final Map<String, Kept> manifests = new ConcurrentHashMap<>();
    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private final Map<String, byte[]> uploads = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> shownElsewhere = new CopyOnWriteArrayList<>();
    private final AtomicInteger toBreak = new AtomicInteger();
    private volatile boolean quotesForTokens;
    private volatile boolean quotesForManifests;
    private volatile String realm;
    private volatile int trouble;
    private final AtomicInteger uploadCount = new AtomicInteger();

    /** A manifest as it was put there. */
    public record Kept(String type, byte[] bytes) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private LoopbackRegistry(String login, boolean tokens) {
        this.login = login;
        this.tokens = tokens;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        realm = "http://" + host() + "/token";
        server.createContext("/", this::answer);
        server.start();
    }

    public static LoopbackRegistry ofReleases(String user, String token) {
        return new LoopbackRegistry(user + ":" + token, true);
    }

    public static LoopbackRegistry ecr(String... repositories) {
        LoopbackRegistry ecr = new LoopbackRegistry("AWS:" + ECR_PASSWORD, false);
        ecr.repositories.addAll(List.of(repositories));
        return ecr;
    }

    /** {@code 127.0.0.1:43210} */
    public String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Method and path of every request so far, after whoever asks was let in. */
    public List<String> asked() {
        return asked;
    }

    /** What was said of who is asking where blobs really lie. */
    public List<String> shownElsewhere() {
        return shownElsewhere;
    }

    /** Instead of a token it gives what it was shown, as no service should, and as no JSON. */
    public void quotesForTokens() {
        quotesForTokens = true;
    }

    /** The same instead of a manifest. */
    public void quotesForManifests() {
        quotesForManifests = true;
    }

    /** Has the login sent elsewhere. */
    public void sendsLoginsTo(String address) {
        realm = address;
    }

    /** Has nothing but a status for those who were let in. */
    public void hasTrouble(int status) {
        trouble = status;
    }

    /** The next uploads lose their connection in the middle. */
    public void breakUploads(int count) {
        toBreak.set(count);
    }

    /** Puts an image for two platforms there, with a layer that both have. @return its digest */
    public String release(String name, String tag) {
        String shared = blob(name, bytes(name + tag + "base", 300_000));
        byte[] intel = manifest(name, shared, tag + "amd64");
        byte[] arm = manifest(name, shared, tag + "arm64");
        String index = """
            {"schemaVersion":2,"mediaType":"%s","manifests":[
              %s,
              %s
            ]}
            """.formatted(INDEX, listed(name, intel, "amd64"), listed(name, arm, "arm64"));
        byte[] bytes = index.getBytes(StandardCharsets.UTF_8);
        manifests.put(name + "@" + digest(bytes), new Kept(INDEX, bytes));
        tags.put(name + ":" + tag, digest(bytes));
        return digest(bytes);
    }

    private String listed(String name, byte[] manifest, String architecture) {
        manifests.put(name + "@" + digest(manifest), new Kept(MANIFEST, manifest));
        return """
            {"mediaType":"%s","digest":"%s","size":%d,"platform":{"os":"linux","architecture":"%s"}}\
            """.formatted(MANIFEST, digest(manifest), manifest.length, architecture);
    }

    private byte[] manifest(String name, String shared, String about) {
        byte[] config = ("{\"made\":  \"by hand\",\"of\":\"" + about + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] layer = bytes(name + about, 120_000);
        return """
            {"schemaVersion": 2, "mediaType":"%s",
             "config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"%s","size":%d},
             "layers":[{"digest":"%s","size":300000},{"digest":"%s","size":%d}]}
            """.formatted(MANIFEST, blob(name, config), config.length, shared, blob(name, layer), layer.length)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String blob(String name, byte[] bytes) {
        blobs.put(name + "@" + digest(bytes), bytes);
        return digest(bytes);
    }

    /** Spoils a blob: its bytes are no longer those of its digest. */
    public void spoilBlobs(String name) {
        blobs.entrySet().stream().filter(e -> e.getKey().startsWith(name + "@")).forEach(e -> {
            byte[] other = e.getValue().clone();
            other[0] ^= 1;
            e.setValue(other);
        });
    }

    /** Has the tag point at something else. */
    public void tag(String name, String tag, String digest) {
        tags.put(name + ":" + tag, digest);
    }

    /** Takes one blob of another registry over, as if it had been copied. @return its digest */
    public String takesFirstBlob(LoopbackRegistry other, String name, String repository) {
        Map.Entry<String, byte[]> one = other.blobs.entrySet().stream()
                .filter(e -> e.getKey().startsWith(name + "@") && e.getValue().length == 300_000)
                .findFirst()
                .orElseThrow();
        return blob(repository, one.getValue());
    }

    public String digestOf(String name, String tag) {
        return tags.get(name + ":" + tag);
    }

    /** Manifests of an image by digest. */
    public Map<String, String> manifests(String name) {
        Map<String, String> found = new java.util.TreeMap<>();
        manifests.forEach((key, kept) -> {
            if (key.startsWith(name + "@")) {
                found.put(key.substring(name.length() + 1), kept.type() + kept.text());
            }
        });
        return found;
    }

    /** Digests of the blobs of an image, computed from their bytes. */
    public Set<String> blobs(String name) {
        Set<String> found = new java.util.TreeSet<>();
        blobs.forEach((key, bytes) -> {
            if (key.startsWith(name + "@")) {
                found.add(digest(bytes));
            }
        });
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/")) {
                service(exchange);
            } else if (path.equals("/token")) {
                token(exchange);
            } else if (path.startsWith("/elsewhere/")) {
                shownElsewhere.add(header(exchange, "Authorization"));
                reply(exchange, 200, "application/octet-stream", blobs.get(path.substring("/elsewhere/".length())));
            } else if (isLetIn(exchange)) {
                asked.add(exchange.getRequestMethod() + " " + path);
                if (trouble != 0) {
                    reply(exchange, trouble, "text/plain", text(quoted(exchange)));
                    return;
                }
                distribution(exchange, path.substring("/v2/".length()));
            } else {
                challenge(exchange, path);
            }
        }
    }

    private boolean isLetIn(HttpExchange exchange) {
        String shown = header(exchange, "Authorization");
        return tokens ? shown.equals("Bearer " + TOKEN + imageOf(exchange)) : shown.equals(basic());
    }

    private static String imageOf(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().replaceFirst("^/v2/", "").replaceFirst("/(manifests|blobs)/.*", "");
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private void challenge(HttpExchange exchange, String path) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String name = imageOf(exchange);
        exchange.getResponseHeaders()
                .set(
                        "WWW-Authenticate",
                        tokens
                                ? "Bearer realm=\"%s\",service=\"releases\",scope=\"repository:%s:pull\""
                                        .formatted(realm, name)
                                : "Basic realm=\"https://" + host() + "\",service=\"ecr.amazonaws.com\"");
        reply(exchange, 401, "application/json", text("{\"errors\":[{\"message\":\"" + path + "\"}]}"));
    }

    /** What it says of a wrong login quotes the login, as no service should. */
    private void token(HttpExchange exchange) throws IOException {
        String shown = header(exchange, "Authorization");
        String query = java.net.URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        if (!shown.equals(basic()) || !query.contains("service=releases")) {
            reply(exchange, 401, "application/json", text("{\"details\":\"wrong login: " + shown + "\"}"));
            return;
        }
        if (quotesForTokens) {
            reply(exchange, 200, "application/json", text(quoted(exchange)));
            return;
        }
        String name = query.replaceFirst(".*scope=repository:([^:]+):pull.*", "$1");
        reply(exchange, 200, "application/json", text("{\"token\":\"" + TOKEN + name + "\"}"));
    }

    private static String quoted(HttpExchange exchange) {
        return "canary-of " + header(exchange, "Authorization").replace(' ', '-');
    }

    private void distribution(HttpExchange exchange, String path) throws IOException {
        String method = exchange.getRequestMethod();
        String name = imageOf(exchange);
        String rest = path.substring(name.length());
        if (rest.startsWith("/manifests/")) {
            manifest(exchange, method, name, rest.substring("/manifests/".length()));
        } else if (rest.startsWith("/blobs/uploads/")) {
            upload(exchange, method, name, rest.substring("/blobs/uploads/".length()));
        } else {
            getBlob(exchange, name + "@" + rest.substring("/blobs/".length()));
        }
    }

    private void manifest(HttpExchange exchange, String method, String name, String reference) throws IOException {
        if (method.equals("PUT")) {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            boolean complete = new JsonMapper()
                    .readTree(bytes).findValuesAsText("digest").stream()
                            .allMatch(d -> blobs.containsKey(name + "@" + d) || manifests.containsKey(name + "@" + d));
            if (!complete || !repositories.contains(name)) {
                reply(exchange, 400, "application/json", text("{}"));
                return;
            }
            manifests.put(name + "@" + digest(bytes), new Kept(header(exchange, "Content-Type"), bytes));
            if (!reference.contains(":")) {
                tags.put(name + ":" + reference, digest(bytes));
            }
            reply(exchange, 201, "application/json", text(""));
            return;
        }
        if (quotesForManifests) {
            reply(exchange, 200, INDEX, text(quoted(exchange)));
            return;
        }
        String digest = reference.contains(":") ? reference : tags.getOrDefault(name + ":" + reference, "");
        Kept kept = manifests.get(name + "@" + digest);
        boolean wanted = kept != null && header(exchange, "Accept").contains(kept.type());
        reply(
                exchange,
                wanted ? 200 : 404,
                wanted ? kept.type() : "application/json",
                wanted ? kept.bytes() : text("{}"));
    }

    private void upload(HttpExchange exchange, String method, String name, String id) throws IOException {
        switch (method) {
            case "POST" -> {
                String fresh = "upload-" + uploadCount.incrementAndGet();
                exchange.getResponseHeaders()
                        .set("Location", "/v2/" + name + "/blobs/uploads/" + fresh + "?state=a%2Fb");
                reply(exchange, 202, "", text(""));
            }
            case "PATCH" -> {
                if (toBreak.getAndDecrement() > 0) {
                    exchange.getRequestBody().readNBytes(1000);
                    exchange.close();
                    return;
                }
                uploads.put(id, exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().set("Location", "/v2/" + name + "/blobs/uploads/" + id + "?state=c");
                reply(exchange, 202, "", text(""));
            }
            default -> {
                String digest = java.net.URLDecoder.decode(
                        exchange.getRequestURI().getRawQuery().replaceFirst("(?:.*&)?digest=([^&]*).*", "$1"),
                        StandardCharsets.UTF_8);
                byte[] bytes = uploads.remove(id);
                boolean right = bytes != null && digest(bytes).equals(digest);
                if (right) {
                    blobs.put(name + "@" + digest, bytes);
                }
                reply(exchange, right ? 201 : 400, "", text(""));
            }
        }
    }

    /** A registry of releases has its blobs elsewhere. */
    private void getBlob(HttpExchange exchange, String key) throws IOException {
        byte[] bytes = blobs.get(key);
        boolean elsewhere = bytes != null && tokens;
        if (elsewhere) {
            // Another name of this computer, so that it is another host.
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            "http://localhost:%d/elsewhere/%s"
                                    .formatted(server.getAddress().getPort(), key));
        }
        reply(
                exchange,
                elsewhere ? 307 : bytes == null ? 404 : 200,
                "application/octet-stream",
                bytes == null || elsewhere ? text("") : bytes);
    }

    private void service(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String target = header(exchange, "X-Amz-Target");
        if (target.isEmpty()) {
            reply(exchange, 200, "text/xml", text("""
                <GetCallerIdentityResponse><GetCallerIdentityResult>
                <Arn>arn:aws:iam::123456789012:user/me</Arn><UserId>AID</UserId><Account>123456789012</Account>
                </GetCallerIdentityResult></GetCallerIdentityResponse>
                """));
            return;
        }
        JsonNode request = new JsonMapper().readTree(body);
        String repository = request.path("repositoryName")
                .asText(request.at("/repositoryNames/0").asText());
        String digest =
                tags.get(repository + ":" + request.at("/imageIds/0/imageTag").asText());
        switch (target.substring(target.lastIndexOf('.') + 1)) {
            case "GetAuthorizationToken" ->
                json(
                        exchange,
                        200,
                        "{\"authorizationData\":[{\"authorizationToken\":\"%s\"}]}"
                                .formatted(basic().substring("Basic ".length())));
            case "DescribeRepositories" -> {
                if (repositories.contains(repository)) {
                    json(
                            exchange,
                            200,
                            "{\"repositories\":[{\"repositoryName\":\"%s\",\"repositoryUri\":\"%s/%s\"}]}"
                                    .formatted(repository, host(), repository));
                } else {
                    json(exchange, 400, "{\"__type\":\"RepositoryNotFoundException\",\"message\":\"none\"}");
                }
            }
            default ->
                json(
                        exchange,
                        digest == null ? 400 : 200,
                        digest == null
                                ? "{\"__type\":\"ImageNotFoundException\",\"message\":\"none\"}"
                                : "{\"imageDetails\":[{\"imageDigest\":\"" + digest + "\"}]}");
        }
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        reply(exchange, status, "application/x-amz-json-1.1", text(body));
    }

    private static void reply(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        if (!type.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        boolean bare = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bare ? -1 : body.length);
        if (!bare) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes that are the same for the same seed. */
    private static byte[] bytes(String seed, int length) {
        byte[] bytes = new byte[length];
        new java.util.Random(seed.hashCode()).nextBytes(bytes);
        return bytes;
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
