package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Edge;
import dev.essha.inventory.Edge.HostedRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Route 53 would tell of the zones and health checks that stacks made, and of records. */
final class HostedRecords {

    static final String RECORD = "AWS::Route53::RecordSet";
    static final String ZONE = "AWS::Route53::HostedZone";

    static final Comparator<HostedRecord> ORDER = Comparator.comparing(HostedRecord::name)
            .thenComparing(HostedRecord::type)
            .thenComparing(HostedRecord::setIdentifier);

    private static final String HEALTH_CHECK = "AWS::Route53::HealthCheck";

    private final AccountSnapshot account;

    HostedRecords(AccountSnapshot account) {
        this.account = account;
    }

    /** A zone with VPCs is a private one. */
    static boolean isPrivate(Live zone) {
        return zone.properties().at("VPCs").isPresent();
    }

    /** The records that stacks wrote into a zone. */
    Stream<HostedRecord> in(String zoneId) {
        return account.ready(RECORD).stream()
                .map(Live::properties)
                .filter(p -> p.text("HostedZoneId").equals(zoneId))
                .map(HostedRecords::record);
    }

    Optional<Edge.PrivateZone> privateZone(String id) {
        return account.ready(ZONE).stream()
                .filter(zone -> zone.physicalId().equals(id) && isPrivate(zone))
                .map(this::privateZone)
                .findFirst();
    }

    List<Edge.HealthCheck> healthChecks(List<String> ids) {
        return account.ready(HEALTH_CHECK).stream()
                .filter(check -> ids.contains(check.physicalId()))
                .map(HostedRecords::healthCheck)
                .sorted(Comparator.comparing(Edge.HealthCheck::id))
                .toList();
    }

    private Edge.PrivateZone privateZone(Live zone) {
        String name = DnsNames.bare(zone.properties().text("Name"));
        HostedRecord servers = new HostedRecord(
                name, "NS", List.of(zone.attribute("NameServers").split(";")), "");
        return new Edge.PrivateZone(
                zone.physicalId(),
                name,
                zone.properties().objects("VPCs").stream()
                        .map(vpc -> vpc.text("VPCId"))
                        .sorted()
                        .toList(),
                Stream.concat(Stream.of(servers), in(zone.physicalId()))
                        .sorted(ORDER)
                        .toList());
    }

    private static HostedRecord record(Properties set) {
        return new HostedRecord(
                DnsNames.bare(set.text("Name")),
                set.text("Type"),
                set.texts("ResourceRecords").stream().map(DnsNames::bare).toList(),
                DnsNames.bare(set.text("AliasTarget.DNSName")),
                set.text("SetIdentifier"),
                set.at("Weight").map(weight -> (long) set.number("Weight")),
                set.text("HealthCheckId"));
    }

    /** Without a port, HTTPS and HTTP are asked at their own. */
    private static Edge.HealthCheck healthCheck(Live check) {
        Properties config =
                check.properties().at("HealthCheckConfig").map(Properties::of).orElse(Properties.NONE);
        String name = config.text("FullyQualifiedDomainName");
        int port = config.number("Port");
        int usual = config.text("Type").startsWith("HTTPS") ? 443 : 80;
        return new Edge.HealthCheck(
                check.physicalId(),
                config.text("Type"),
                name.isEmpty() ? config.text("IPAddress") : name,
                port == 0 ? usual : port,
                config.flag("Disabled"));
    }
}
