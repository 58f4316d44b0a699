package dev.essha.connect;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A proxy for HTTP. Its text does not show the password.
 *
 * @param scheme how it is spoken to, {@code http} or {@code https}
 * @param login who it asks for; empty where it asks nobody
 * @param setting where it is named, {@code HTTPS_PROXY}
 */
public record Proxy(String scheme, String host, int port, Optional<Login> login, String setting) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Its text does not show the password. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }

        private static Login of(String userInfo) {
            String[] parts = userInfo.split(":", 2);
            return new Login(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }

    /**
     * As variables name one: {@code http://user:password@host:port}, of which only the host has to be there.
     *
     * @throws BadSetting if it is something else
     */
    static Proxy of(String setting, String text) {
        URI uri = parsed(setting, text.contains("://") ? text : "http://" + text);
        String scheme = uri.getScheme();
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw unreadable(setting);
        }
        return new Proxy(
                scheme,
                uri.getHost(),
                uri.getPort() < 0 ? usualPort(scheme) : uri.getPort(),
                Optional.ofNullable(uri.getRawUserInfo()).map(Login::of),
                setting);
    }

    static int usualPort(String scheme) {
        return scheme.equals("https") ? HTTPS : HTTP;
    }

    /** Without user and password. */
    public String address() {
        return scheme + "://" + host + ":" + port;
    }

    private static URI parsed(String setting, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw unreadable(setting);
        }
    }

    /** The text is not shown: a password may be in it. */
    private static BadSetting unreadable(String setting) {
        return new BadSetting(setting, BadSetting.Problem.NO_PROXY, "");
    }
}
