package dev.essha.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.essha.inventory.Offer;
import dev.essha.plan.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostedZonesTest {

    private static final DomainName DOMAIN = new DomainName("ess.eu.example.com");

    @Test
    void theClosestPublicZoneIsChosen() {
        List<Offer.HostedZone> zones = List.of(
                zone("ZPARENT", "example.com", false),
                zone("ZCLOSE", "eu.example.com", false),
                zone("ZPRIVATE", "ess.eu.example.com", true));

        assertThat(HostedZones.closest(DOMAIN, zones).id()).isEqualTo("ZCLOSE");
    }

    @Test
    void twoOfTheSameNameAreLeftToThePerson() {
        List<Offer.HostedZone> zones =
                List.of(zone("ZONE", "example.com", false), zone("ZOTHER", "example.com", false));

        assertThatThrownBy(() -> HostedZones.closest(DOMAIN, zones))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("ZONE")
                .hasMessageContaining("ZOTHER");
    }

    @Test
    void noneIsAFailureThatNamesTheDomain() {
        assertThatThrownBy(() -> HostedZones.closest(DOMAIN, List.of(zone("Z", "example.com", true))))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("ess.eu.example.com");
    }

    private static Offer.HostedZone zone(String id, String name, boolean isPrivate) {
        return new Offer.HostedZone(id, name, isPrivate, List.of());
    }
}
