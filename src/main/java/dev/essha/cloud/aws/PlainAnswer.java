package dev.essha.cloud.aws;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** What came back over HTTP. */
final class PlainAnswer implements AutoCloseable {

    /** Less than that is read of what nobody wants, so that the connection can be used again; more is not waited for. */
    static final int SHORT = 1 << 20;

    private final HttpExecuteResponse answer;
    private final AbortableInputStream body;

    PlainAnswer(HttpExecuteResponse answer) {
        this.answer = answer;
        this.body = answer.responseBody().orElseGet(AbortableInputStream::createEmpty);
    }

    int status() {
        return answer.httpResponse().statusCode();
    }

    /** The first of a name; empty text where there is none. */
    String header(String name) {
        return answer.httpResponse().firstMatchingHeader(name).orElse("");
    }

    List<String> headers(String name) {
        return answer.httpResponse().matchingHeaders(name);
    }

    /** Closing it closes the answer. */
    InputStream body() {
        return body;
    }

    /**
     * The whole body.
     *
     * @return empty if it is longer than that
     */
    Optional<byte[]> bytes(int longest) throws IOException {
        byte[] read = body.readNBytes(longest + 1);
        return Optional.of(read).filter(r -> r.length <= longest);
    }

    @Override
    public void close() throws IOException {
        boolean ended = false;
        try {
            ended = body.readNBytes(SHORT).length < SHORT;
        } finally {
            end(ended);
        }
    }

    /** Without an abort, closing reads the rest. */
    private void end(boolean ended) throws IOException {
        try (body) {
            if (!ended) {
                body.abort();
            }
        }
    }
}
