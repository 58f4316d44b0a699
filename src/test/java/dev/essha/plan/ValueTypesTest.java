package dev.essha.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypesTest {

    private static final Map<String, Function<String, Object>> TYPES = Map.of(
            "account", AccountId::new,
            "cidr", Cidr::parse,
            "domain", DomainName::new,
            "name", DeploymentName::new,
            "region", RegionName::new,
            "zone", ZoneName::new);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        account | 123456789012           | 123456789012
        cidr    | 10.40.0.0/16           | 10.40.0.0/16
        cidr    | ' 192.168.7.9/32 '     | 192.168.7.9/32
        cidr    | 0.0.0.0/0              | 0.0.0.0/0
        cidr    | 255.255.255.255/32     | 255.255.255.255/32
        domain  | Pods.Example.COM.      | pods.example.com
        domain  | büro.example           | xn--bro-hoa.example
        name    | a                      | a
        name    | demo-2                 | demo-2
        region  | us-gov-west-1          | us-gov-west-1
        region  | ap-southeast-7         | ap-southeast-7
        zone    | eu-central-1a          | eu-central-1a
        """)
    void textThatMeansSomethingIsKeptInItsUsualForm(String type, String text, String shown) {
        assertThat(TYPES.get(type).apply(text)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        account | 12345678901     | account.syntax
        account | 12345678901x    | account.syntax
        cidr    | 10.40.0.0       | cidr.syntax
        cidr    | 10.40.0.256/16  | cidr.syntax
        cidr    | 10.40.0.0/33    | cidr.syntax
        cidr    | fd00::/8        | cidr.syntax
        cidr    | 10.40.0.1/16    | cidr.host-bits
        domain  | localhost       | domain.one-label
        domain  | a..example.com  | domain.syntax
        domain  | -a.example.com  | domain.syntax
        domain  | a_b.example.com | domain.syntax
        domain  | ''              | domain.syntax
        name    | Demo            | name.syntax
        name    | 1demo           | name.syntax
        name    | demo-           | name.syntax
        name    | de--mo          | name.syntax
        region  | frankfurt       | region.syntax
        region  | eu-central      | region.syntax
        zone    | eu-central-1    | zone.syntax
        zone    | us-west-2-lax-1a | zone.local
        """)
    void textThatMeansNothingIsRefusedWithASentence(String type, String text, String key) {
        InvalidValue refused =
                catchThrowableOfType(InvalidValue.class, () -> TYPES.get(type).apply(text));

        assertThat(refused.key()).isEqualTo(key);
        assertThat(ProblemText.english().sentence(refused)).doesNotContain(key).endsWith(".");
    }

    @Test
    void aDomainIsAtMost253CharactersLong() {
        String label = "a".repeat(60);
        String longest = String.join(".", label, label, label, label, "a".repeat(9));

        assertThat(new DomainName(longest).value()).hasSize(253);
        assertThatThrownBy(() -> new DomainName("b" + longest)).hasMessageContaining("domain.too-long");
    }

    @Test
    void aRangeWithHostBitsSaysWhichRangeWasMeant() {
        InvalidValue refused = catchThrowableOfType(InvalidValue.class, () -> Cidr.parse("10.40.3.7/20"));

        assertThat(ProblemText.english().sentence(refused)).contains("10.40.0.0/20");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        10.0.0.0/8,    10.255.255.0/24, true,  true
        10.0.0.0/24,   10.0.1.0/24,     false, false
        10.0.1.0/24,   10.0.0.0/16,     false, true
        0.0.0.0/0,     255.0.0.0/8,     true,  true
        10.0.0.0/32,   10.0.0.0/32,     true,  true
        """)
    void rangesKnowWhatTheyContainAndOverlap(String one, String other, boolean contains, boolean overlaps) {
        assertThat(Cidr.parse(one).contains(Cidr.parse(other))).isEqualTo(contains);
        assertThat(Cidr.parse(one).overlaps(Cidr.parse(other))).isEqualTo(overlaps);
    }

    @Test
    void aZoneKnowsItsRegionAndLetter() {
        ZoneName zone = new ZoneName("us-gov-west-1b");

        assertThat(zone.region()).isEqualTo(new RegionName("us-gov-west-1"));
        assertThat(zone.letter()).isEqualTo("b");
    }

    @Test
    void aDomainLiesBelowItsParents() {
        DomainName domain = new DomainName("ess.pods.example.com");

        assertThat(domain.isAtOrBelow(new DomainName("example.com"))).isTrue();
        assertThat(new DomainName("notexample.com").isAtOrBelow(new DomainName("example.com")))
                .isFalse();
        assertThat(domain.parent()).contains(new DomainName("pods.example.com"));
        assertThat(new DomainName("example.com").parent()).isEmpty();
    }
}
