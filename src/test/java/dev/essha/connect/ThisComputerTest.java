package dev.essha.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThisComputerTest {

    /** Whoever answers for a name below localhost may be somebody else. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        localhost,             true,  true
        LocalHost,             true,  true
        127.0.0.1,             true,  true
        127.255.1.2,           true,  true
        [::1],                 true,  true
        ::1,                   true,  true
        registry.localhost,    false, true
        127.0.0.256,           false, false
        127.0.0.1.example.com, false, false
        localhost.example.com, false, false
        notlocalhost,          false, false
        example.com,           false, false
        """)
    void namesBelowLocalhostNeedNoProxyButProveNothing(String host, boolean here, boolean meant) {
        assertThat(ThisComputer.is(host)).isEqualTo(here);
        assertThat(ThisComputer.isMeantBy(host)).isEqualTo(meant);
    }
}
