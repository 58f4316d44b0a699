package dev.essha.survey;

import dev.essha.cloud.Resolver;
import dev.essha.inventory.DnsAnswer;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who serves a domain, as everybody sees it. Nothing is asked for that may not exist yet: resolvers would remember that, and
 * deny the domain for a while after it has its records. A domain that the plan says is a zone itself exists.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2308#section-5">RFC 2308, caching negative answers</a>
 */
public record DomainLook(Resolver resolver) {

    /** The {@code NS} of a zone. */
    public DnsAnswer nameServers(String zone) {
        return resolver.lookUp(zone, "NS");
    }

    /** The {@code NS} of each zone that a domain can be in, from the closest up. */
    public List<DnsAnswer> nameServersAbove(DomainPlan domain) {
        return possibleZones(domain).map(this::nameServers).toList();
    }

    /**
     * What a zone says of names that it does not have, and for how long.
     *
     * @param label that nobody has a record for
     */
    public DnsAnswer absence(String zone, String label) {
        return resolver.lookUp(label + "." + zone, "A");
    }

    private static Stream<String> possibleZones(DomainPlan plan) {
        DomainName domain = plan.name();
        return Stream.iterate(
                        Optional.of(plan.apex() ? domain : domain.parent().orElse(domain)),
                        Optional::isPresent,
                        d -> d.flatMap(DomainName::parent))
                .flatMap(Optional::stream)
                .map(DomainName::value);
    }
}
