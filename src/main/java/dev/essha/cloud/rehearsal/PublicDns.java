package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Edge.HostedRecord;
import dev.essha.inventory.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every public record there is: those of the account's hosted zones, those that a person adds elsewhere because they were
 * asked for, and those of AWS's own servers.
 */
final class PublicDns {

    /** How many addresses CloudFront answers with. */
    private static final int EDGE_ADDRESSES = 4;

    private final AccountSnapshot account;
    private final RehearsalSettings.Names names;

    PublicDns(AccountSnapshot account, RehearsalSettings.Names names) {
        this.account = account;
        this.names = names;
    }

    /** Records, the hosted zones' own included. */
    List<HostedRecord> all() {
        List<HostedRecord> records = new ArrayList<>();
        names.hostedZones().forEach(zone -> records.addAll(hosted(zone)));
        names.zonesElsewhere().forEach(zone -> records.add(new HostedRecord(zone, "NS", List.of("ns1." + zone), "")));
        person().ifPresent(person -> person.records().forEach(records::add));
        Stream.of(loadBalancers(), accelerators(), distributions())
                .flatMap(own -> own)
                .forEach(records::add);
        return records;
    }

    /** Whoever serves zones elsewhere, if anybody does. */
    Optional<PersonElsewhere> person() {
        return names.recordsAddedAfter().map(delay -> new PersonElsewhere(account, names.zonesElsewhere(), delay));
    }

    List<HostedRecord> hosted(Offer.HostedZone zone) {
        Stream<HostedRecord> own = Stream.of(new HostedRecord(zone.name(), "NS", zone.nameServers(), ""));
        Stream<HostedRecord> validations = account.all(ValidationRecords.CERTIFICATE).stream()
                .filter(c -> ValidationRecords.addedByCloudFormation(c.properties()))
                .flatMap(c -> ValidationRecords.visible(c, account.now()))
                .distinct()
                .filter(r -> DnsNames.isAtOrBelow(r.name(), zone.name()));
        return Stream.of(own, new HostedRecords(account).in(zone.id()), validations)
                .flatMap(records -> records)
                .toList();
    }

    private Stream<HostedRecord> loadBalancers() {
        return account.ready(EdgeView.LOAD_BALANCER).stream()
                .map(b -> addresses(
                        b.attribute("DNSName"), EdgeView.subnets(b).stream().map(s -> EdgeView.address(b, s))));
    }

    private Stream<HostedRecord> accelerators() {
        return account.ready(FrontView.ACCELERATOR).stream()
                .map(a -> addresses(
                        a.attribute("DnsName"),
                        Stream.of(a.attribute("Ipv4Addresses").split(";"))));
    }

    private Stream<HostedRecord> distributions() {
        return account.ready(FrontView.DISTRIBUTION).stream()
                .map(d -> addresses(
                        d.attribute("DomainName"),
                        IntStream.range(0, EDGE_ADDRESSES).mapToObj(i -> Hash.address(Hash.of(d.seed(), "edge", i)))));
    }

    private static HostedRecord addresses(String name, Stream<String> values) {
        return new HostedRecord(DnsNames.bare(name), "A", values.toList(), "");
    }
}
