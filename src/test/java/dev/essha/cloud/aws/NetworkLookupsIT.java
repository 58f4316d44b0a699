package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.cloud.Lookups;
import dev.essha.emulator.Emulator;
import dev.essha.inventory.Network;
import dev.essha.plan.Cidr;
import dev.essha.plan.RegionName;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.PrefixListId;

class NetworkLookupsIT {

    private static final Emulator EMULATOR = Emulator.shared();

    private static Cloud cloud;
    private static Lookups lookups;
    private static Map<String, String> made;

    @BeforeAll
    static void bringUp() {
        EMULATOR.reset();
        cloud = EMULATOR.open("eu-central-1");
        lookups = cloud.lookups();
        made = new TestStacks(cloud.stacks())
                .bringUp("ess-demo-network", "network.yaml")
                .outputs();
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    @AfterEach
    void clearFaults() {
        EMULATOR.control().clearFaults();
    }

    @Test
    void theVpcIsSeenWithItsRangeAndTags() {
        Network.Vpc vpc = lookups.vpc(vpcId()).orElseThrow();

        assertThat(vpc.cidr()).isEqualTo(Cidr.parse("10.20.0.0/16"));
        assertThat(vpc.dnsSupport()).isTrue();
        assertThat(vpc.dnsHostnames()).isTrue();
        assertThat(vpc.tags()).containsEntry("Name", "network").containsEntry("ess-ha:deployment", "demo");
    }

    @Test
    void aVpcThatDoesNotExistIsAnEmptyAnswer() {
        assertThat(lookups.vpc("vpc-0123456789abcdef0")).isEmpty();
    }

    @Test
    void subnetsAreSeenWithTheirZones() {
        assertThat(lookups.subnets(vpcId()))
                .isSortedAccordingTo(Comparator.comparing(Network.Subnet::id))
                .hasSize(2)
                .anySatisfy(subnet -> {
                    assertThat(subnet.id()).isEqualTo(made.get("Private"));
                    assertThat(subnet.zone()).isEqualTo("eu-central-1b");
                    assertThat(subnet.cidr()).isEqualTo(Cidr.parse("10.20.16.0/20"));
                    assertThat(subnet.freeAddresses()).isBetween(4000L, 4091L);
                    assertThat(subnet.mapsPublicIp()).isFalse();
                });
    }

    @Test
    void routesLeadToTheirGateways() {
        assertThat(tableOf("Public").routes())
                .contains(
                        new Network.Route("0.0.0.0/0", made.get("InternetGateway"), true),
                        new Network.Route("10.20.0.0/16", "local", true));
        assertThat(tableOf("Private").routes()).contains(new Network.Route("0.0.0.0/0", made.get("Nat"), true));
        assertThat(lookups.routeTables(vpcId()))
                .filteredOn(Network.RouteTable::main)
                .hasSize(1);
    }

    @Test
    void theNatGatewayIsSeenInItsSubnet() {
        assertThat(lookups.natGateways(vpcId()))
                .containsExactly(new Network.NatGateway(made.get("Nat"), made.get("Public"), "available", "zonal"));
    }

    @Test
    void theInterfaceOfTheNatGatewayIsInThePublicSubnet() {
        assertThat(lookups.interfaces(vpcId())).anySatisfy(seen -> {
            assertThat(seen.subnetId()).isEqualTo(made.get("Public"));
            assertThat(seen.kind()).isEqualTo("nat_gateway");
            assertThat(seen.zone()).isEqualTo("eu-central-1a");
            assertThat(seen.owner()).contains(made.get("Nat"));
            assertThat(seen.instanceId()).isEmpty();
            assertThat(seen.publicIp()).isPresent();
        });
    }

    @Test
    void theGatewayEndpointIsSeen() {
        assertThat(lookups.endpoints(vpcId())).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.service()).isEqualTo("com.amazonaws.eu-central-1.s3");
            assertThat(endpoint.kind()).isEqualTo("Gateway");
        });
    }

    @Test
    void aSecurityGroupIsSeenWithWhomItLetsIn() {
        assertThat(lookups.securityGroups(vpcId()))
                .isSortedAccordingTo(Comparator.comparing(Network.SecurityGroup::id))
                .filteredOn(group -> group.id().equals(made.get("Servers")))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.tags()).containsEntry("Name", "servers");
                    assertThat(group.ingress())
                            .containsExactly(
                                    new Network.SecurityRule("tcp", 443, 443, "10.0.0.0/8"),
                                    new Network.SecurityRule("tcp", 443, 443, "192.0.2.0/24"),
                                    new Network.SecurityRule("-1", 0, 65_535, made.get("Clients")));
                });
    }

    @Test
    void aPrefixListIsAPeerLikeAnyOther() {
        String list = cloud.offers().cloudFrontPrefixList().orElseThrow();
        try (AwsClients clients = new AwsClients(EMULATOR.settings(new RegionName("eu-central-1")))) {
            clients.ec2()
                    .authorizeSecurityGroupIngress(r -> r.groupId(made.get("Clients"))
                            .ipPermissions(IpPermission.builder()
                                    .ipProtocol("tcp")
                                    .fromPort(443)
                                    .toPort(443)
                                    .prefixListIds(PrefixListId.builder()
                                            .prefixListId(list)
                                            .build())
                                    .build()));
        }

        assertThat(list).startsWith("pl-");
        assertThat(lookups.securityGroups(vpcId()))
                .filteredOn(group -> group.id().equals(made.get("Clients")))
                .singleElement()
                .satisfies(group ->
                        assertThat(group.ingress()).containsExactly(new Network.SecurityRule("tcp", 443, 443, list)));
    }

    @Test
    void anotherRegionHasNoneOfIt() {
        try (Cloud other = EMULATOR.open("eu-west-1")) {
            assertThat(other.lookups().subnets(vpcId())).isEmpty();
        }
    }

    @Test
    void aDeniedLookUpNamesThePermission() {
        EMULATOR.control()
                .failCall("ec2", "DescribeRouteTables", 403, "UnauthorizedOperation", "You are not authorized");

        CloudFailure failure = catchThrowableOfType(CloudException.class, () -> lookups.routeTables(vpcId()))
                .failure();

        assertThat(failure)
                .isEqualTo(new CloudFailure.Denied(
                        "ec2:DescribeRouteTables", "ec2:DescribeRouteTables", "You are not authorized"));
    }

    private static Network.RouteTable tableOf(String subnet) {
        Optional<Network.RouteTable> table = lookups.routeTables(vpcId()).stream()
                .filter(t -> t.subnetIds().contains(made.get(subnet)))
                .findFirst();
        return table.orElseThrow();
    }

    private static String vpcId() {
        return made.get("VpcId");
    }
}
