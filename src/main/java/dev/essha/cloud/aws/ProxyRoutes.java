package dev.essha.cloud.aws;

import dev.essha.connect.Proxies;
import dev.essha.connect.Proxy;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.Credentials;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.CredentialsProvider;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.conn.DefaultRoutePlanner;
import org.apache.http.protocol.HttpContext;

/**
 * Sends each request through the proxy of its host. The SDK's own proxy settings know one proxy for a client, and take the one
 * of plain HTTP for the services, which are spoken to over TLS.
 */
final class ProxyRoutes extends DefaultRoutePlanner {

    private final Proxies proxies;

    ProxyRoutes(Proxies proxies) {
        super(null);
        this.proxies = proxies;
    }

    /** Who signs in to the proxies: whoever their addresses name. */
    CredentialsProvider credentials() {
        return new BasicCredentialsProvider() {

            @Override
            public Credentials getCredentials(AuthScope scope) {
                return proxies.all()
                        .filter(p -> p.host().equalsIgnoreCase(scope.getHost()) && p.port() == scope.getPort())
                        .flatMap(p -> p.login().stream())
                        .map(l -> new UsernamePasswordCredentials(l.user(), l.password()))
                        .findFirst()
                        .orElse(null);
            }
        };
    }

    @Override
    protected HttpHost determineProxy(HttpHost target, HttpRequest request, HttpContext context) {
        return proxies.to(target.getSchemeName(), target.getHostName(), target.getPort())
                .map(ProxyRoutes::host)
                .orElse(null);
    }

    private static HttpHost host(Proxy proxy) {
        return new HttpHost(proxy.host(), proxy.port(), proxy.scheme());
    }
}
