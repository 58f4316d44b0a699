package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.att;
import static dev.essha.blueprint.Rendered.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.PlanChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The network with the other ways out, with a private zone, and in a VPC that was there before. */
class NetworkShapesTest {

    private static final String ENDPOINT = "AWS::EC2::VPCEndpoint";

    private final StagePlans plan = new StagePlans();

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void oneRegionalNatGatewaySpansTheZonesAndStandsInNoSubnet(int zones) {
        plan.zones = zones;
        Rendered stack = render(Egress.REGIONAL_NAT);

        assertThat(stack.ids("AWS::EC2::NatGateway")).containsExactly("RegionalNatGateway");
        assertThat(stack.property("RegionalNatGateway", "AvailabilityMode")).isEqualTo("regional");
        assertThat(stack.property("RegionalNatGateway", "VpcId")).isEqualTo(ref("Vpc"));
        assertThat(stack.property("RegionalNatGateway", "SubnetId")).isNull();
        assertThat(stack.property("RegionalNatGateway", "AvailabilityZoneAddresses"))
                .isEqualTo(addresses(zones));
        for (char zone = 'A'; zone < 'A' + zones; zone++) {
            assertThat(stack.property("PrivateRoute" + zone, "NatGatewayId")).isEqualTo(ref("RegionalNatGateway"));
        }
    }

    private static List<Object> addresses(int zones) {
        List<Object> addresses = new ArrayList<>();
        for (char zone = 'a'; zone < 'a' + zones; zone++) {
            String address = "RegionalNatAddress" + Character.toUpperCase(zone);
            addresses.add(Map.of(
                    "AvailabilityZone", "eu-central-1" + zone, "AllocationIds", List.of(att(address, "AllocationId"))));
        }
        return addresses;
    }

    @Test
    void theRegionalNatGatewayWaitsForTheInternetGateway() {
        assertThat(render(Egress.REGIONAL_NAT).stack().resources())
                .filteredOn(r -> r.logicalId().startsWith("RegionalNat"))
                .hasSize(4)
                .allSatisfy(r -> assertThat(r.dependsOn()).contains("InternetGatewayAttachment"));
    }

    /** What has another name is made before the old is removed; what keeps its name is changed in place. */
    @Test
    void anotherWayOutChangesTheRoutesInPlaceAndMakesEverythingElseAnew() {
        Rendered zonal = render(Egress.NAT_PER_ZONE);
        Rendered regional = render(Egress.REGIONAL_NAT);

        assertThat(regional.ids("AWS::EC2::Route")).isEqualTo(zonal.ids("AWS::EC2::Route"));
        assertThat(regional.ids("AWS::EC2::NatGateway")).doesNotContainAnyElementsOf(zonal.ids("AWS::EC2::NatGateway"));
        assertThat(regional.ids("AWS::EC2::EIP")).doesNotContainAnyElementsOf(zonal.ids("AWS::EC2::EIP"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void withoutAWayOutOnlyThePublicSubnetsHaveARoute(int zones) {
        plan.zones = zones;
        Rendered stack = render(Egress.NONE);

        assertThat(stack.ids("AWS::EC2::Route")).containsExactly("PublicRoute");
        assertThat(stack.ids("AWS::EC2::NatGateway")).isEmpty();
        assertThat(stack.ids("AWS::EC2::EIP")).isEmpty();
    }

    @Test
    void withoutAWayOutEachServiceThatTheClusterAsksHasAnInterfaceInEachZone() {
        plan.zones = 4;
        Rendered stack = render(Egress.NONE);

        assertThat(services(stack))
                .containsOnlyKeys(
                        "autoscaling",
                        "ec2",
                        "ecr.api",
                        "ecr.dkr",
                        "eks",
                        "eks-auth",
                        "elasticloadbalancing",
                        "logs",
                        "s3",
                        "secretsmanager",
                        "sts");
        services(stack).forEach((service, id) -> {
            if (!service.equals("s3")) {
                assertThat(stack.property(id, "VpcEndpointType")).isEqualTo("Interface");
                assertThat(stack.property(id, "PrivateDnsEnabled")).isEqualTo(true);
                assertThat(stack.property(id, "SubnetIds"))
                        .isEqualTo(List.of(
                                ref("PrivateSubnetA"),
                                ref("PrivateSubnetB"),
                                ref("PrivateSubnetC"),
                                ref("PrivateSubnetD")));
            }
        });
    }

    @Test
    void onlyNodesMayAskTheEndpoints() {
        Rendered stack = render(Egress.NONE);

        assertThat(services(stack).values())
                .filteredOn(id -> !id.equals("S3Endpoint"))
                .allSatisfy(id -> assertThat(stack.property(id, "SecurityGroupIds"))
                        .isEqualTo(List.of(att("EndpointSecurityGroup", "GroupId"))));
        assertThat(stack.property("EndpointsFromNodes", "SourceSecurityGroupId"))
                .isEqualTo(att("NodeSecurityGroup", "GroupId"));
        assertThat(stack.property("EndpointsFromNodes", "FromPort")).isEqualTo(443);
    }

    /** A policy for a service that knows none fails the stack, so Pod Identity's has none. */
    @Test
    void noEndpointServesTheCredentialsOfAnotherAccount() {
        Rendered stack = render(Egress.NONE);
        Map<String, String> services = services(stack);
        services.remove("s3");
        services.remove("eks-auth");

        assertThat(services.values())
                .allSatisfy(id -> assertThat(stack.property(id, "PolicyDocument.Statement.0.Condition"))
                        .isEqualTo(Map.of("StringEquals", Map.of("aws:PrincipalAccount", ref("AWS::AccountId")))));
        assertThat(stack.property("StsEndpoint", "PolicyDocument.Statement.1.Action"))
                .isEqualTo("sts:AssumeRoleWithWebIdentity");
        assertThat(stack.property("EksAuthEndpoint", "PolicyDocument")).isNull();
    }

    @Test
    void withoutAWayOutNodesMayReachTheVpcAndS3() {
        Rendered stack = render(Egress.NONE);

        assertThat(stack.property("NodeSecurityGroup", "SecurityGroupEgress.0.CidrIp"))
                .isEqualTo("10.40.0.0/16");
        assertThat(stack.property("NodeSecurityGroup", "SecurityGroupEgress.1.CidrIp"))
                .isEqualTo("0.0.0.0/0");
        assertThat(stack.property("NodeSecurityGroup", "SecurityGroupEgress.1.FromPort"))
                .isEqualTo(443);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        InternalFromNodes, Internal, SourceSecurityGroupId,      Node,     443
        InternalToNodes,   Internal, DestinationSecurityGroupId, Node,     30443
        NodesFromInternal, Node,     SourceSecurityGroupId,      Internal, 30443
        """)
    void aPrivateZoneBringsAGroupForTheLoadBalancerInside(
            String rule, String group, String direction, String peer, int port) {
        plan.change = PlanChange::withPrivateZone;
        Rendered stack = plan.render(new NetworkStage());

        assertThat(stack.property(rule, "GroupId")).isEqualTo(att(group + "SecurityGroup", "GroupId"));
        assertThat(stack.property(rule, direction)).isEqualTo(att(peer + "SecurityGroup", "GroupId"));
        assertThat(stack.property(rule, "FromPort")).isEqualTo(port);
        assertThat(stack.at("Outputs.InternalSecurityGroupId")).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Egress.class,
            names = {"NAT_PER_ZONE", "NONE"})
    void withoutAPrivateZoneThereIsNoGroupForIt(Egress egress) {
        assertThat(render(egress).stack().outputs()).doesNotContain(Output.INTERNAL_SECURITY_GROUP);
    }

    @Test
    void inAnExistingVpcTheStackHoldsNothingButSecurityGroups() {
        plan.change = PlanChange::inExistingVpc;
        Rendered stack = plan.render(new NetworkStage());

        assertThat(stack.stack().resources())
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.type()).startsWith("AWS::EC2::SecurityGroup"));
        assertThat(stack.ids("AWS::EC2::SecurityGroup"))
                .allSatisfy(id -> assertThat(stack.property(id, "VpcId")).isEqualTo("vpc-0123456789abcdef0"));
    }

    @Test
    void anExistingVpcIsDeliveredAsThePlanNamesIt() {
        plan.change = PlanChange::inExistingVpc;
        plan.zones = 4;
        Rendered stack = plan.render(new NetworkStage());

        assertThat(stack.at("Outputs.VpcId.Value")).isEqualTo("vpc-0123456789abcdef0");
        assertThat(stack.at("Outputs.PublicSubnetIds.Value.Fn::Join.1"))
                .isEqualTo(List.of("subnet-1000000a", "subnet-1000000b", "subnet-1000000c", "subnet-1000000d"));
        assertThat(stack.at("Outputs.PrivateSubnetIds.Value.Fn::Join.1"))
                .isEqualTo(List.of("subnet-2000000a", "subnet-2000000b", "subnet-2000000c", "subnet-2000000d"));
    }

    @Test
    void anExistingVpcIsTaggedByAStageOfItsOwnBeforeTheNetwork() {
        plan.change = PlanChange::inExistingVpc;
        Blueprint blueprint = Blueprint.of(plan.plan());

        assertThat(blueprint.stages().getFirst().work()).isEqualTo(adoption());
        assertThat(blueprint.stage(StageId.NETWORK).after()).containsExactly(StageId.ADOPTION);
    }

    private static Work.Adopt adoption() {
        return new Work.Adopt(
                List.of(
                        "vpc-0123456789abcdef0",
                        "subnet-1000000a",
                        "subnet-2000000a",
                        "subnet-1000000b",
                        "subnet-2000000b",
                        "subnet-1000000c",
                        "subnet-2000000c"),
                new TreeMap<>(Map.of("ess-ha:used-by/acme", "true")));
    }

    @Test
    void aVpcOfTheDeploymentsOwnIsNotAdopted() {
        assertThat(Blueprint.of(plan.plan()).stages())
                .extracting(Stage::id)
                .startsWith(StageId.NETWORK)
                .doesNotContain(StageId.ADOPTION);
    }

    private Rendered render(Egress egress) {
        plan.change = p -> PlanChange.egress(p, egress);
        return plan.render(new NetworkStage());
    }

    /** Logical ids by what stands behind the region in the service's name. */
    private static Map<String, String> services(Rendered stack) {
        Map<String, String> services = new TreeMap<>();
        stack.ids(ENDPOINT)
                .forEach(id -> services.put(
                        stack.property(id, "ServiceName.Fn::Sub").toString().replaceAll(".*\\$\\{AWS::Region}\\.", ""),
                        id));
        return services;
    }
}
