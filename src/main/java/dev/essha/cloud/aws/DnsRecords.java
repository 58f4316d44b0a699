package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.Facts.text;
import static dev.essha.cloud.aws.Facts.undotted;

import dev.essha.inventory.Edge;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HealthCheckConfig;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.VPC;

/** What is written in hosted zones, and the health checks that records hang on. */
final class DnsRecords {

    private static final Comparator<Edge.HostedRecord> ORDER = Comparator.comparing(Edge.HostedRecord::name)
            .thenComparing(Edge.HostedRecord::type)
            .thenComparing(Edge.HostedRecord::setIdentifier);

    private final AwsClients clients;

    DnsRecords(AwsClients clients) {
        this.clients = clients;
    }

    List<Edge.HostedRecord> at(String hostedZoneId, List<String> names) {
        return names.stream()
                .distinct()
                .sorted()
                .flatMap(name -> Existing.find(() -> recordsAt(hostedZoneId, name)).stream())
                .flatMap(List::stream)
                .toList();
    }

    List<Edge.HealthCheck> healthChecks(List<String> ids) {
        return ids.stream()
                .distinct()
                .sorted()
                .flatMap(id -> Existing.find(() -> route53().getHealthCheck(r -> r.healthCheckId(id))).stream())
                .map(answer -> healthCheck(answer.healthCheck()))
                .toList();
    }

    /** A public zone of that id is none. */
    Optional<Edge.PrivateZone> privateZone(String hostedZoneId) {
        return Existing.find(() -> route53().getHostedZone(r -> r.id(hostedZoneId)))
                .filter(answer -> DnsZones.isPrivate(answer.hostedZone()))
                .map(this::privateZone);
    }

    /**
     * Route 53 escapes the asterisk of a wildcard in its answers.
     *
     * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html">DNS domain name format</a>
     */
    static String plain(String name) {
        return undotted(name).replace("\\052", "*").toLowerCase(Locale.ROOT);
    }

    /** Route 53 lists a zone's records in its own order from a name on, so reading stops behind that name. */
    private List<Edge.HostedRecord> recordsAt(String hostedZoneId, String name) {
        return route53()
                .listResourceRecordSetsPaginator(
                        r -> r.hostedZoneId(hostedZoneId).startRecordName(name))
                .resourceRecordSets()
                .stream()
                .takeWhile(set -> plain(set.name()).equals(name.toLowerCase(Locale.ROOT)))
                .map(DnsRecords::hostedRecord)
                .sorted(ORDER)
                .toList();
    }

    private Edge.PrivateZone privateZone(GetHostedZoneResponse answer) {
        String id = DnsZones.id(answer.hostedZone());
        Stream<Edge.HostedRecord> records =
                route53().listResourceRecordSetsPaginator(r -> r.hostedZoneId(id)).resourceRecordSets().stream()
                        .map(DnsRecords::hostedRecord);
        return new Edge.PrivateZone(
                id,
                plain(answer.hostedZone().name()),
                answer.vpCs().stream().map(VPC::vpcId).sorted().toList(),
                records.sorted(ORDER).toList());
    }

    private static Edge.HostedRecord hostedRecord(ResourceRecordSet set) {
        List<String> values = set.resourceRecords().stream()
                .map(ResourceRecord::value)
                .map(Facts::undotted)
                .toList();
        return new Edge.HostedRecord(
                plain(set.name()),
                set.typeAsString(),
                values,
                set.aliasTarget() == null ? "" : undotted(set.aliasTarget().dnsName()),
                text(set.setIdentifier()),
                Optional.ofNullable(set.weight()),
                text(set.healthCheckId()));
    }

    private static Edge.HealthCheck healthCheck(HealthCheck check) {
        HealthCheckConfig config = check.healthCheckConfig();
        return new Edge.HealthCheck(
                check.id(),
                config.typeAsString(),
                Facts.first(config.fullyQualifiedDomainName(), config.ipAddress()),
                Facts.number(config.port()),
                Facts.yes(config.disabled()));
    }

    private Route53Client route53() {
        return clients.route53();
    }
}
