package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Edge;
import dev.essha.inventory.Offer;
import dev.essha.plan.DnsRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every public record there is: those of the account's hosted zones, those that a person adds elsewhere because they were
 * asked for, and those of AWS's own servers.
 */
final class PublicDns {

    private final AccountSnapshot account;
    private final RehearsalSettings settings;

    PublicDns(AccountSnapshot account, RehearsalSettings settings) {
        this.account = account;
        this.settings = settings;
    }

    /** Records, the hosted zones' own included. */
    List<Edge.HostedRecord> all() {
        List<Edge.HostedRecord> records = new ArrayList<>();
        settings.hostedZones().forEach(zone -> records.addAll(hosted(zone)));
        settings.zonesElsewhere()
                .forEach(zone -> records.add(new Edge.HostedRecord(zone, "NS", List.of("ns1." + zone), "")));
        records.addAll(addedByPerson());
        records.addAll(ofLoadBalancers());
        return records;
    }

    List<Edge.HostedRecord> hosted(Offer.HostedZone zone) {
        Stream<Edge.HostedRecord> own = Stream.of(new Edge.HostedRecord(zone.name(), "NS", zone.nameServers(), ""));
        Stream<Edge.HostedRecord> sets = account.ready("AWS::Route53::RecordSet").stream()
                .map(Live::properties)
                .filter(p -> p.text("HostedZoneId").equals(zone.id()))
                .map(PublicDns::record);
        Stream<Edge.HostedRecord> validations = certificates()
                .filter(c -> ValidationRecords.addedByCloudFormation(c.properties()))
                .flatMap(this::validations)
                .filter(r -> DnsNames.isAtOrBelow(r.name(), zone.name()));
        return Stream.of(own, sets, validations).flatMap(s -> s).toList();
    }

    private static Edge.HostedRecord record(Properties set) {
        return new Edge.HostedRecord(
                DnsNames.bare(set.text("Name")),
                set.text("Type"),
                set.texts("ResourceRecords").stream().map(DnsNames::bare).toList(),
                DnsNames.bare(set.text("AliasTarget.DNSName")));
    }

    private Stream<Live> certificates() {
        return account.all("AWS::CertificateManager::Certificate").stream();
    }

    private Stream<Edge.HostedRecord> validations(Live certificate) {
        if (account.now().isBefore(ValidationRecords.addedAt(certificate))) {
            return Stream.empty();
        }
        return ValidationRecords.of(certificate).stream().map(PublicDns::plain);
    }

    private static Edge.HostedRecord plain(DnsRecord record) {
        return new Edge.HostedRecord(record.name(), record.type(), List.of(record.value()), "");
    }

    private List<Edge.HostedRecord> addedByPerson() {
        if (settings.recordsAddedAfter().isEmpty()) {
            return List.of();
        }
        Duration delay = settings.recordsAddedAfter().get();
        return certificates()
                .filter(c -> !ValidationRecords.addedByCloudFormation(c.properties()))
                .flatMap(c -> Stream.concat(validations(c), serviceNames(c, delay)))
                .toList();
    }

    /** The names of an issued certificate, once there is a load balancer that they can lead to. */
    private Stream<Edge.HostedRecord> serviceNames(Live certificate, Duration delay) {
        Optional<Live> balancer = account.ready(EdgeView.LOAD_BALANCER).stream()
                .filter(b -> certificate.ready() && later(certificate, b, delay))
                .findFirst();
        return balancer.stream()
                .flatMap(b -> ValidationRecords.names(certificate)
                        .map(n -> new Edge.HostedRecord(n, "CNAME", List.of(dnsName(b)), "")));
    }

    private boolean later(Live certificate, Live balancer, Duration delay) {
        return Stream.of(certificate, balancer)
                .noneMatch(l -> account.now().isBefore(l.since().plus(delay)));
    }

    private List<Edge.HostedRecord> ofLoadBalancers() {
        return account.ready(EdgeView.LOAD_BALANCER).stream()
                .map(b -> new Edge.HostedRecord(
                        dnsName(b),
                        "A",
                        EdgeView.subnets(b).stream()
                                .map(s -> EdgeView.address(b, s))
                                .toList(),
                        ""))
                .toList();
    }

    private String dnsName(Live balancer) {
        return DnsNames.bare(account.attribute(balancer, "DNSName"));
    }
}
