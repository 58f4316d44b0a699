package dev.essha.cloud.aws;

import dev.essha.connect.Proxies;
import dev.essha.connect.Proxy;
import dev.essha.connect.Trust;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
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
        String through = "The proxy " + proxy.address() + " of " + proxy.setting();
        return switch (answer.statusCode()) {
            case PROXY_LOGIN -> new NoRoute(through + wanted(proxy), true, null);
            case FORBIDDEN -> new NoRoute(through + forbidden(proxy, target), true, null);
            default ->
                new NoRoute(
                        "%s does not reach %s (%d)".formatted(through, target.getHost(), answer.statusCode()),
                        false,
                        null);
        };
    }

    private static String wanted(Proxy proxy) {
        String problem = proxy.login().isPresent() ? "does not accept the user and password" : "wants a user";
        return " %s that %s names: http://user:password@host:port".formatted(problem, proxy.setting());
    }

    private static String forbidden(Proxy proxy, URI target) {
        return " does not let requests through to %s (403). Have it allowed there, or name the host in %s"
                .formatted(target.getHost(), exceptions(proxy));
    }

    private IOException explained(IOException seen, Optional<Proxy> proxy, URI target) {
        if (has(seen, CertPathBuilderException.class) || has(seen, CertPathValidatorException.class)) {
            return new NoRoute(untrusted(target), true, seen);
        }
        boolean unreached = has(seen, ConnectException.class)
                || has(seen, ConnectTimeoutException.class)
                || has(seen, UnknownHostException.class);
        if (unreached && proxy.isPresent()) {
            return new NoRoute(
                    "The proxy %s of %s cannot be reached. Look at %s; hosts that need no proxy stand in %s"
                            .formatted(
                                    proxy.get().address(),
                                    proxy.get().setting(),
                                    proxy.get().setting(),
                                    exceptions(proxy.get())),
                    false,
                    seen);
        }
        return seen;
    }

    private String untrusted(URI target) {
        return "The certificate of " + target.getHost() + " is of an authority that is not trusted here. "
                + trust.map(t -> "%s, which %s names, does not hold it".formatted(t.bundle(), t.setting()))
                        .orElse("Where a proxy opens TLS, name a file with its authority's certificate in"
                                + " AWS_CA_BUNDLE, or as ca_bundle in the profile");
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
