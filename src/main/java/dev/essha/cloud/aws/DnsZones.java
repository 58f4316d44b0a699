package dev.essha.cloud.aws;

import static dev.essha.cloud.aws.DnsRecords.plain;

import dev.essha.inventory.Offer;
import dev.essha.plan.DomainName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByNameRequest;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByNameResponse;

/** The hosted zones of Route 53. One name may have several, public and private. */
final class DnsZones {

    private final AwsClients clients;

    DnsZones(AwsClients clients) {
        this.clients = clients;
    }

    List<String> closestPublic(String domain) {
        List<HostedZone> open =
                named(new DomainName(domain)).filter(zone -> !isPrivate(zone)).toList();
        return open.stream()
                .filter(zone -> zone.name().equals(open.getFirst().name()))
                .map(DnsZones::id)
                .toList();
    }

    /** Every zone of the domain's own name and its parents', the closest first; only public ones have name servers. */
    List<Offer.HostedZone> around(DomainName domain) {
        return named(domain).map(this::hostedZone).toList();
    }

    private Stream<HostedZone> named(DomainName domain) {
        return Stream.iterate(Optional.of(domain), Optional::isPresent, d -> d.flatMap(DomainName::parent))
                .flatMap(Optional::stream)
                .flatMap(name -> withName(name.value()).stream());
    }

    /** The API lists zones in order of name from a name on; those of one name are next to each other, on any page. */
    private List<HostedZone> withName(String name) {
        List<HostedZone> found = new ArrayList<>();
        ListHostedZonesByNameRequest ask =
                ListHostedZonesByNameRequest.builder().dnsName(name).build();
        while (true) {
            ListHostedZonesByNameResponse page = route53().listHostedZonesByName(ask);
            page.hostedZones().stream()
                    .filter(zone -> plain(zone.name()).equals(name))
                    .forEach(found::add);
            if (!Facts.yes(page.isTruncated()) || !plain(page.nextDNSName()).equals(name)) {
                break;
            }
            ask = ask.toBuilder()
                    .dnsName(page.nextDNSName())
                    .hostedZoneId(page.nextHostedZoneId())
                    .build();
        }
        found.sort(Comparator.comparing(DnsZones::id));
        return found;
    }

    private Offer.HostedZone hostedZone(HostedZone zone) {
        List<String> nameServers = isPrivate(zone)
                ? List.of()
                : route53().getHostedZone(r -> r.id(id(zone))).delegationSet().nameServers().stream()
                        .map(Facts::undotted)
                        .sorted()
                        .toList();
        return new Offer.HostedZone(id(zone), plain(zone.name()), isPrivate(zone), nameServers);
    }

    static boolean isPrivate(HostedZone zone) {
        return zone.config() != null && Facts.yes(zone.config().privateZone());
    }

    /** Answers say {@code /hostedzone/Z123}, templates and people {@code Z123}. */
    static String id(HostedZone zone) {
        return zone.id().substring(zone.id().lastIndexOf('/') + 1);
    }

    private Route53Client route53() {
        return clients.route53();
    }
}
