package dev.essha.cloud.aws;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a registry wants to see before it lets anybody in: {@code Bearer realm="https://...",service="...",scope="..."}.
 *
 * @param scheme in small letters
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Token authentication</a>
 */
record RegistryChallenge(String scheme, Map<String, String> parameters) {

    private static final Pattern SCHEME = Pattern.compile("\\s*([A-Za-z]+)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z_]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))");

    /** Of the header {@code WWW-Authenticate}. */
    static Optional<RegistryChallenge> of(String header) {
        Matcher scheme = SCHEME.matcher(header);
        if (!scheme.matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(scheme.group(2) == null ? "" : scheme.group(2));
        while (parameter.find()) {
            parameters.put(
                    parameter.group(1).toLowerCase(Locale.ROOT),
                    parameter.group(2) == null ? parameter.group(3) : parameter.group(2));
        }
        return Optional.of(new RegistryChallenge(scheme.group(1).toLowerCase(Locale.ROOT), parameters));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
