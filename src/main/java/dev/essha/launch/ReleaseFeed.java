package dev.essha.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.essha.application.Releases;
import dev.essha.cloud.aws.AwsHome;
import dev.essha.cloud.aws.WebPage;
import dev.essha.connect.ThisComputer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the address that the build names, or {@code ESS_HA_RELEASES}, for the newest release.
 *
 * @see <a href="https://docs.github.com/en/rest/releases/releases#get-the-latest-release">Form of the answer</a>
 */
final class ReleaseFeed implements Releases {

    private static final String VARIABLE = "ESS_HA_RELEASES";
    private static final Pattern VERSION = Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(-[\\w.]{1,40})?");

    private final Surroundings surroundings;
    private final String version;

    ReleaseFeed(Surroundings surroundings, String version) {
        this.surroundings = surroundings;
        this.version = version;
    }

    @Override
    public Answer ask() {
        Optional<URI> address = address();
        if (address.isEmpty()) {
            return new Answer.Unknown(
                    "this build does not say where newer versions are told of",
                    "Name an https address in " + VARIABLE + ", or look where you got the program from.");
        }
        try {
            AwsHome home = new AwsHome(surroundings.home(), surroundings.environment());
            return answer(new JsonMapper().readTree(WebPage.read(home, version, address.get())))
                    .orElseGet(() -> unknown(address.get(), "its answer names no version"));
        } catch (JsonProcessingException e) {
            return unknown(address.get(), "its answer is no JSON");
        } catch (IOException e) {
            return unknown(address.get(), e.getMessage());
        }
    }

    private static Answer unknown(URI address, String reason) {
        return new Answer.Unknown(
                "%s does not tell of versions: %s".formatted(address.getAuthority(), reason),
                "Look at the network, the proxy (HTTPS_PROXY) and the address, or look where you got the program"
                        + " from.");
    }

    private Optional<Answer> answer(JsonNode release) {
        Matcher newest = VERSION.matcher(release.path("tag_name").asText());
        Matcher current = VERSION.matcher(version);
        if (!newest.matches() || !current.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                isBefore(current, newest)
                        ? new Answer.Newer(version, newest.group().replaceFirst("^v", ""), page(release))
                        : new Answer.Newest(version));
    }

    /** What comes before a release is older than it. */
    private static boolean isBefore(Matcher current, Matcher newest) {
        for (int part = 1; part <= 3; part++) {
            int compared = Integer.compare(Integer.parseInt(current.group(part)), Integer.parseInt(newest.group(part)));
            if (compared != 0) {
                return compared < 0;
            }
        }
        return current.group(4) != null && newest.group(4) == null;
    }

    private static Optional<URI> page(JsonNode release) {
        return parsed(release.path("html_url").asText()).filter(page -> "https".equals(page.getScheme()));
    }

    /** Nobody on the way may say what the newest version is: only this computer may be asked without TLS. */
    private Optional<URI> address() {
        return surroundings
                .variable(VARIABLE)
                .or(ReleaseFeed::ofBuild)
                .flatMap(ReleaseFeed::parsed)
                .filter(uri -> uri.getHost() != null)
                .filter(uri -> "https".equals(uri.getScheme())
                        || "http".equals(uri.getScheme()) && ThisComputer.is(uri.getHost()));
    }

    private static Optional<String> ofBuild() {
        try (InputStream in = ReleaseFeed.class.getResourceAsStream("releases.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty("address"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
