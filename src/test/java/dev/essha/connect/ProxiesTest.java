package dev.essha.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private static final String STS = "sts.eu-central-1.amazonaws.com";

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();

    @Test
    void withoutASettingEverythingGoesStraight() {
        assertThat(to("https", STS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        HTTPS_PROXY, https
        https_proxy, https
        HTTP_PROXY,  http
        http_proxy,  http
        """)
    void theVariableOfTheSchemeCounts(String variable, String scheme) {
        environment.put(variable, "http://proxy.example.com:3128");

        assertThat(to(scheme, STS)).hasValueSatisfying(proxy -> {
            assertThat(proxy.address()).isEqualTo("http://proxy.example.com:3128");
            assertThat(proxy.setting()).isEqualTo(variable);
        });
        assertThat(to(scheme.equals("http") ? "https" : "http", STS)).isEmpty();
    }

    @Test
    void javasPropertiesCountBeforeTheEnvironment() {
        environment.put("HTTPS_PROXY", "http://proxy.example.com:3128");
        environment.put("NO_PROXY", "*");
        properties.put("https.proxyHost", "other.example.com");
        properties.put("https.proxyPort", "8080");

        assertThat(to("https", STS).orElseThrow().address()).isEqualTo("http://other.example.com:8080");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        proxy.example.com,                   http://proxy.example.com:80
        proxy.example.com:3128,              http://proxy.example.com:3128
        https://proxy.example.com,           https://proxy.example.com:443
        http://me:secret@proxy.example.com/, http://proxy.example.com:80
        """)
    void aProxyIsNamedInSeveralWays(String text, String address) {
        environment.put("HTTPS_PROXY", text);

        assertThat(to("https", STS).orElseThrow().address()).isEqualTo(address);
    }

    @Test
    void userAndPasswordAreReadAndNotShown() {
        environment.put("HTTPS_PROXY", "http://me%40corp:p%3Aa+ss@proxy.example.com:3128");

        Proxy proxy = to("https", STS).orElseThrow();
        assertThat(proxy.login().orElseThrow().user()).isEqualTo("me@corp");
        assertThat(proxy.login().orElseThrow().password()).isEqualTo("p:a+ss");
        assertThat(proxy.toString()).doesNotContain("p:a+ss").doesNotContain("p%3Aa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://me:secret@proxy:1080", "http://", "http://a b", "::::"})
    void whatIsNoProxyIsRefusedWithoutShowingIt(String text) {
        environment.put("HTTPS_PROXY", text);

        assertThatThrownBy(() -> to("https", STS))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("HTTPS_PROXY: ")
                .message()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        amazonaws.com                      | true
        .amazonaws.com                     | true
        *.amazonaws.com                    | true
        sts.eu-central-1.AMAZONAWS.com     | true
        *                                  | true
        example.com, amazonaws.com         | true
        amazonaws.com:443                  | true
        amazonaws.com:80                   | false
        aws.com                            | false
        eu-central-1                       | false
        ec2.eu-central-1.amazonaws.com     | false
        """)
    void exceptionsAreHostsWithTheHostsBelowThem(String exceptions, boolean straight) {
        environment.put("HTTPS_PROXY", "http://proxy.example.com:3128");
        environment.put("NO_PROXY", exceptions);

        assertThat(to("https", STS).isEmpty()).isEqualTo(straight);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        *.amazonaws.com,                true
        localhost|*.amazonaws.com,      true
        sts.*,                          true
        amazonaws.com,                  false
        """)
    void exceptionsOfThePropertiesArePatterns(String exceptions, boolean straight) {
        properties.put("https.proxyHost", "proxy.example.com");
        properties.put("http.nonProxyHosts", exceptions);

        assertThat(to("https", STS).isEmpty()).isEqualTo(straight);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "[::1]", "::1", "LOCALHOST", "a.localhost"})
    void thisComputerIsReachedStraight(String host) {
        environment.put("HTTP_PROXY", "http://proxy.example.com:3128");

        assertThat(to("http", host)).isEmpty();
    }

    private Optional<Proxy> to(String scheme, String host) {
        return Proxies.of(environment, properties::get).to(scheme, host, -1);
    }
}
