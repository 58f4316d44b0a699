package dev.essha.checklist;

import dev.essha.checklist.Ruling.Facts;
import dev.essha.inventory.Network.RouteTable;
import dev.essha.inventory.Network.Subnet;
import dev.essha.plan.Cidr;
import dev.essha.plan.NetworkPlan.Zone;
import dev.essha.plan.Plan;
import dev.essha.wording.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * The subnets that are the deployment's business: all of a VPC that it made, those that the plan names of one that was
 * there before. What else such a VPC holds is its owner's.
 */
record OwnSubnets(List<Named> named, Topology topology) {

    /**
     * A subnet of a VPC that was there before.
     *
     * @param isPublic what the plan takes it for
     * @param cidr the addresses that the plan says it has
     */
    record Named(String zone, boolean isPublic, String id, Cidr cidr) {

        Phrase said() {
            return Phrase.of(isPublic ? "subnet.public" : "subnet.private", zone, id);
        }
    }

    static OwnSubnets of(Plan plan, List<Subnet> subnets, List<RouteTable> tables) {
        return new OwnSubnets(named(plan), new Topology(of(plan, subnets), tables));
    }

    static List<Subnet> of(Plan plan, List<Subnet> subnets) {
        List<Named> named = named(plan);
        return named.isEmpty()
                ? subnets
                : subnets.stream()
                        .filter(s -> named.stream().anyMatch(n -> n.id().equals(s.id())))
                        .toList();
    }

    /** Whether they were there before. */
    static boolean areNamed(Plan plan) {
        return plan.network().existingVpc().isPresent();
    }

    private static List<Named> named(Plan plan) {
        return plan.network().zones().stream().flatMap(z -> named(z).stream()).toList();
    }

    private static List<Named> named(Zone zone) {
        String name = zone.name().value();
        return zone.existing().stream()
                .flatMap(s -> List.of(
                        new Named(name, true, s.publicId().value(), zone.publicCidr()),
                        new Named(name, false, s.privateId().value(), zone.privateCidr()))
                        .stream())
                .toList();
    }

    /** Those that the plan takes to be public, or, where it names none, that are. */
    List<Subnet> open() {
        return named.isEmpty()
                ? topology.publicSubnets()
                : named.stream()
                        .filter(Named::isPublic)
                        .flatMap(n -> find(n).stream())
                        .toList();
    }

    Optional<Subnet> find(Named one) {
        return topology.subnets().stream().filter(s -> s.id().equals(one.id())).findFirst();
    }

    /** Whether each that is named is in its zone and has the addresses that the plan says. */
    void standAsNamed(Facts facts) {
        named.forEach(one -> find(one)
                .ifPresentOrElse(
                        s -> facts.check(
                                s.zone().equals(one.zone()) && s.cidr().equals(one.cidr()),
                                "subnet.stands",
                                one.said(),
                                s.zone(),
                                s.cidr(),
                                one.cidr()),
                        () -> facts.check(false, "subnet.missing", one.said())));
    }

    /** Whether each that is named and found leads to the internet, or does not, as the plan takes it. */
    void areRoutedAsNamed(Facts facts) {
        named.forEach(one -> find(one).ifPresent(s -> {
            boolean open = topology.isPublic(s);
            facts.check(open == one.isPublic(), open ? "subnet.open" : "subnet.closed", one.said());
        }));
    }
}
