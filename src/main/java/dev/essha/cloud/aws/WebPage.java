package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;

/** A page of the web, read the way that services are reached: through the same proxies, with the same trust. */
public final class WebPage {

    private static final int LONGEST = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FOUND = 200;

    private WebPage() {}

    /**
     * Reads a page; redirections are not followed.
     *
     * @param version of this program, for the user agent
     * @throws IOException with words that name the setting to look at, where one is in the way
     */
    public static String read(AwsHome home, String version, URI address) throws IOException {
        PlainHttp.Request request =
                PlainHttp.Request.of(SdkHttpMethod.GET, address, Map.of("Accept", "application/json"));
        try (Transport transport = new Transport(home, home.defaultProfile(), version, PATIENCE);
                PlainAnswer answer = transport.plain().send(request, Optional.empty())) {
            if (answer.status() != FOUND) {
                throw new IOException("it answers " + answer.status());
            }
            return answer.bytes(LONGEST)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElseThrow(() -> new IOException("its answer is too long"));
        } catch (CloudException e) {
            throw new IOException(e.failure().message(), e);
        }
    }
}
