package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Offer;
import dev.essha.plan.AccountId;
import dev.essha.plan.DomainName;
import dev.essha.plan.RegionName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an account in memory is like.
 *
 * @param clock real, compressed or virtual; whatever takes time takes it by this clock
 * @param stateFile where the account is kept between runs of the program; empty for one that is forgotten
 * @param hostedZones the public hosted zones that are in the account already
 * @param zonesElsewhere names of the zones that other DNS providers serve
 * @param recordsAddedAfter how long the person at another DNS provider takes to add the records that are asked for; empty
 *     for a person who never does
 */
public record RehearsalSettings(
        AccountId account,
        RegionName region,
        InstantSource clock,
        Optional<Path> stateFile,
        List<Offer.HostedZone> hostedZones,
        List<String> zonesElsewhere,
        Optional<Duration> recordsAddedAfter) {

    private static final Duration PLAUSIBLE = Duration.ofMinutes(3);

    public RehearsalSettings {
        hostedZones = List.copyOf(hostedZones);
        zonesElsewhere = List.copyOf(zonesElsewhere);
    }

    /** An account without hosted zones that is forgotten, with a person who adds records within three minutes. */
    public static RehearsalSettings of(AccountId account, RegionName region, InstantSource clock) {
        return new RehearsalSettings(
                account, region, clock, Optional.empty(), List.of(), List.of(), Optional.of(PLAUSIBLE));
    }

    public RehearsalSettings withStateFile(Path file) {
        return new RehearsalSettings(
                account, region, clock, Optional.of(file), hostedZones, zonesElsewhere, recordsAddedAfter);
    }

    /**
     * With a public hosted zone that a domain can be written into: that of its parent, its own where the parent is a
     * top-level domain.
     *
     * @param id what a plan calls it; made up if empty
     */
    public RehearsalSettings withHostedZoneFor(DomainName domain, Optional<String> id) {
        return withHostedZone(domain.parent().orElse(domain), id);
    }

    public RehearsalSettings withHostedZone(DomainName zone, Optional<String> id) {
        String hash = Hash.of("hosted zone", zone);
        Offer.HostedZone made = new Offer.HostedZone(
                id.orElse("Z" + hash.substring(0, 19).toUpperCase(Locale.ROOT)),
                zone.value(),
                false,
                nameServers(hash));
        return new RehearsalSettings(
                account, region, clock, stateFile, List.of(made), zonesElsewhere, recordsAddedAfter);
    }

    /** With another provider that serves the zone that a domain is in. */
    public RehearsalSettings withZoneElsewhereFor(DomainName domain) {
        List<String> zone = List.of(domain.parent().orElse(domain).value());
        return new RehearsalSettings(account, region, clock, stateFile, hostedZones, zone, recordsAddedAfter);
    }

    public RehearsalSettings withRecordsAddedAfter(Optional<Duration> delay) {
        return new RehearsalSettings(account, region, clock, stateFile, hostedZones, zonesElsewhere, delay);
    }

    /** Route 53 gives each zone four servers, in four top-level domains. */
    private static List<String> nameServers(String hash) {
        int number = Integer.parseInt(hash.substring(0, 2), 16);
        return List.of(
                "ns-%d.awsdns-%02d.com".formatted(number, number % 64),
                "ns-%d.awsdns-%02d.net".formatted(number + 512, number % 64),
                "ns-%d.awsdns-%02d.org".formatted(number + 1024, number % 64),
                "ns-%d.awsdns-%02d.co.uk".formatted(number + 1536, number % 64));
    }
}
