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

/** What the package connect refuses is said in each language. */
class BadSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsNoProxy() {
        Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", "socks5://proxy:1080"));

        assertSaid(
                () -> proxies.to("https", "sts.amazonaws.com", 443),
                "HTTPS_PROXY: what it names is no proxy like http://proxy.example.com:3128",
                "HTTPS_PROXY: Was dort steht, ist kein Proxy wie http://proxy.example.com:3128");
    }

    @Test
    void aFileThatIsNotThere() {
        Path file = folder.resolve("gone.pem");

        assertSaid(
                new Trust(file, "AWS_CA_BUNDLE")::managers,
                "AWS_CA_BUNDLE: " + file + " cannot be read",
                "AWS_CA_BUNDLE: " + file + " ist nicht zu lesen");
    }

    @Test
    void aFileWithoutCertificates() throws Exception {
        Path file = Files.writeString(folder.resolve("empty.pem"), "nothing\n");

        assertSaid(
                new Trust(file, "AWS_CA_BUNDLE")::managers,
                "AWS_CA_BUNDLE: " + file + " holds no certificates in PEM (-----BEGIN CERTIFICATE-----)",
                "AWS_CA_BUNDLE: In " + file + " stehen keine Zertifikate in PEM (-----BEGIN CERTIFICATE-----)");
    }

    @Test
    void aCertificateThatIsBroken() throws Exception {
        Path file = Files.writeString(
                folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        assertSaid(
                new Trust(file, "AWS_CA_BUNDLE")::managers,
                "AWS_CA_BUNDLE: " + file + " holds a certificate that is broken",
                "AWS_CA_BUNDLE: In " + file + " steht ein kaputtes Zertifikat");
    }

    private static void assertSaid(ThrowingCallable refused, String english, String german) {
        CloudFailure failure = AwsFailures.of("connect", catchThrowableOfType(BadSetting.class, refused));

        assertThat(failure).isInstanceOf(CloudFailure.Unreachable.class);
        assertThat(failure.message()).isEqualTo(english);
        assertThat(Said.in(Locale.GERMAN).of(failure.said())).isEqualTo(german);
    }
}
