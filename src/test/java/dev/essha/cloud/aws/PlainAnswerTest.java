package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

class PlainAnswerTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void whatIsShortIsReadToItsEnd() throws IOException {
        answer(new Body(PlainAnswer.SHORT - 1, true)).close();

        assertThat(done).containsExactly("closed");
    }

    /** Its next byte would fail the test: the line may be silent by then. */
    @Test
    void whatIsLongIsNotWaitedFor() throws IOException {
        answer(new Body(PlainAnswer.SHORT, false)).close();

        assertThat(done).containsExactly("aborted", "closed");
    }

    @Test
    void aLineThatBreaksIsClosedAllTheSame() {
        PlainAnswer answer = answer(new Body(10, false));

        assertThatThrownBy(answer::close).isInstanceOf(IOException.class).hasMessage("read too far");
        assertThat(done).containsExactly("aborted", "closed");
    }

    private PlainAnswer answer(InputStream body) {
        return new PlainAnswer(HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder().statusCode(200).build())
                .responseBody(AbortableInputStream.create(body, () -> done.add("aborted")))
                .build());
    }

    /** Gives so many bytes, and then its end or a failure. */
    private final class Body extends InputStream {

        private final boolean ends;
        private int left;

        Body(int length, boolean ends) {
            this.left = length;
            this.ends = ends;
        }

        @Override
        public int read() throws IOException {
            if (left > 0) {
                left--;
                return 'x';
            }
            if (!ends) {
                throw new IOException("read too far");
            }
            return -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = Math.min(length, left);
            left -= read;
            return read > 0 || length == 0 ? read : read();
        }

        @Override
        public void close() {
            done.add("closed");
        }
    }
}
