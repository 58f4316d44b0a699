package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

class RegistryConnectionTest {

    /** The login goes there. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        localhost:5000,          http
        127.0.0.1:5000,          http
        registry.localhost:5000, https
        registry.example.com,    https
        """)
    void onlyThisComputerIsAskedWithoutTls(String host, String scheme) {
        RegistryConnection connection = new RegistryConnection(
                new PlainHttp(ApacheHttpClient.create(), "test"), host, new RegistryLogin("me", "token"));

        assertThat(connection.address("a/b", "/manifests/1").getScheme()).isEqualTo(scheme);
    }
}
