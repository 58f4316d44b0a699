package dev.essha.checklist;

import dev.essha.inventory.Network.NatGateway;
import dev.essha.inventory.Network.Route;
import dev.essha.inventory.Network.RouteTable;
import dev.essha.inventory.Network.Subnet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Subnets with the routes that really count for them.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types">Subnet types</a>
 */
record Topology(List<Subnet> subnets, List<RouteTable> tables) {

    private static final List<String> EVERYWHERE = List.of("0.0.0.0/0", "::/0");

    /** A subnet is public by its route to an internet gateway, whatever its name or tags say. */
    boolean isPublic(Subnet subnet) {
        return routes(subnet).filter(Route::active).anyMatch(r -> r.target().startsWith("igw-"));
    }

    List<Subnet> publicSubnets() {
        return subnets.stream().filter(this::isPublic).toList();
    }

    List<Subnet> privateSubnets() {
        return subnets.stream().filter(s -> !isPublic(s)).toList();
    }

    List<Subnet> publicIn(String zone) {
        return publicSubnets().stream().filter(s -> s.zone().equals(zone)).toList();
    }

    List<Subnet> privateIn(String zone) {
        return privateSubnets().stream().filter(s -> s.zone().equals(zone)).toList();
    }

    /** Where a subnet sends what is not for the VPC. */
    Optional<Route> defaultRoute(Subnet subnet) {
        return routes(subnet).filter(r -> EVERYWHERE.contains(r.destination())).findFirst();
    }

    /** The zone that a NAT gateway is in, by its subnet. */
    Optional<String> zoneOf(NatGateway nat) {
        return subnets.stream()
                .filter(s -> s.id().equals(nat.subnetId()))
                .map(Subnet::zone)
                .findFirst();
    }

    /** Those of its own table, or of the VPC's main table where it is associated with none. */
    private Stream<Route> routes(Subnet subnet) {
        return tables.stream()
                .filter(t -> t.subnetIds().contains(subnet.id()))
                .findFirst()
                .or(() -> tables.stream().filter(RouteTable::main).findFirst())
                .stream()
                .flatMap(t -> t.routes().stream());
    }
}
