package dev.essha.pipeline;

import dev.essha.inventory.Offer;
import dev.essha.plan.DomainName;
import dev.essha.wording.Phrase;
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
                .orElseThrow(() -> new StageException(Phrase.of("zone.none", domain), Phrase.of("zone.none.advice")));
        List<Offer.HostedZone> closest =
                open.stream().filter(z -> z.name().equals(name)).toList();
        if (closest.size() > 1) {
            throw new StageException(
                    Phrase.of(
                            "zone.several",
                            closest.size(),
                            name,
                            closest.stream().map(Offer.HostedZone::id).toList()),
                    Phrase.of("zone.several.advice"));
        }
        return closest.getFirst();
    }
}
