package dev.essha.connect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which hosts are reached through which proxy. Java's system properties count first, then the variables that the AWS CLI heeds
 * too, written small or large. This computer itself is never reached through a proxy.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-proxy.html">Proxies of the AWS CLI</a>
 * @see <a href="https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/net/doc-files/net-properties.html">Networking properties</a>
 */
public final class Proxies {

    private final Map<String, String> environment;
    private final UnaryOperator<String> properties;

    private Proxies(Map<String, String> environment, UnaryOperator<String> properties) {
        this.environment = environment;
        this.properties = properties;
    }

    /** @param environment the environment's variables */
    public static Proxies of(Map<String, String> environment) {
        return new Proxies(environment, System::getProperty);
    }

    /** @param properties gives a system property, or null */
    static Proxies of(Map<String, String> environment, UnaryOperator<String> properties) {
        return new Proxies(environment, properties);
    }

    /** Every proxy that is named. */
    public Stream<Proxy> all() {
        return Stream.of("https", "http").flatMap(scheme -> named(scheme).stream());
    }

    /**
     * Where requests go that are meant for a host; empty = there straight.
     *
     * @param scheme of the address, {@code http} or {@code https}
     * @param port of the address; less than zero = the usual one of the scheme
     * @throws BadSetting if what is set cannot be read
     */
    public Optional<Proxy> to(String scheme, String host, int port) {
        String wanted = host.toLowerCase(Locale.ROOT);
        if (ThisComputer.isMeantBy(wanted)) {
            return Optional.empty();
        }
        return named(scheme).filter(proxy -> !isException(proxy, wanted, port < 0 ? Proxy.usualPort(scheme) : port));
    }

    private Optional<Proxy> named(String scheme) {
        return ofProperties(scheme)
                .or(() -> variable(scheme + "_proxy").map(text -> Proxy.of(variableName(scheme + "_proxy"), text)));
    }

    private Optional<Proxy> ofProperties(String scheme) {
        String name = scheme + ".proxyHost";
        return property(name)
                .map(host -> Proxy.of(
                        name,
                        host + property(scheme + ".proxyPort").map(p -> ":" + p).orElse("")));
    }

    /** The list of exceptions is that of the place which names the proxy. */
    private boolean isException(Proxy proxy, String host, int port) {
        return proxy.setting().endsWith(".proxyHost") ? byProperty(host) : byVariable(host, port);
    }

    private boolean byProperty(String host) {
        return entries(property("http.nonProxyHosts"), "\\|")
                .map(entry -> Pattern.quote(entry).replace("*", "\\E.*\\Q"))
                .anyMatch(host::matches);
    }

    private boolean byVariable(String host, int port) {
        return entries(variable("no_proxy"), "[,\\s]+").anyMatch(entry -> covers(entry, host, port));
    }

    /** {@code *}, a host with the hosts below it, with or without a dot before it, and a port behind it. */
    private static boolean covers(String entry, String host, int port) {
        List<String> parts = Arrays.asList(entry.split(":(?=\\d+$)"));
        String name = parts.getFirst().replaceFirst("^\\*?\\.", "");
        boolean rightPort = parts.size() == 1 || parts.getLast().equals(Integer.toString(port));
        return rightPort && (name.equals("*") || host.equals(name) || host.endsWith("." + name));
    }

    private static Stream<String> entries(Optional<String> list, String separator) {
        return list.stream()
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split(separator)))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty());
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(properties.apply(name)).filter(v -> !v.isBlank());
    }

    private Optional<String> variable(String small) {
        return Optional.ofNullable(environment.get(variableName(small)))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    private String variableName(String small) {
        return environment.getOrDefault(small, "").isBlank() ? small.toUpperCase(Locale.ROOT) : small;
    }
}
