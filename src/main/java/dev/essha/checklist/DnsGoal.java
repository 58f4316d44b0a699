package dev.essha.checklist;

import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Edge.Accelerator;
import dev.essha.inventory.Edge.Distribution;
import dev.essha.inventory.Edge.LoadBalancer;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Observed;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.Plan;
import dev.essha.wording.Labels;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the domain and its wildcard have to lead to.
 *
 * @param name in DNS
 * @param fixed its addresses, where they are known without asking
 * @param asked names whose addresses are its own
 * @param steady whether everybody is told the same addresses
 */
record DnsGoal(What what, String name, Set<String> fixed, List<String> asked, boolean steady) {

    /** Aliases to load balancers that Route 53's console made have this before the name. */
    private static final String DUAL_STACK = "dualstack.";

    /** What there is to lead to, by a plan. */
    enum What {
        GATEWAY,
        ACCELERATOR,
        BALANCER,
        /** One for each zone. */
        BALANCERS;

        Phrase said() {
            return Phrase.of("goal." + label());
        }

        /** What a name was looked up to lead to, beside what it should. */
        Phrase compared(Phrase answer, Phrase addresses) {
            return Phrase.of("goal.addresses." + label(), answer, addresses);
        }

        private String label() {
            return Labels.of(this);
        }
    }

    DnsGoal {
        fixed = Set.copyOf(fixed);
        asked = List.copyOf(asked);
    }

    private static What what(Plan plan) {
        return hasGateway(plan)
                ? What.GATEWAY
                : switch (plan.edge().loadBalancing()) {
                    case SINGLE -> What.BALANCER;
                    case PER_ZONE -> What.BALANCERS;
                    case FRONTED -> What.ACCELERATOR;
                };
    }

    /** That it does not stand. */
    static Phrase missing(Plan plan) {
        return Phrase.of("missing." + what(plan).label());
    }

    /** By the plan: the gateway, or else the accelerator, or else the load balancers. Empty if it does not stand. */
    static Observed<Optional<DnsGoal>> of(Plan plan, Inventory seen) {
        if (hasGateway(plan)) {
            return seen.front().gateway().map(found -> found.map(DnsGoal::gateway));
        }
        return switch (plan.edge().loadBalancing()) {
            case SINGLE, PER_ZONE -> seen.loadBalancers().map(all -> balancers(plan, all));
            case FRONTED -> seen.front().accelerator().map(found -> found.map(DnsGoal::accelerator));
        };
    }

    private static boolean hasGateway(Plan plan) {
        return plan.edge().gateway() == EdgePlan.Gateway.CLOUDFRONT;
    }

    /** Its addresses differ from place to place and from hour to hour. */
    private static DnsGoal gateway(Distribution found) {
        return new DnsGoal(What.GATEWAY, found.dnsName(), Set.of(), List.of(found.dnsName()), false);
    }

    private static DnsGoal accelerator(Accelerator found) {
        return new DnsGoal(What.ACCELERATOR, found.dnsName(), Set.copyOf(found.addresses()), List.of(), true);
    }

    private static Optional<DnsGoal> balancers(Plan plan, List<LoadBalancer> all) {
        List<String> names = WantedBalancer.open(plan).stream()
                .flatMap(wanted -> wanted.in(all).stream())
                .map(LoadBalancer::dnsName)
                .toList();
        return names.stream()
                .findFirst()
                .map(first -> new DnsGoal(what(plan), nameOf(plan, first), Set.of(), names, true));
    }

    /** Those of the zones share one. */
    private static String nameOf(Plan plan, String first) {
        return plan.edge().loadBalancing() == EdgePlan.LoadBalancing.SINGLE
                ? first
                : plan.domain().name().origin();
    }

    /** Whether a name is its own, as records and answers spell it. */
    boolean isNamed(String given) {
        return given.equalsIgnoreCase(name) || given.equalsIgnoreCase(DUAL_STACK + name);
    }

    /** Its addresses, as far as look-ups tell. */
    Set<String> addresses(List<DnsAnswer> answers) {
        Set<String> addresses = new TreeSet<>(fixed);
        answers.stream()
                .filter(a -> a.type().equals("A"))
                .filter(a -> asked.stream().anyMatch(a.name()::equalsIgnoreCase))
                .forEach(a -> addresses.addAll(a.values()));
        return addresses;
    }
}
