package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Offer;
import dev.essha.plan.AccountId;
import dev.essha.plan.DomainName;
import dev.essha.plan.NetworkPlan;
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
 * @param region where everything stands that AWS does not keep in one place for all regions
 * @param clock real, compressed or virtual; whatever takes time takes it by this clock
 * @param stateFile where the account is kept between runs of the program; empty for one that is forgotten
 * @param names what there is of DNS
 * @param network with the VPC that is in the account already; empty where there is none
 */
public record RehearsalSettings(
        AccountId account,
        RegionName region,
        InstantSource clock,
        Optional<Path> stateFile,
        Names names,
        Optional<NetworkPlan> network) {

    private static final Duration PLAUSIBLE = Duration.ofMinutes(3);

    /**
     * What there is of DNS before anything is installed.
     *
     * @param hostedZones the public hosted zones that are in the account already
     * @param zonesElsewhere names of the zones that other DNS providers serve
     * @param recordsAddedAfter how long the person at another DNS provider takes to add the records that are asked for;
     *     empty for a person who never does
     */
    public record Names(
            List<Offer.HostedZone> hostedZones, List<String> zonesElsewhere, Optional<Duration> recordsAddedAfter) {

        public Names {
            hostedZones = List.copyOf(hostedZones);
            zonesElsewhere = List.copyOf(zonesElsewhere);
        }
    }

    /** An account without hosted zones that is forgotten, with a person who adds records within three minutes. */
    public static RehearsalSettings of(AccountId account, RegionName region, InstantSource clock) {
        Names none = new Names(List.of(), List.of(), Optional.of(PLAUSIBLE));
        return new RehearsalSettings(account, region, clock, Optional.empty(), none, Optional.empty());
    }

    public RehearsalSettings withStateFile(Path file) {
        return new RehearsalSettings(account, region, clock, Optional.of(file), names, network);
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
        return with(new Names(List.of(made), names.zonesElsewhere(), names.recordsAddedAfter()));
    }

    /** With another provider that serves the zone that a domain is in. */
    public RehearsalSettings withZoneElsewhereFor(DomainName domain) {
        return withZoneElsewhere(domain.parent().orElse(domain));
    }

    /** With another provider that serves a zone. */
    public RehearsalSettings withZoneElsewhere(DomainName zone) {
        return with(new Names(names.hostedZones(), List.of(zone.value()), names.recordsAddedAfter()));
    }

    public RehearsalSettings withRecordsAddedAfter(Optional<Duration> delay) {
        return with(new Names(names.hostedZones(), names.zonesElsewhere(), delay));
    }

    /** With the VPC and the subnets that a plan says are there already; without one if it creates them. */
    public RehearsalSettings withVpcOf(NetworkPlan plan) {
        Optional<NetworkPlan> existing = plan.existingVpc().map(vpc -> plan);
        return new RehearsalSettings(account, region, clock, stateFile, names, existing);
    }

    private RehearsalSettings with(Names others) {
        return new RehearsalSettings(account, region, clock, stateFile, others, network);
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
