package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.said.Said;
import dev.essha.connect.BadSetting;
import dev.essha.connect.Proxies;
import dev.essha.connect.Trust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the package connect refuses is said in each language, and in English as it says it itself. */
class BadSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsNoProxy() {
        Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", "socks5://proxy:1080"));

        assertThat(german(() -> proxies.to("https", "sts.amazonaws.com", 443)))
                .isEqualTo("HTTPS_PROXY: Was dort steht, ist kein Proxy wie http://proxy.example.com:3128");
    }

    @Test
    void aFileThatIsNotThere() {
        assertThat(german(new Trust(folder.resolve("gone.pem"), "AWS_CA_BUNDLE")::managers))
                .isEqualTo("AWS_CA_BUNDLE: " + folder.resolve("gone.pem") + " ist nicht zu lesen");
    }

    @Test
    void aFileWithoutCertificates() throws Exception {
        Path file = Files.writeString(folder.resolve("empty.pem"), "nothing\n");

        assertThat(german(new Trust(file, "AWS_CA_BUNDLE")::managers))
                .startsWith("AWS_CA_BUNDLE: In " + file + " stehen keine Zertifikate in PEM");
    }

    @Test
    void aCertificateThatIsBroken() throws Exception {
        Path file = Files.writeString(
                folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        assertThat(german(new Trust(file, "AWS_CA_BUNDLE")::managers))
                .isEqualTo("AWS_CA_BUNDLE: In " + file + " steht ein kaputtes Zertifikat");
    }

    private static String german(ThrowingCallable refused) {
        BadSetting bad = catchThrowableOfType(BadSetting.class, refused);
        CloudFailure failure = AwsFailures.of("connect", bad);
        assertThat(failure).isInstanceOf(CloudFailure.Unreachable.class);
        assertThat(failure.message()).isEqualTo(bad.getMessage());
        return Said.in(Locale.GERMAN).of(failure.said());
    }
}
