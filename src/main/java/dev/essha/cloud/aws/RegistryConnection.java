package dev.essha.cloud.aws;

import dev.essha.cloud.aws.PlainHttp.Request;
import dev.essha.connect.ThisComputer;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Asks a registry, and says who is asking as soon as that is wanted. The login goes to the registry, and to whoever it names
 * for that over TLS; where blobs lie elsewhere nobody sees it. This computer is asked without TLS, everybody else with it.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Token authentication</a>
 */
final class RegistryConnection {

    private static final int LONGEST_TOKEN = 1 << 20;
    private static final int REDIRECTIONS = 5;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final List<Integer> ELSEWHERE = List.of(301, 302, 303, 307, 308);

    private final PlainHttp http;
    private final URI base;
    private final RegistryLogin login;
    private final Map<String, String> authorizations = new ConcurrentHashMap<>();

    /** @param host with its port, if it has one */
    RegistryConnection(PlainHttp http, String host, RegistryLogin login) {
        this.http = http;
        this.base = URI.create((ThisComputer.is(host.replaceFirst(":\\d+$", "")) ? "http://" : "https://") + host);
        this.login = login;
    }

    String host() {
        return base.getAuthority();
    }

    /** Of something of an image. */
    URI address(String name, String path) {
        return URI.create(base + "/v2/" + name + path);
    }

    /**
     * Sends a request that is about an image; where something is only read, redirections are followed.
     *
     * @return to be closed
     * @throws RegistryRefusal if the login does not open it
     */
    PlainAnswer send(String name, Request request) throws IOException {
        PlainAnswer answer = follow(request, Optional.ofNullable(authorizations.get(name)));
        if (answer.status() == UNAUTHORIZED) {
            answer.close();
            String authorization = authorization(answer, name);
            authorizations.put(name, authorization);
            answer = follow(request, Optional.of(authorization));
        }
        return letIn(answer, host());
    }

    private PlainAnswer follow(Request request, Optional<String> authorization) throws IOException {
        boolean reads = request.method() == SdkHttpMethod.GET || request.method() == SdkHttpMethod.HEAD;
        Request next = request;
        for (int i = 0; i <= REDIRECTIONS; i++) {
            boolean same = next.address().getAuthority().equals(base.getAuthority());
            PlainAnswer answer = http.send(next, authorization.filter(_ -> same));
            if (!reads || !ELSEWHERE.contains(answer.status())) {
                return answer;
            }
            answer.close();
            next = request.at(location(answer, next.address()));
        }
        throw RegistryRefusal.wrong("registry.circle", host());
    }

    private static PlainAnswer letIn(PlainAnswer answer, String host) throws IOException {
        if (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN) {
            answer.close();
            throw RegistryRefusal.closed(host, answer.status());
        }
        return answer;
    }

    /** What to say from now on. */
    private String authorization(PlainAnswer asked, String name) throws IOException {
        for (String header : asked.headers("WWW-Authenticate")) {
            Optional<RegistryChallenge> challenge = RegistryChallenge.of(header);
            if (challenge.filter(c -> c.scheme().equals("basic")).isPresent()) {
                return login.basic();
            }
            if (challenge.filter(c -> c.scheme().equals("bearer")).isPresent()) {
                return "Bearer " + token(challenge.get(), name);
            }
        }
        throw RegistryRefusal.wrong("registry.no-way-in", host());
    }

    private String token(RegistryChallenge challenge, String name) throws IOException {
        URI realm = realm(challenge);
        StringBuilder query = new StringBuilder(realm.getRawQuery() == null ? "?" : "&")
                .append("scope=")
                .append(encoded(challenge.parameter("scope").orElse("repository:" + name + ":pull")));
        challenge.parameter("service").ifPresent(s -> query.append("&service=").append(encoded(s)));
        Request request = Request.of(SdkHttpMethod.GET, URI.create(realm + query.toString()), Map.of());
        try (PlainAnswer answer = letIn(http.send(request, Optional.of(login.basic())), realm.getAuthority())) {
            return token(answer).orElseThrow(() -> noToken(realm.getAuthority(), answer.status()));
        }
    }

    private static RegistryRefusal noToken(String host, int status) {
        return RegistryRefusal.ofStatus(status, Phrase.of("registry.no-token", host, Integer.toString(status)));
    }

    private static Optional<String> token(PlainAnswer answer) throws IOException {
        return answer.bytes(LONGEST_TOKEN)
                .filter(_ -> answer.status() == OK)
                .flatMap(RegistryJson::read)
                .map(json -> json.path("token").asText(json.path("access_token").asText()))
                .filter(token -> token.matches("[\\x21-\\x7e]+"));
    }

    /** The login goes there: only by TLS, or to this computer where the registry is here too. */
    private URI realm(RegistryChallenge challenge) throws RegistryRefusal {
        URI realm = parsed(challenge.parameter("realm").orElse(""));
        boolean here = realm.getHost() != null && isHere() && ThisComputer.is(realm.getHost());
        if (realm.getHost() == null || !("https".equals(realm.getScheme()) || here)) {
            throw RegistryRefusal.wrong("registry.unsafe-login", host());
        }
        return realm;
    }

    /** Where an answer sends to. */
    URI location(PlainAnswer answer, URI from) throws RegistryRefusal {
        URI to = from.resolve(parsed(answer.header("Location")));
        if (to.getHost() == null || !("https".equals(to.getScheme()) || isHere())) {
            throw RegistryRefusal.wrong("registry.unsafe-address", host());
        }
        return to;
    }

    private boolean isHere() {
        return ThisComputer.is(base.getHost());
    }

    private URI parsed(String text) throws RegistryRefusal {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw RegistryRefusal.wrong("registry.no-address", host());
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
