package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Network;
import dev.essha.plan.Cidr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What EC2 would tell of the network. */
final class NetworkView {

    private static final List<String> TARGETS = List.of(
            "GatewayId",
            "NatGatewayId",
            "VpcEndpointId",
            "TransitGatewayId",
            "NetworkInterfaceId",
            "InstanceId",
            "VpcPeeringConnectionId");

    private final AccountSnapshot account;

    NetworkView(AccountSnapshot account) {
        this.account = account;
    }

    Optional<Network.Vpc> vpc(String id) {
        return account.ready("AWS::EC2::VPC").stream()
                .filter(v -> v.physicalId().equals(id))
                .map(v -> new Network.Vpc(
                        id,
                        Cidr.parse(v.properties().text("CidrBlock")),
                        v.properties().flag("EnableDnsSupport"),
                        v.properties().flag("EnableDnsHostnames"),
                        account.tags(v)))
                .findFirst();
    }

    List<Network.Subnet> subnets(String vpcId) {
        Map<String, Long> used = new Interfaces(account)
                .list().stream().collect(Collectors.groupingBy(Network.Interface::subnetId, Collectors.counting()));
        return in(vpcId, "AWS::EC2::Subnet")
                .map(s -> subnet(s, used.getOrDefault(s.physicalId(), 0L)))
                .sorted(Comparator.comparing(Network.Subnet::id))
                .toList();
    }

    List<Network.RouteTable> routeTables(String vpcId) {
        return Stream.concat(
                        account.ready("AWS::EC2::VPC").stream()
                                .filter(v -> v.physicalId().equals(vpcId))
                                .map(this::mainTable),
                        in(vpcId, "AWS::EC2::RouteTable").map(this::table))
                .sorted(Comparator.comparing(Network.RouteTable::id))
                .toList();
    }

    List<Network.NatGateway> natGateways(String vpcId) {
        return account.all("AWS::EC2::NatGateway").stream()
                .filter(n -> vpcOfNat(n).equals(vpcId))
                .map(NetworkView::natGateway)
                .sorted(Comparator.comparing(Network.NatGateway::id))
                .toList();
    }

    List<Network.Interface> interfaces(String vpcId) {
        return new Interfaces(account)
                .list().stream()
                        .filter(i -> account.vpcOf(i.subnetId()).equals(vpcId))
                        .sorted(Comparator.comparing(Network.Interface::id))
                        .toList();
    }

    List<Network.Endpoint> endpoints(String vpcId) {
        return account.all("AWS::EC2::VPCEndpoint").stream()
                .filter(e -> e.properties().text("VpcId").equals(vpcId))
                .map(e -> new Network.Endpoint(
                        e.physicalId(),
                        e.properties().text("ServiceName"),
                        endpointKind(e),
                        e.ready() ? "available" : "pending",
                        e.properties().texts("SubnetIds").stream().sorted().toList(),
                        e.properties().flag("PrivateDnsEnabled")))
                .sorted(Comparator.comparing(Network.Endpoint::id))
                .toList();
    }

    static String endpointKind(Live endpoint) {
        String kind = endpoint.properties().text("VpcEndpointType");
        return kind.isEmpty() ? "Gateway" : kind;
    }

    private Stream<Live> in(String vpcId, String type) {
        return account.ready(type).stream()
                .filter(l -> l.properties().text("VpcId").equals(vpcId));
    }

    private Network.Subnet subnet(Live subnet, long used) {
        Cidr cidr = Cidr.parse(subnet.properties().text("CidrBlock"));
        return new Network.Subnet(
                subnet.physicalId(),
                subnet.properties().text("VpcId"),
                subnet.properties().text("AvailabilityZone"),
                cidr,
                cidr.usableAddresses() - used,
                subnet.properties().flag("MapPublicIpOnLaunch"),
                account.tags(subnet));
    }

    /** Every VPC comes with a table for the subnets that have none of their own. */
    private Network.RouteTable mainTable(Live vpc) {
        String id = "rtb-" + vpc.seed().substring(0, 17);
        return new Network.RouteTable(id, true, List.of(), List.of(local(vpc)));
    }

    private Network.RouteTable table(Live table) {
        String id = table.physicalId();
        List<String> subnets = account.ready("AWS::EC2::SubnetRouteTableAssociation").stream()
                .filter(a -> a.properties().text("RouteTableId").equals(id))
                .map(a -> a.properties().text("SubnetId"))
                .sorted()
                .toList();
        return new Network.RouteTable(id, false, subnets, routes(table));
    }

    private List<Network.Route> routes(Live table) {
        List<Network.Route> routes = new ArrayList<>();
        account.find("AWS::EC2::VPC", table.properties().text("VpcId")).ifPresent(v -> routes.add(local(v)));
        account.ready("AWS::EC2::Route").stream()
                .filter(r -> r.properties().text("RouteTableId").equals(table.physicalId()))
                .map(this::route)
                .forEach(routes::add);
        account.ready("AWS::EC2::VPCEndpoint").stream()
                .filter(e -> e.properties().texts("RouteTableIds").contains(table.physicalId()))
                .map(e -> new Network.Route("pl-" + e.seed().substring(0, 8), e.physicalId(), true))
                .forEach(routes::add);
        return List.copyOf(routes);
    }

    private static Network.Route local(Live vpc) {
        return new Network.Route(vpc.properties().text("CidrBlock"), "local", true);
    }

    private Network.Route route(Live route) {
        Properties properties = route.properties();
        String destination = Stream.of("DestinationCidrBlock", "DestinationPrefixListId", "DestinationIpv6CidrBlock")
                .map(properties::text)
                .filter(d -> !d.isEmpty())
                .findFirst()
                .orElse("");
        String target = TARGETS.stream()
                .map(properties::text)
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse("");
        boolean active = account.live().stream().anyMatch(l -> l.physicalId().equals(target));
        return new Network.Route(destination, target, active);
    }

    private String vpcOfNat(Live nat) {
        String own = nat.properties().text("VpcId");
        return own.isEmpty() ? account.vpcOf(nat.properties().text("SubnetId")) : own;
    }

    private static Network.NatGateway natGateway(Live nat) {
        String mode = nat.properties().text("AvailabilityMode");
        return new Network.NatGateway(
                nat.physicalId(),
                nat.properties().text("SubnetId"),
                nat.ready() ? "available" : "pending",
                mode.isEmpty() ? "zonal" : mode,
                nat.properties().objects("AvailabilityZoneAddresses").stream()
                        .map(zone -> zone.text("AvailabilityZone"))
                        .sorted()
                        .toList());
    }
}
