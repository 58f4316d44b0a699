package dev.essha.cloud.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * A registry as somebody who has a login sees it. Nothing of what it answers is repeated in a message but its status: it may
 * quote what it was given. This computer is asked without TLS, everybody else with it.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">Distribution API</a>
 */
final class ImageRegistry {

    private static final Pattern THIS_COMPUTER = Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1]");
    private static final int LONGEST_MANIFEST = 4 << 20;
    private static final int LONGEST_TOKEN = 1 << 20;
    private static final int REDIRECTIONS = 5;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final List<Integer> ELSEWHERE = List.of(301, 302, 303, 307, 308);

    private final SdkHttpClient http;
    private final String version;
    private final URI base;
    private final RegistryLogin login;
    private final Map<String, String> authorizations = new ConcurrentHashMap<>();

    /** @param host with its port, if it has one */
    ImageRegistry(SdkHttpClient http, String version, String host, RegistryLogin login) {
        this.http = http;
        this.version = version;
        this.base = URI.create((isHere(host.replaceFirst(":\\d+$", "")) ? "http://" : "https://") + host);
        this.login = login;
    }

    /** Where a manifest's or a blob's bytes come from, which may be asked for more than once. */
    interface Source {

        InputStream open() throws IOException;
    }

    /** @param body of {@code length} bytes; null = none */
    private record Request(SdkHttpMethod method, URI address, Map<String, String> headers, Source body, long length) {

        static Request of(SdkHttpMethod method, URI address) {
            return new Request(method, address, Map.of(), null, 0);
        }
    }

    String host() {
        return base.getAuthority();
    }

    /**
     * A manifest.
     *
     * @param reference tag or digest
     * @return empty if there is none
     * @throws RegistryRefusal if the login does not open it
     * @throws IOException also where a digest was asked for and something else was given
     */
    Optional<ImageManifest> manifest(String name, String reference) throws IOException {
        Map<String, String> accept = Map.of("Accept", String.join(", ", ImageManifest.TYPES));
        URI address = address(name, "/manifests/" + reference);
        HttpExecuteResponse answer = send(name, new Request(SdkHttpMethod.GET, address, accept, null, 0));
        try (AbortableInputStream body = body(answer)) {
            if (status(answer) == NOT_FOUND) {
                return Optional.empty();
            }
            require(answer, OK);
            byte[] bytes = read(body, LONGEST_MANIFEST);
            ImageManifest manifest = ImageManifest.of(type(answer), bytes);
            if (reference.contains(":") && !manifest.digest().equals(reference)) {
                throw new IOException(host() + " gives something else than what has the digest " + reference);
            }
            return Optional.of(manifest);
        }
    }

    boolean hasBlob(String name, String digest) throws IOException {
        return has(name, "/blobs/" + digest, Map.of());
    }

    boolean hasManifest(String name, String digest) throws IOException {
        return has(name, "/manifests/" + digest, Map.of("Accept", String.join(", ", ImageManifest.TYPES)));
    }

    private boolean has(String name, String path, Map<String, String> headers) throws IOException {
        HttpExecuteResponse answer = send(name, new Request(SdkHttpMethod.HEAD, address(name, path), headers, null, 0));
        discard(answer);
        if (status(answer) != NOT_FOUND) {
            require(answer, OK);
        }
        return status(answer) == OK;
    }

    /** The bytes of a blob, to be closed. */
    InputStream blob(String name, String digest) throws IOException {
        HttpExecuteResponse answer = send(name, Request.of(SdkHttpMethod.GET, address(name, "/blobs/" + digest)));
        if (status(answer) != OK) {
            discard(answer);
            require(answer, OK);
        }
        return body(answer);
    }

    /** Puts a blob there in one piece, as Docker does: some registries know no other way. */
    void upload(String name, ImageManifest.Part blob, Source bytes) throws IOException {
        URI begun = location(
                send(name, Request.of(SdkHttpMethod.POST, address(name, "/blobs/uploads/"))),
                ACCEPTED,
                address(name, "/"));
        Map<String, String> type = Map.of("Content-Type", "application/octet-stream");
        URI filled = location(
                send(name, new Request(SdkHttpMethod.PATCH, begun, type, bytes, blob.size())), ACCEPTED, begun);
        String ending = (filled.getRawQuery() == null ? "?" : "&") + "digest=" + encoded(blob.digest());
        expect(
                send(
                        name,
                        new Request(
                                SdkHttpMethod.PUT, URI.create(filled + ending), type, InputStream::nullInputStream, 0)),
                CREATED);
    }

    /** @param reference tag or digest */
    void put(String name, String reference, ImageManifest manifest) throws IOException {
        expect(
                send(
                        name,
                        new Request(
                                SdkHttpMethod.PUT,
                                address(name, "/manifests/" + reference),
                                Map.of("Content-Type", manifest.type()),
                                () -> new java.io.ByteArrayInputStream(manifest.bytes()),
                                manifest.bytes().length)),
                CREATED);
    }

    /** Asks, and says who is asking as soon as that is wanted. */
    private HttpExecuteResponse send(String name, Request request) throws IOException {
        HttpExecuteResponse answer = follow(request, Optional.ofNullable(authorizations.get(name)));
        if (status(answer) == UNAUTHORIZED) {
            discard(answer);
            String authorization = authorization(answer, name);
            authorizations.put(name, authorization);
            answer = follow(request, Optional.of(authorization));
        }
        if (status(answer) == UNAUTHORIZED || status(answer) == FORBIDDEN) {
            discard(answer);
            throw new RegistryRefusal(host(), status(answer));
        }
        return answer;
    }

    /** Blobs often lie elsewhere, where nobody may see the login. */
    private HttpExecuteResponse follow(Request request, Optional<String> authorization) throws IOException {
        Request next = request;
        for (int i = 0; i <= REDIRECTIONS; i++) {
            boolean same = next.address().getAuthority().equals(base.getAuthority());
            HttpExecuteResponse answer = execute(next, authorization.filter(_ -> same));
            boolean reads = request.method() == SdkHttpMethod.GET || request.method() == SdkHttpMethod.HEAD;
            if (!reads || !ELSEWHERE.contains(status(answer))) {
                return answer;
            }
            next = new Request(
                    request.method(), location(answer, status(answer), next.address()), request.headers(), null, 0);
        }
        throw new IOException(host() + " sends from one address to the next");
    }

    private HttpExecuteResponse execute(Request request, Optional<String> authorization) throws IOException {
        SdkHttpRequest.Builder asked = SdkHttpRequest.builder()
                .method(request.method())
                .uri(request.address())
                .putHeader("Host", request.address().getAuthority())
                .putHeader("User-Agent", "ess-ha-installer/" + version);
        request.headers().forEach(asked::putHeader);
        authorization.ifPresent(value -> asked.putHeader("Authorization", value));
        HttpExecuteRequest.Builder execution = HttpExecuteRequest.builder();
        if (request.body() == null) {
            return http.prepareRequest(execution.request(asked.build()).build()).call();
        }
        asked.putHeader("Content-Length", Long.toString(request.length()));
        try (InputStream bytes = request.body().open()) {
            return http.prepareRequest(execution
                            .request(asked.build())
                            .contentStreamProvider(() -> bytes)
                            .build())
                    .call();
        }
    }

    /** What to say from now on. */
    private String authorization(HttpExecuteResponse asked, String name) throws IOException {
        for (String header : asked.httpResponse().matchingHeaders("WWW-Authenticate")) {
            Optional<RegistryChallenge> challenge = RegistryChallenge.of(header);
            if (challenge.filter(c -> c.scheme().equals("basic")).isPresent()) {
                return login.basic();
            }
            if (challenge.filter(c -> c.scheme().equals("bearer")).isPresent()) {
                return "Bearer " + token(challenge.get(), name);
            }
        }
        throw new IOException(host() + " does not say how it wants to be told who is asking");
    }

    private String token(RegistryChallenge challenge, String name) throws IOException {
        URI realm = realm(challenge);
        StringBuilder query = new StringBuilder(realm.getRawQuery() == null ? "?" : "&")
                .append("scope=")
                .append(encoded(challenge.parameter("scope").orElse("repository:" + name + ":pull")));
        challenge.parameter("service").ifPresent(s -> query.append("&service=").append(encoded(s)));
        HttpExecuteResponse answer = execute(
                Request.of(SdkHttpMethod.GET, URI.create(realm + query.toString())), Optional.of(login.basic()));
        try (AbortableInputStream body = body(answer)) {
            if (status(answer) == UNAUTHORIZED || status(answer) == FORBIDDEN) {
                throw new RegistryRefusal(realm.getAuthority(), status(answer));
            }
            require(answer, OK);
            JsonNode json = new JsonMapper().readTree(read(body, LONGEST_TOKEN));
            String token = json.path("token").asText(json.path("access_token").asText());
            if (!token.matches("[\\x21-\\x7e]+")) {
                throw new IOException(realm.getAuthority() + " gives no token");
            }
            return token;
        }
    }

    /** The login goes there: only by TLS, or to this computer where the registry is here too. */
    private URI realm(RegistryChallenge challenge) throws IOException {
        URI realm = parsed(challenge.parameter("realm").orElse(""));
        boolean here = isHere(base.getHost()) && realm.getHost() != null && isHere(realm.getHost());
        if (realm.getHost() == null || !("https".equals(realm.getScheme()) || here)) {
            throw new IOException(host() + " wants the login sent where it would not be safe");
        }
        return realm;
    }

    private URI location(HttpExecuteResponse answer, int wanted, URI from) throws IOException {
        expect(answer, wanted);
        URI to = from.resolve(
                parsed(answer.httpResponse().firstMatchingHeader("Location").orElse("")));
        boolean safe = "https".equals(to.getScheme()) || isHere(base.getHost());
        if (to.getHost() == null || !safe) {
            throw new IOException(host() + " sends to an address that is not safe");
        }
        return to;
    }

    private URI parsed(String text) throws IOException {
        try {
            return new URI(text);
        } catch (java.net.URISyntaxException e) {
            throw new IOException(host() + " gives an address that is none");
        }
    }

    private void expect(HttpExecuteResponse answer, int wanted) throws IOException {
        discard(answer);
        require(answer, wanted);
    }

    private void require(HttpExecuteResponse answer, int wanted) throws IOException {
        if (status(answer) != wanted) {
            throw new IOException("%s answers %d".formatted(host(), status(answer)));
        }
    }

    private URI address(String name, String path) {
        return URI.create(base + "/v2/" + name + path);
    }

    private static boolean isHere(String host) {
        return THIS_COMPUTER.matcher(host).matches();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int status(HttpExecuteResponse answer) {
        return answer.httpResponse().statusCode();
    }

    private static String type(HttpExecuteResponse answer) {
        SdkHttpResponse response = answer.httpResponse();
        return response.firstMatchingHeader("Content-Type")
                .orElse("")
                .split(";")[0]
                .strip();
    }

    private static AbortableInputStream body(HttpExecuteResponse answer) {
        return answer.responseBody().orElseGet(AbortableInputStream::createEmpty);
    }

    private byte[] read(InputStream body, int longest) throws IOException {
        byte[] read = body.readNBytes(longest + 1);
        if (read.length > longest) {
            throw new IOException(host() + " gives an answer that is too long");
        }
        return read;
    }

    /** A short rest is read so that the connection can be used again; a long one is not waited for. */
    private static void discard(HttpExecuteResponse answer) throws IOException {
        AbortableInputStream body = body(answer);
        body.readNBytes(LONGEST_TOKEN);
        if (body.read() >= 0) {
            body.abort();
        }
        body.close();
    }
}
