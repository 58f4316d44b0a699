package dev.essha.checklist;

import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Offer.HostedZone;
import dev.essha.plan.DomainPlan;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a domain and the zone that its records are to be in fit together, by what was looked up. Pure; the preflight check makes
 * findings of it, the window a diagnosis.
 */
public final class ZoneFit {

    private ZoneFit() {}

    /** Whether public DNS knows a zone that a domain is in. */
    public sealed interface Service {

        /**
         * The closest one.
         *
         * @param zone its name, without a trailing dot
         * @param nameServers who serves it, in order of name
         */
        record Served(String zone, SortedSet<String> nameServers) implements Service {

            public Served {
                nameServers = Collections.unmodifiableSortedSet(new TreeSet<>(nameServers));
            }
        }

        /** There is none: the domain is not registered, or nobody serves it. */
        record Nowhere() implements Service {}

        /** No name server answered. */
        record Unclear() implements Service {}
    }

    /**
     * Where public DNS sends people for a zone, beside the servers that hold it.
     *
     * @param asked in order of name; empty where nobody is sent anywhere
     * @param own those of the hosted zone, in order of name
     */
    public record Delegation(SortedSet<String> asked, SortedSet<String> own) {

        public Delegation {
            asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
            own = Collections.unmodifiableSortedSet(new TreeSet<>(own));
        }

        public boolean matches() {
            return asked.equals(own);
        }
    }

    /**
     * The public hosted zones that can take the records: the one that the plan names, or else those with the longest name. The
     * plan has to name one where there are several.
     *
     * @param zones of the domain's name and its parents'
     */
    public static List<HostedZone> candidates(DomainPlan domain, Collection<HostedZone> zones) {
        List<HostedZone> open = zones.stream().filter(z -> !z.isPrivate()).toList();
        if (domain.hostedZoneId().isPresent()) {
            String wanted = domain.hostedZoneId().get();
            return open.stream().filter(z -> z.id().equals(wanted)).toList();
        }
        int longest =
                open.stream().mapToInt(z -> plain(z.name()).length()).max().orElse(0);
        return open.stream().filter(z -> plain(z.name()).length() == longest).toList();
    }

    /** Whether a domain is the top of a zone, where there can be no CNAME; the plan says so with {@code domain.apex}. */
    public static boolean isTop(DomainPlan domain, String zone) {
        return plain(zone).equals(domain.name().value());
    }

    /**
     * @param answers to the question for the {@code NS} of the zones that the domain may be in
     */
    public static Service service(Collection<DnsAnswer> answers) {
        Optional<DnsAnswer> closest = answers.stream()
                .filter(a -> a.type().equals("NS") && a.status() == Status.FOUND)
                .max(Comparator.comparingInt(a -> a.name().length()));
        boolean silent = answers.stream().anyMatch(a -> a.status() == Status.FAILED);
        return closest.<Service>map(a -> new Service.Served(plain(a.name()), plain(a.values())))
                .orElseGet(() -> silent ? new Service.Unclear() : new Service.Nowhere());
    }

    /**
     * @param answer to the question for the zone's {@code NS}
     * @return empty where no name server answered
     */
    public static Optional<Delegation> delegation(HostedZone zone, DnsAnswer answer) {
        return answer.status() == Status.FAILED
                ? Optional.empty()
                : Optional.of(new Delegation(plain(answer.values()), plain(zone.nameServers())));
    }

    /** The answer about a zone's {@code NS} among several. */
    static Optional<DnsAnswer> about(HostedZone zone, Collection<DnsAnswer> answers) {
        return answers.stream()
                .filter(a -> a.type().equals("NS") && plain(a.name()).equals(plain(zone.name())))
                .findFirst();
    }

    /** As names are compared: in lower case, without a trailing dot. */
    static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static SortedSet<String> plain(Collection<String> names) {
        return names.stream().map(ZoneFit::plain).collect(Collectors.toCollection(TreeSet::new));
    }
}
