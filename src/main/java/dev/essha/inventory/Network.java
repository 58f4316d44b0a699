package dev.essha.inventory;

import dev.essha.plan.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a network as they were observed. */
public final class Network {

    private Network() {}

    /**
     * @param dnsSupport whether AWS's resolver answers inside it
     * @param dnsHostnames whether private DNS names, of endpoints and hosted zones, are answered for
     */
    public record Vpc(String id, Cidr cidr, boolean dnsSupport, boolean dnsHostnames, Map<String, String> tags) {}

    public record Subnet(
            String id,
            String vpcId,
            String zone,
            Cidr cidr,
            long freeAddresses,
            boolean mapsPublicIp,
            Map<String, String> tags) {}

    /**
     * A route table.
     *
     * @param subnetIds the subnets that use it by association
     * @param main whether subnets without an association use it
     */
    public record RouteTable(String id, boolean main, List<String> subnetIds, List<Route> routes) {}

    /**
     * @param destination a CIDR or a prefix list
     * @param target id of the gateway, {@code igw-...}, {@code nat-...}, {@code vpce-...}, {@code local}
     * @param active false for a black hole
     */
    public record Route(String destination, String target, boolean active) {}

    /**
     * @param subnetId empty for a regional one
     * @param availabilityMode {@code zonal} or {@code regional}
     * @param zones where a regional one has addresses of its own, in order of name; empty for a zonal one
     */
    public record NatGateway(String id, String subnetId, String state, String availabilityMode, List<String> zones) {

        public NatGateway {
            zones = List.copyOf(zones);
        }

        /** One that stands in a subnet. */
        public NatGateway(String id, String subnetId, String state, String availabilityMode) {
            this(id, subnetId, state, availabilityMode, List.of());
        }
    }

    /**
     * @param kind EC2's interface type: {@code network_load_balancer}, {@code nat_gateway}, {@code interface}, ...
     * @param owner what uses it, from its attachment and description, in words
     * @param instanceId of the attached instance, if there is one
     */
    public record Interface(
            String id,
            String subnetId,
            String zone,
            String kind,
            String owner,
            Optional<String> instanceId,
            Optional<String> publicIp) {}

    /**
     * @param ingress who may come in
     */
    public record SecurityGroup(String id, String name, List<SecurityRule> ingress, Map<String, String> tags) {

        public SecurityGroup {
            ingress = List.copyOf(ingress);
            tags = Map.copyOf(tags);
        }
    }

    /**
     * @param protocol {@code tcp}, or {@code -1} for all; all ports are 0 to 65535
     * @param peer a range of addresses, a prefix list ({@code pl-...}) or a security group ({@code sg-...})
     */
    public record SecurityRule(String protocol, int fromPort, int toPort, String peer) {}

    /**
     * @param kind {@code Gateway}, {@code Interface}, ...
     * @param subnetIds where an interface endpoint has its interfaces, in order; empty for others
     * @param privateDns whether the service's usual names lead to it
     */
    public record Endpoint(
            String id, String service, String kind, String state, List<String> subnetIds, boolean privateDns) {

        public Endpoint {
            subnetIds = List.copyOf(subnetIds);
        }

        /** One that routes lead to. */
        public Endpoint(String id, String service, String kind, String state) {
            this(id, service, kind, state, List.of(), false);
        }
    }
}
