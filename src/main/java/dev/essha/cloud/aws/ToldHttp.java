package dev.essha.cloud.aws;

import dev.essha.connect.Proxies;
import dev.essha.connect.Proxy;
import dev.essha.connect.Trust;
import dev.essha.wording.Phrase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.http.conn.ConnectTimeoutException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** A client that says what lies between here and a service where nothing gets through: the proxy, or whom one trusts. */
final class ToldHttp implements SdkHttpClient {

    private static final int FORBIDDEN = 403;
    private static final int PROXY_LOGIN = 407;
    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    private final SdkHttpClient http;
    private final Proxies proxies;
    private final Optional<Trust> trust;

    ToldHttp(SdkHttpClient http, Proxies proxies, Optional<Trust> trust) {
        this.http = http;
        this.proxies = proxies;
        this.trust = trust;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = http.prepareRequest(request);
        URI target = request.httpRequest().getUri();
        return new ExecutableHttpRequest() {

            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(prepared, target);
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpExecuteResponse answer(ExecutableHttpRequest request, URI target) throws IOException {
        Optional<Proxy> proxy = proxyOf(target);
        try {
            HttpExecuteResponse answer = request.call();
            if (proxy.isPresent() && isOfProxy(target, answer.httpResponse())) {
                answer.responseBody().ifPresent(body -> body.abort());
                throw refused(proxy.get(), answer.httpResponse(), target);
            }
            return answer;
        } catch (NoRoute e) {
            throw e;
        } catch (IOException e) {
            throw explained(e, proxy, target);
        }
    }

    private Optional<Proxy> proxyOf(URI target) {
        return proxies.to(target.getScheme(), target.getHost(), target.getPort());
    }

    /** A proxy that makes no tunnel answers itself; AWS gives every answer of its own a number, and a registry a version. */
    private static boolean isOfProxy(URI target, SdkHttpResponse answer) {
        int status = answer.statusCode();
        if (status == PROXY_LOGIN) {
            return true;
        }
        boolean noTunnel = status == FORBIDDEN || status >= BAD_GATEWAY && status <= GATEWAY_TIMEOUT;
        return noTunnel
                && target.getScheme().equals("https")
                && answer.headers().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .noneMatch(name -> name.startsWith("x-amz") || name.startsWith("docker-"));
    }

    private static NoRoute refused(Proxy proxy, SdkHttpResponse answer, URI target) {
        return switch (answer.statusCode()) {
            case PROXY_LOGIN ->
                new NoRoute(
                        of(proxy, proxy.login().isPresent() ? "proxy.wants-another-user" : "proxy.wants-a-user"),
                        true,
                        null);
            case FORBIDDEN -> new NoRoute(of(proxy, "proxy.forbids", target.getHost(), exceptions(proxy)), true, null);
            default ->
                new NoRoute(
                        of(proxy, "proxy.does-not-reach", target.getHost(), Integer.toString(answer.statusCode())),
                        false,
                        null);
        };
    }

    /** A sentence about a proxy, whose first arguments are its address and its setting. */
    private static Phrase of(Proxy proxy, String key, String... more) {
        List<Object> args = new ArrayList<>(List.of(proxy.address(), proxy.setting()));
        args.addAll(List.of(more));
        return new Phrase(key, args);
    }

    private IOException explained(IOException seen, Optional<Proxy> proxy, URI target) {
        if (has(seen, CertPathBuilderException.class) || has(seen, CertPathValidatorException.class)) {
            return new NoRoute(untrusted(target), true, seen);
        }
        boolean unreached = has(seen, ConnectException.class)
                || has(seen, ConnectTimeoutException.class)
                || has(seen, UnknownHostException.class);
        if (unreached && proxy.isPresent()) {
            return new NoRoute(of(proxy.get(), "proxy.gone", exceptions(proxy.get())), false, seen);
        }
        return seen;
    }

    private Phrase untrusted(URI target) {
        return trust.map(t -> Phrase.of("trust.not-in-bundle", target.getHost(), t.bundle(), t.setting()))
                .orElseGet(() -> Phrase.of("trust.no-bundle", target.getHost()));
    }

    private static String exceptions(Proxy proxy) {
        return proxy.setting().endsWith(".proxyHost") ? "http.nonProxyHosts" : "NO_PROXY";
    }

    private static boolean has(Throwable seen, Class<? extends Throwable> type) {
        for (Throwable cause = seen; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
