package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Edge.HostedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The person at another DNS provider, who does what the program asks: adds a certificate's record, and leads the domain and
 * what is below it to whatever has come to stand in front. The program asks by looking whether the names lead there.
 *
 * @param delay how long the person takes, each time
 */
record PersonElsewhere(AccountSnapshot account, List<String> zones, Duration delay) {

    /** Something that names can lead to. */
    private record Front(String name, Instant since) {}

    Stream<HostedRecord> records() {
        return certificates()
                .flatMap(c -> Stream.concat(ValidationRecords.visible(c, account.now()), names(c)))
                .distinct();
    }

    /** What the person is asked for by a look at a name; empty where there is nothing new to ask for. */
    Optional<String> asked(String name) {
        boolean ours = certificates()
                .filter(Live::ready)
                .flatMap(ValidationRecords::names)
                .anyMatch(n -> DnsNames.answers(n, DnsNames.bare(name)));
        return ours ? front().filter(front -> !lastAsked().equals(Optional.of(front))) : Optional.empty();
    }

    private Stream<Live> certificates() {
        return account.all(ValidationRecords.CERTIFICATE).stream()
                .filter(c -> !ValidationRecords.addedByCloudFormation(c.properties()));
    }

    private Optional<String> lastAsked() {
        return account.asked().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private Stream<HostedRecord> names(Live certificate) {
        return account.asked().entrySet().stream()
                .filter(e -> !account.now().isBefore(e.getValue().plus(delay)))
                .max(Map.Entry.comparingByValue())
                .stream()
                .flatMap(e -> ValidationRecords.names(certificate).map(name -> leading(name, e.getKey())));
    }

    /** At the apex of a zone, providers answer with the addresses of what it leads to. */
    private HostedRecord leading(String name, String front) {
        return zones.contains(name)
                ? new HostedRecord(name, "A", List.of(), front)
                : new HostedRecord(name, "CNAME", List.of(front), "");
    }

    /** A gateway hides what is behind it, until clients are let in past it. */
    private Optional<String> front() {
        Optional<Front> gateway =
                newest(account.ready(FrontView.DISTRIBUTION).stream().map(d -> front(d, "DomainName")));
        boolean passed = gateway.isPresent()
                && rulesForClients()
                        .anyMatch(rule -> rule.since().isAfter(gateway.get().since()));
        return (passed || gateway.isEmpty() ? direct() : gateway).map(Front::name);
    }

    /** The newest accelerator, or load balancer that no accelerator stands before. */
    private Optional<Front> direct() {
        List<Live> accelerators = account.ready(FrontView.ACCELERATOR);
        FrontView view = new FrontView(account);
        List<String> hidden = accelerators.stream().flatMap(view::behind).toList();
        Stream<Front> balancers =
                openBalancers().filter(b -> !hidden.contains(b.physicalId())).map(b -> front(b, "DNSName"));
        return newest(Stream.concat(balancers, accelerators.stream().map(a -> front(a, "DnsName"))));
    }

    private Stream<Live> openBalancers() {
        return account.ready(EdgeView.LOAD_BALANCER).stream().filter(EdgeView::isOpen);
    }

    private Stream<Live> rulesForClients() {
        List<String> groups = openBalancers()
                .flatMap(b -> b.properties().texts("SecurityGroups").stream())
                .toList();
        return account.ready(SecurityGroupView.INGRESS).stream()
                .filter(rule -> groups.contains(rule.properties().text("GroupId")))
                .filter(rule -> !rule.properties().text("CidrIp").isEmpty());
    }

    private static Optional<Front> newest(Stream<Front> fronts) {
        return fronts.max(Comparator.comparing(Front::since));
    }

    private static Front front(Live live, String nameAttribute) {
        return new Front(DnsNames.bare(live.attribute(nameAttribute)), live.since());
    }
}
