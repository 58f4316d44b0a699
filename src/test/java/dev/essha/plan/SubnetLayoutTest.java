package dev.essha.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubnetLayoutTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        10.40.0.0/16, 3, 10.40.0.0/19, 10.40.224.0/24
        10.40.0.0/16, 4, 10.40.0.0/19, 10.40.224.0/24
        10.40.0.0/16, 6, 10.40.0.0/20, 10.40.240.0/25
        10.40.0.0/20, 3, 10.40.0.0/23, 10.40.14.0/28
        10.40.0.0/23, 3, 10.40.0.0/26, 10.40.1.192/28
        """)
    void theFirstZoneStartsAtTheFrontAndItsPublicSubnetInTheLastPart(
            String vpc, int zones, String firstPrivate, String firstPublic) {
        SubnetLayout first =
                SubnetLayout.of(Cidr.parse(vpc), zones).orElseThrow().getFirst();

        assertThat(first).isEqualTo(new SubnetLayout(Cidr.parse(firstPublic), Cidr.parse(firstPrivate)));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/16, 3", "10.0.0.0/16, 26", "172.16.0.0/18, 4", "192.168.0.0/22, 3", "10.0.0.0/16, 1"})
    void allSubnetsAreInTheVpcAndApart(String vpc, int zones) {
        List<Cidr> all = SubnetLayout.of(Cidr.parse(vpc), zones).orElseThrow().stream()
                .flatMap(l -> Stream.of(l.publicCidr(), l.privateCidr()))
                .sorted()
                .toList();

        assertThat(all).hasSize(2 * zones).allMatch(Cidr.parse(vpc)::contains);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i - 1).overlaps(all.get(i))).isFalse();
        }
    }

    @Test
    void aFourthZoneLeavesTheOthersAsTheyAre() {
        Cidr vpc = Cidr.parse("10.40.0.0/16");

        assertThat(SubnetLayout.of(vpc, 4).orElseThrow())
                .startsWith(SubnetLayout.of(vpc, 3).orElseThrow().toArray(SubnetLayout[]::new));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/24, 3", "10.0.0.0/28, 3", "10.0.0.0/20, 60", "0.0.0.0/0, 40000"})
    void aVpcThatIsTooSmallHasNoLayout(String vpc, int zones) {
        assertThat(SubnetLayout.of(Cidr.parse(vpc), zones)).isEmpty();
    }
}
