package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.att;
import static dev.essha.blueprint.Rendered.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.MessagingPlan.Authentication;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkStageTest {

    private final StagePlans plan = new StagePlans();

    @ParameterizedTest
    @CsvSource({"3", "4"})
    void everyZoneHasAPublicAndAPrivateSubnetAndItsOwnWayOut(int zones) {
        plan.zones = zones;
        Rendered stack = render();

        assertThat(stack.ids("AWS::EC2::Subnet")).hasSize(2 * zones);
        assertThat(stack.ids("AWS::EC2::NatGateway")).hasSize(zones);
        for (char zone = 'A'; zone < 'A' + zones; zone++) {
            assertThat(stack.property("NatGateway" + zone, "SubnetId")).isEqualTo(ref("PublicSubnet" + zone));
            assertThat(stack.property("PrivateRoute" + zone, "NatGatewayId")).isEqualTo(ref("NatGateway" + zone));
            assertThat(stack.property("PrivateSubnetRoutes" + zone, "RouteTableId"))
                    .isEqualTo(stack.property("PrivateRoute" + zone, "RouteTableId"))
                    .isEqualTo(ref("PrivateRouteTable" + zone));
        }
    }

    @Test
    void nothingGetsAPublicAddressUnasked() {
        Rendered stack = render();

        assertThat(stack.ids("AWS::EC2::Subnet"))
                .allSatisfy(id ->
                        assertThat(stack.property(id, "MapPublicIpOnLaunch")).isEqualTo(false));
    }

    @Test
    void publicAddressesWaitForTheInternetGateway() {
        assertThat(render().stack().resources())
                .filteredOn(
                        r -> List.of("AWS::EC2::EIP", "AWS::EC2::NatGateway").contains(r.type()))
                .hasSize(6)
                .allSatisfy(r -> assertThat(r.dependsOn()).contains("InternetGatewayAttachment"));
    }

    @Test
    void subnetsAreDeliveredInTheOrderOfThePlansZones() {
        Rendered stack = render();

        assertThat(stack.at("Outputs.PublicSubnetIds.Value.Fn::Join.1"))
                .isEqualTo(List.of(ref("PublicSubnetA"), ref("PublicSubnetB"), ref("PublicSubnetC")));
        assertThat(stack.at("Outputs.PrivateSubnetIds.Value.Fn::Join.1"))
                .isEqualTo(List.of(ref("PrivateSubnetA"), ref("PrivateSubnetB"), ref("PrivateSubnetC")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        NodesFromLoadBalancer, Node,     LoadBalancer, 30443
        DatabaseFromNodes,     Database, Node,         5432
        KafkaFromNodes,        Kafka,    Node,         9096
        """)
    void peersAreNamedByTheirGroups(String rule, String group, String peer, int port) {
        Rendered stack = render();

        assertThat(stack.property(rule, "GroupId")).isEqualTo(att(group + "SecurityGroup", "GroupId"));
        assertThat(stack.property(rule, "SourceSecurityGroupId")).isEqualTo(att(peer + "SecurityGroup", "GroupId"));
        assertThat(stack.property(rule, "FromPort")).isEqualTo(port);
        assertThat(stack.property(rule, "ToPort")).isEqualTo(port);
    }

    @Test
    void podsThatProveThemselvesByTheirRoleUseTheOtherPort() {
        plan.authentication = Authentication.IAM;

        assertThat(render().property("KafkaFromNodes", "FromPort")).isEqualTo(9098);
    }

    @ParameterizedTest
    @CsvSource({"LoadBalancer", "Database", "Kafka"})
    void onlyNodesMayReachTheInternet(String group) {
        assertThat(render().property(group + "SecurityGroup", "SecurityGroupEgress"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("CidrIp", "127.0.0.1/32");
    }

    @Test
    void nobodyMayTalkToTheLoadBalancersYet() {
        Rendered stack = render();

        assertThat(stack.ids("AWS::EC2::SecurityGroup"))
                .allSatisfy(id ->
                        assertThat(stack.property(id, "SecurityGroupIngress")).isNull());
        assertThat(stack.ids("AWS::EC2::SecurityGroupIngress"))
                .extracting(id -> stack.property(id, "GroupId"))
                .doesNotContain(att("LoadBalancerSecurityGroup", "GroupId"));
    }

    @Test
    void theWayToS3LetsNothingIntoForeignBuckets() {
        Map<?, ?> reading = (Map<?, ?>) render().property("S3Endpoint", "PolicyDocument.Statement.0");
        Map<?, ?> writing = (Map<?, ?>) render().property("S3Endpoint", "PolicyDocument.Statement.1");

        assertThat(reading.get("Action")).isEqualTo("s3:GetObject");
        assertThat(writing.get("Condition"))
                .isEqualTo(Map.of("StringEquals", Map.of("aws:ResourceAccount", ref("AWS::AccountId"))));
    }

    @Test
    void allTrafficIsLogged() {
        Rendered stack = render();

        assertThat(stack.property("FlowLog", "ResourceId")).isEqualTo(ref("Vpc"));
        assertThat(stack.property("FlowLog", "TrafficType")).isEqualTo("ALL");
        assertThat(stack.property("FlowLogGroup", "RetentionInDays")).isEqualTo(30);
        assertThat(stack.property("FlowLogRole", "Policies.0.PolicyDocument.Statement.0.Resource"))
                .isEqualTo(att("FlowLogGroup", "Arn"));
    }

    private Rendered render() {
        return plan.render(new NetworkStage());
    }
}
