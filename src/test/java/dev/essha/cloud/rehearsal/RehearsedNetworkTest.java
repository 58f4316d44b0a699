package dev.essha.cloud.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.inventory.Network;
import dev.essha.inventory.Network.SecurityRule;
import dev.essha.plan.Cidr;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.NetworkPlan.ExistingSubnets;
import dev.essha.plan.SubnetId;
import dev.essha.plan.VpcId;
import dev.essha.plan.ZoneName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Networks in the account in memory: those that stacks make, and one that was there before. */
class RehearsedNetworkTest {

    private static final String VPC = "vpc-0123456789abcdef0";

    private static final String NETWORK = """
        Resources:
          Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.60.0.0/16}}
          Public:
            Type: AWS::EC2::Subnet
            Properties: {VpcId: {Ref: Vpc}, CidrBlock: 10.60.0.0/24, AvailabilityZone: eu-central-1a}
          Private:
            Type: AWS::EC2::Subnet
            Properties: {VpcId: {Ref: Vpc}, CidrBlock: 10.60.1.0/24, AvailabilityZone: eu-central-1a}
          Nat:
            Type: AWS::EC2::NatGateway
            Properties: {VpcId: {Ref: Vpc}, AvailabilityMode: regional}
          Edge:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: edge
              GroupName: edge
              VpcId: {Ref: Vpc}
              SecurityGroupIngress: [{IpProtocol: '-1', CidrIp: 10.60.0.0/16}]
          FromGateway:
            Type: AWS::EC2::SecurityGroupIngress
            Properties: {GroupId: {Ref: Edge}, IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: pl-1}
          Endpoint:
            Type: AWS::EC2::VPCEndpoint
            Properties:
              VpcId: {Ref: Vpc}
              ServiceName: com.amazonaws.eu-central-1.logs
              VpcEndpointType: Interface
              SubnetIds: [{Ref: Private}]
          Balancer:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties: {Name: edge, Type: network, Subnets: [{Ref: Public}], SecurityGroups: [{Ref: Edge}]}
          Inside:
            Type: AWS::ElasticLoadBalancingV2::LoadBalancer
            Properties: {Name: inside, Type: network, Scheme: internal, Subnets: [{Ref: Private}]}
        Outputs:
          Vpc: {Value: {Ref: Vpc}}
          Public: {Value: {Ref: Public}}
          Private: {Value: {Ref: Private}}
          Edge: {Value: {Ref: Edge}}
          Balancer: {Value: {Ref: Balancer}}
          Inside: {Value: {Ref: Inside}}
        """;

    private final Rehearsal rehearsal = Rehearsal.with(s -> s.withVpcOf(existing()));

    @Test
    void securityGroupsAreSeenWithTheirRulesAndWhoWearsThem() {
        StackView stack = rehearsal.make("network", NETWORK);
        String vpc = stack.outputs().get("Vpc");

        assertThat(rehearsal.cloud.lookups().securityGroups(vpc))
                .extracting(Network.SecurityGroup::name)
                .containsExactlyInAnyOrder("default", "edge");
        assertThat(rehearsal.cloud.lookups().securityGroups(vpc))
                .filteredOn(g -> g.name().equals("edge"))
                .singleElement()
                .satisfies(g -> assertThat(g.ingress())
                        .containsExactly(
                                new SecurityRule("-1", 0, 65_535, "10.60.0.0/16"),
                                new SecurityRule("tcp", 443, 443, "pl-1")));
        assertThat(rehearsal.cloud.lookups().securityGroupsOfLoadBalancers(vpc))
                .containsEntry(
                        stack.outputs().get("Balancer"), List.of(stack.outputs().get("Edge")))
                .containsEntry(stack.outputs().get("Inside"), List.of());
    }

    @Test
    void aRegionalNatGatewayHasNoInterfaceInAnySubnet() {
        StackView stack = rehearsal.make("network", NETWORK);
        String vpc = stack.outputs().get("Vpc");

        assertThat(rehearsal.cloud.lookups().natGateways(vpc))
                .extracting(Network.NatGateway::availabilityMode, Network.NatGateway::subnetId)
                .containsExactly(tuple("regional", ""));
        assertThat(rehearsal.cloud.lookups().interfaces(vpc))
                .extracting(
                        Network.Interface::subnetId,
                        Network.Interface::kind,
                        i -> i.publicIp().isPresent())
                .containsExactlyInAnyOrder(
                        tuple(stack.outputs().get("Public"), "network_load_balancer", true),
                        tuple(stack.outputs().get("Private"), "network_load_balancer", false),
                        tuple(stack.outputs().get("Private"), "vpc_endpoint", false));
    }

    @Test
    void theVpcOfThePlanIsThereAsItsOwnerShouldHaveMadeIt() {
        assertThat(rehearsal.cloud.lookups().vpc(VPC))
                .hasValueSatisfying(v -> assertThat(v.cidr()).isEqualTo(Cidr.parse("10.40.0.0/16")))
                .hasValueSatisfying(v -> assertThat(v.dnsHostnames()).isTrue())
                .hasValueSatisfying(v -> assertThat(v.tags()).isEmpty());
        assertThat(rehearsal.cloud.lookups().subnets(VPC))
                .extracting(Network.Subnet::zone)
                .containsExactlyInAnyOrder(
                        "eu-central-1a",
                        "eu-central-1a",
                        "eu-central-1b",
                        "eu-central-1b",
                        "eu-central-1c",
                        "eu-central-1c");
        List<Network.RouteTable> tables = rehearsal.cloud.lookups().routeTables(VPC);
        assertThat(tables.stream()
                        .filter(t ->
                                t.routes().stream().anyMatch(r -> r.target().startsWith("igw-")))
                        .flatMap(t -> t.subnetIds().stream()))
                .containsExactlyInAnyOrder(subnet(0), subnet(1), subnet(2));
        assertThat(tables)
                .filteredOn(t -> t.subnetIds().size() == 1)
                .hasSize(3)
                .allSatisfy(t -> assertThat(t.routes())
                        .anyMatch(r -> r.target().startsWith("nat-") && r.active())
                        .anyMatch(r -> r.target().startsWith("vpce-")));
        assertThat(rehearsal.cloud.lookups().interfaces(VPC)).isEmpty();
    }

    @Test
    void aVpcThatWasThereBeforeIsTaggedAndFreedAgain() {
        rehearsal.cloud.actions().tag(List.of(VPC, subnet(1)), new TreeMap<>(Map.of("used-by/a", "true", "b", "2")));

        rehearsal.cloud.actions().untag(List.of(VPC, "subnet-gone"), List.of("used-by/a"));

        assertThat(rehearsal.cloud.lookups().vpc(VPC))
                .hasValueSatisfying(v -> assertThat(v.tags()).isEqualTo(Map.of("b", "2")));
        assertThat(rehearsal.cloud.lookups().subnets(VPC))
                .filteredOn(s -> s.id().equals(subnet(1)))
                .singleElement()
                .satisfies(s -> assertThat(s.tags()).containsEntry("used-by/a", "true"));
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> rehearsal.cloud.actions().tag(List.of("vpc-gone"), new TreeMap<>(Map.of("a", "b"))));
    }

    @Test
    void whatAControllerLeftKeepsTheNetworkUntilItIsRemoved() {
        StackView stack = rehearsal.make("network", NETWORK);
        String vpc = stack.outputs().get("Vpc");
        Object tags = List.of(Map.of("Key", "elbv2.k8s.aws/cluster", "Value", "ess"));
        String group = rehearsal.cloud.makeByHand(
                "AWS::EC2::SecurityGroup", Map.of("GroupName", "k8s-traffic", "VpcId", vpc, "Tags", tags));
        String balancer = rehearsal.cloud.makeByHand(
                EdgeView.LOAD_BALANCER,
                Map.of(
                        "Name",
                        "k8s-inner",
                        "Subnets",
                        List.of(stack.outputs().get("Private")),
                        "SecurityGroups",
                        List.of(group),
                        "Tags",
                        tags));

        assertThat(rehearsal.delete(stack).status()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(rehearsal.cloud.actions().loadBalancersMadeByCluster("ess", vpc))
                .containsExactly(balancer);
        assertThat(rehearsal.cloud.actions().securityGroupsLeftByOthers("ess", vpc))
                .isEmpty();
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> rehearsal.cloud.actions().deleteSecurityGroup(group))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(CloudFailure.Conflict.class));
        rehearsal.cloud.actions().deleteLoadBalancer(balancer);
        assertThat(rehearsal.cloud.actions().securityGroupsLeftByOthers("ess", vpc))
                .containsExactly(group);
        String rule = rehearsal.cloud.makeByHand(
                SecurityGroupView.INGRESS,
                Map.of("GroupId", stack.outputs().get("Edge"), "IpProtocol", "tcp", "SourceSecurityGroupId", group));
        rehearsal.cloud.actions().deleteSecurityGroup(group);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rehearsal.cloud.removeByHand(SecurityGroupView.INGRESS, rule));
        assertThat(rehearsal.delete(stack).status()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    private static NetworkPlan existing() {
        List<NetworkPlan.Zone> zones = IntStream.range(0, 3)
                .mapToObj(i -> new NetworkPlan.Zone(
                        new ZoneName("eu-central-1" + "abc".charAt(i)),
                        Cidr.parse("10.40." + i + ".0/24"),
                        Cidr.parse("10.40." + (i + 16) + ".0/24"),
                        Optional.of(new ExistingSubnets(new SubnetId(subnet(i)), new SubnetId(subnet(i + 4))))))
                .toList();
        return new NetworkPlan(
                Optional.of(new VpcId(VPC)), Cidr.parse("10.40.0.0/16"), zones, NetworkPlan.Egress.EXISTING, 30);
    }

    private static String subnet(int number) {
        return "subnet-0123456789abcdef" + number;
    }
}
