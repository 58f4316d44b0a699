package dev.essha.cloud.aws;

import dev.essha.cloud.CloudException;
import dev.essha.connect.BadSetting;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** HTTP for what the SDK has no client of: the way that its clients go, and under the same name. */
final class PlainHttp {

    private final SdkHttpClient http;
    private final String userAgent;

    PlainHttp(SdkHttpClient http, String userAgent) {
        this.http = http;
        this.userAgent = userAgent;
    }

    /** What is sent, which may be read more than once. */
    record Content(long length, Source source) {

        static final Content EMPTY = new Content(0, InputStream::nullInputStream);
    }

    /** Where bytes come from. */
    interface Source {

        InputStream open() throws IOException;
    }

    /** A request. */
    record Request(SdkHttpMethod method, URI address, Map<String, String> headers, Optional<Content> content) {

        static Request of(SdkHttpMethod method, URI address, Map<String, String> headers) {
            return new Request(method, address, headers, Optional.empty());
        }

        Request at(URI other) {
            return new Request(method, other, headers, content);
        }
    }

    /**
     * Sends a request; redirections are not followed.
     *
     * @param authorization the value of the header; empty = none
     * @return to be closed
     * @throws CloudException {@link dev.essha.cloud.CloudFailure.Unreachable} where a proxy is set that is none
     */
    PlainAnswer send(Request request, Optional<String> authorization) throws IOException {
        SdkHttpRequest.Builder asked = SdkHttpRequest.builder()
                .method(request.method())
                .uri(request.address())
                .putHeader("Host", request.address().getAuthority())
                .putHeader("User-Agent", userAgent);
        request.headers().forEach(asked::putHeader);
        authorization.ifPresent(value -> asked.putHeader("Authorization", value));
        if (request.content().isEmpty()) {
            return call(HttpExecuteRequest.builder().request(asked.build()));
        }
        Content content = request.content().get();
        asked.putHeader("Content-Length", Long.toString(content.length()));
        try (InputStream bytes = content.source().open()) {
            return call(HttpExecuteRequest.builder().request(asked.build()).contentStreamProvider(() -> bytes));
        }
    }

    private PlainAnswer call(HttpExecuteRequest.Builder request) throws IOException {
        try {
            return new PlainAnswer(http.prepareRequest(request.build()).call());
        } catch (BadSetting e) {
            throw new CloudException(AwsFailures.of("connect", e), e);
        }
    }
}
