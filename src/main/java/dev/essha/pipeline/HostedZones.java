package dev.essha.pipeline;

import dev.essha.inventory.Offer;
import dev.essha.plan.DomainName;
import java.util.Comparator;
import java.util.List;

/** Finds the public hosted zone that a domain's records belong into: its own, or else the closest parent's. */
final class HostedZones {

    private HostedZones() {}

    /** @throws StageException where there is none, or where two of the same name leave open which one is delegated to */
    static Offer.HostedZone closest(DomainName domain, List<Offer.HostedZone> zones) {
        List<Offer.HostedZone> open = zones.stream().filter(z -> !z.isPrivate()).toList();
        String name = open.stream()
                .map(Offer.HostedZone::name)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new StageException(
                        "there is no public hosted zone for %s in this account".formatted(domain),
                        "Create one in Route 53 and delegate the domain to it, or set domain.dns to elsewhere."));
        List<Offer.HostedZone> closest =
                open.stream().filter(z -> z.name().equals(name)).toList();
        if (closest.size() > 1) {
            throw new StageException(
                    "there are %d public hosted zones for %s: %s"
                            .formatted(
                                    closest.size(),
                                    name,
                                    closest.stream().map(Offer.HostedZone::id).toList()),
                    "Name the one that the domain is delegated to in domain.hostedZoneId.");
        }
        return closest.getFirst();
    }
}
