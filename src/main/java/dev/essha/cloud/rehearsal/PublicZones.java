package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Offer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The public hosted zones that are in the account. */
record PublicZones(RehearsalSettings.Names names) {

    /** Ids of those of a domain's own name, or else of its closest parent's. */
    List<String> closestTo(String domain) {
        String closest = above(domain)
                .map(Offer.HostedZone::name)
                .max(Comparator.comparing(String::length))
                .orElse("");
        return above(domain)
                .filter(z -> z.name().equals(closest))
                .map(Offer.HostedZone::id)
                .sorted()
                .toList();
    }

    private Stream<Offer.HostedZone> above(String domain) {
        return names.hostedZones().stream()
                .filter(z -> !z.isPrivate() && DnsNames.isAtOrBelow(DnsNames.bare(domain), z.name()));
    }
}
