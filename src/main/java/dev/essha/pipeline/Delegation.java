package dev.essha.pipeline;

import dev.essha.cloud.Cloud;
import dev.essha.inventory.Offer;
import dev.essha.plan.DomainName;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Who answers for a domain: by the name servers that the public is sent to. */
final class Delegation {

    private Delegation() {}

    /** Whether the public still asks a hosted zone of this account, so that the records in it are in use. */
    static boolean isToAccount(Cloud cloud, DomainName domain) {
        return cloud.offers().hostedZones(domain).stream()
                .filter(zone -> !zone.isPrivate())
                .anyMatch(zone -> isTo(zone, cloud));
    }

    private static boolean isTo(Offer.HostedZone zone, Cloud cloud) {
        Set<String> own = names(zone.nameServers());
        return names(cloud.resolver().lookUp(zone.name(), "NS").values()).stream()
                .anyMatch(own::contains);
    }

    private static Set<String> names(Collection<String> servers) {
        return servers.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""))
                .collect(Collectors.toSet());
    }
}
