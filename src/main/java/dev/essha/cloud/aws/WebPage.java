package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

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
        try (Transport transport = new Transport(home, home.defaultProfile(), version, PATIENCE)) {
            SdkHttpRequest request = SdkHttpRequest.builder()
                    .method(SdkHttpMethod.GET)
                    .uri(address)
                    .putHeader("Host", address.getAuthority())
                    .putHeader("Accept", "application/json")
                    .putHeader("User-Agent", "ess-ha-installer/" + version)
                    .build();
            return text(transport
                    .http()
                    .prepareRequest(
                            HttpExecuteRequest.builder().request(request).build())
                    .call());
        } catch (CloudException e) {
            throw new IOException(e.failure().message(), e);
        }
    }

    private static String text(HttpExecuteResponse answer) throws IOException {
        int status = answer.httpResponse().statusCode();
        try (AbortableInputStream body = answer.responseBody().orElseGet(AbortableInputStream::createEmpty)) {
            if (status != FOUND) {
                throw new IOException("it answers " + status);
            }
            byte[] read = body.readNBytes(LONGEST + 1);
            if (read.length > LONGEST) {
                throw new IOException("its answer is too long");
            }
            return new String(read, StandardCharsets.UTF_8);
        }
    }
}
