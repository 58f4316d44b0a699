package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebPageTest {

    @TempDir
    private Path folder;

    /** It is somebody's setting and no defect of the program. */
    @Test
    void aProxyThatIsNoneIsNamed() {
        AwsHome home = new AwsHome(folder, Map.of("HTTPS_PROXY", "socks5://me:secret@proxy:1080"));

        assertThatIOException()
                .isThrownBy(() -> WebPage.read(home, "1.0", URI.create("https://example.com/newest.json")))
                .withMessage("HTTPS_PROXY: what it names is no proxy like http://proxy.example.com:3128");
    }
}
