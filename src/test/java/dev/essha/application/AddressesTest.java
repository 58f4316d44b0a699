package dev.essha.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:5000",
                "https://aws.example.com",
                "https://aws.example.com/region/",
                "http://[::1]:5000"
            })
    void anEndpointIsAnAddressOfTheWeb(String text) {
        assertThat(Addresses.endpoint(text)).contains(URI.create(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.1:5000",
                "ftp://127.0.0.1",
                "http://",
                "http://me:secret@127.0.0.1:5000",
                "http://127.0.0.1/@me",
                "http://with space",
                "http://127.0.0.1:5000 "
            })
    void nothingElseIsAnEndpoint(String text) {
        assertThat(Addresses.endpoint(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,127.0.0.1,53", "127.0.0.1:5354,127.0.0.1,5354", "ns.example.com:65535,ns.example.com,65535"})
    void aNameServerIsAHostAndAPort(String text, String host, int port) {
        InetSocketAddress server = Addresses.nameServer(text).orElseThrow();

        assertThat(server.getHostString()).isEqualTo(host);
        assertThat(server.getPort()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":53",
                " :53",
                "127.0.0.1:",
                "127.0.0.1:dns",
                "127.0.0.1:65536",
                "127.0.0.1:-1",
                "127.0.0.1:123456"
            })
    void nothingElseIsANameServer(String text) {
        assertThat(Addresses.nameServer(text)).isEmpty();
    }
}
