package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.att;
import static dev.essha.blueprint.Rendered.ref;
import static dev.essha.blueprint.Rendered.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.essha.plan.Cidr;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeStageTest {

    private final StagePlans plan = new StagePlans();

    @Test
    void withoutNamedRangesTheApiIsInsideTheVpcOnly() {
        Rendered stack = render();

        assertThat(stack.property("Cluster", "ResourcesVpcConfig.EndpointPrivateAccess"))
                .isEqualTo(true);
        assertThat(stack.property("Cluster", "ResourcesVpcConfig.EndpointPublicAccess"))
                .isEqualTo(false);
        assertThat(stack.property("Cluster", "ResourcesVpcConfig.PublicAccessCidrs"))
                .isNull();
    }

    @Test
    void theApiIsOpenToExactlyTheRangesOfThePlan() {
        plan.apiCidrs = List.of(Cidr.parse("203.0.113.0/24"), Cidr.parse("198.51.100.7/32"));
        Rendered stack = render();

        assertThat(stack.property("Cluster", "ResourcesVpcConfig.EndpointPublicAccess"))
                .isEqualTo(true);
        assertThat(stack.property("Cluster", "ResourcesVpcConfig.PublicAccessCidrs"))
                .isEqualTo(List.of("198.51.100.7/32", "203.0.113.0/24"));
    }

    @Test
    void secretsInTheClusterAreEncryptedWithTheDeploymentsKey() {
        assertThat(render().property("Cluster", "EncryptionConfig.0"))
                .isEqualTo(Map.of("Provider", Map.of("KeyArn", ref("KeyArn")), "Resources", List.of("secrets")));
    }

    @Test
    void everyLogOfTheControlPlaneIsKeptAsLongAsThePlanSays() {
        Rendered stack = render();

        assertThat((List<?>) stack.property("Cluster", "Logging.ClusterLogging.EnabledTypes"))
                .extracting(type -> ((Map<?, ?>) type).get("Type"))
                .isEqualTo(List.of("api", "audit", "authenticator", "controllerManager", "scheduler"));
        assertThat(stack.property("ControlPlaneLog", "LogGroupName")).isEqualTo("/aws/eks/ess-acme/cluster");
        assertThat(stack.property("ControlPlaneLog", "RetentionInDays")).isEqualTo(90);
        assertThat(stack.at("Resources.Cluster.DependsOn")).isEqualTo(List.of("ControlPlaneLog"));
    }

    @Test
    void accessIsByEntriesAndWhoeverInstallsAdministers() {
        assertThat(render().property("Cluster", "AccessConfig"))
                .isEqualTo(Map.of("AuthenticationMode", "API", "BootstrapClusterCreatorAdminPermissions", true));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void everyZoneHasANodeGroupInItsOwnPrivateSubnet(int zones) {
        plan.zones = zones;
        Rendered stack = render();

        List<String> groups = stack.ids("AWS::EKS::Nodegroup");
        assertThat(groups).hasSize(zones).startsWith("NodesA", "NodesB", "NodesC");
        for (int i = 0; i < zones; i++) {
            assertThat(stack.property(groups.get(i), "Subnets")).isEqualTo(List.of(select(i, "PrivateSubnetIds")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 6})
    void theControlPlaneIsInTheFirstThreeZonesHoweverManyThereAre(int zones) {
        plan.zones = zones;

        assertThat(render().property("Cluster", "ResourcesVpcConfig.SubnetIds"))
                .isEqualTo(List.of(
                        select(0, "PrivateSubnetIds"), select(1, "PrivateSubnetIds"), select(2, "PrivateSubnetIds")));
    }

    @Test
    void aGroupScalesWithinThePlanAndExchangesOneNodeAtATime() {
        assertThat(render().property("NodesB", "ScalingConfig"))
                .isEqualTo(Map.of("MinSize", 2, "DesiredSize", 2, "MaxSize", 4));
        assertThat(render().property("NodesB", "UpdateConfig.MaxUnavailable")).isEqualTo(1);
    }

    @Test
    void anotherInstanceTypeMakesANewTemplateVersionAndNoNewGroup() {
        Rendered stack = render();

        assertThat(stack.property("NodeTemplate", "LaunchTemplateData.InstanceType"))
                .isEqualTo("m7i.xlarge");
        assertThat(stack.property("NodesA", "InstanceTypes")).isNull();
        assertThat(stack.property("NodesA", "LaunchTemplate"))
                .isEqualTo(Map.of("Id", ref("NodeTemplate"), "Version", att("NodeTemplate", "LatestVersionNumber")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        m7i.xlarge,       AL2023_x86_64_STANDARD
        m7i-flex.2xlarge, AL2023_x86_64_STANDARD
        g5.xlarge,        AL2023_x86_64_STANDARD
        m7g.xlarge,       AL2023_ARM_64_STANDARD
        c6gn.2xlarge,     AL2023_ARM_64_STANDARD
        t4g.xlarge,       AL2023_ARM_64_STANDARD
        a1.2xlarge,       AL2023_ARM_64_STANDARD
        """)
    void theImageFitsTheProcessors(String instanceType, String amiType) {
        plan.instanceType = instanceType;

        assertThat(render().property("NodesA", "AmiType")).isEqualTo(amiType);
    }

    @Test
    void podsCannotTakeTheNodesCredentials() {
        assertThat(render().property("NodeTemplate", "LaunchTemplateData.MetadataOptions"))
                .isEqualTo(Map.of("HttpEndpoint", "enabled", "HttpTokens", "required", "HttpPutResponseHopLimit", 1));
    }

    @Test
    void nodesHaveEncryptedVolumesAndNoPublicAddress() {
        Rendered stack = render();

        assertThat(stack.property("NodeTemplate", "LaunchTemplateData.BlockDeviceMappings.0.Ebs.Encrypted"))
                .isEqualTo(true);
        assertThat(stack.property("NodeTemplate", "LaunchTemplateData.BlockDeviceMappings.0.Ebs.KmsKeyId"))
                .isEqualTo(ref("KeyArn"));
        assertThat(stack.property("NodeTemplate", "LaunchTemplateData.NetworkInterfaces.0.AssociatePublicIpAddress"))
                .isEqualTo(false);
        assertThat(stack.property("NodeTemplate", "LaunchTemplateData.NetworkInterfaces.0.Groups"))
                .isEqualTo(List.of(ref("NodeSecurityGroupId"), att("Cluster", "ClusterSecurityGroupId")));
    }

    @Test
    void whatNodesStartCarriesTheDeploymentsTags() {
        assertThat((List<?>) render().property("NodeTemplate", "LaunchTemplateData.TagSpecifications"))
                .hasSize(3)
                .allSatisfy(spec -> assertThat(((Map<?, ?>) spec).get("Tags"))
                        .asInstanceOf(LIST)
                        .contains(
                                Map.of("Key", "ess-ha:deployment", "Value", "acme"),
                                Map.of("Key", "team", "Value", "solid")));
    }

    @Test
    void theNetworkStandsBeforeNodesAndPodsComeAfterThem() {
        Rendered stack = render();

        assertThat(stack.property("VpcCni", "AddonName")).isEqualTo("vpc-cni");
        assertThat(stack.at("Resources.NodesC.DependsOn"))
                .asInstanceOf(LIST)
                .contains("VpcCni", "KubeProxy", "PodIdentityAgent");
        assertThat(stack.at("Resources.CoreDns.DependsOn")).asInstanceOf(LIST).contains("NodesA", "NodesB", "NodesC");
        assertThat(stack.property("Cluster", "BootstrapSelfManagedAddons")).isEqualTo(false);
    }

    @Test
    void nodesMayOnlyJoinAndPull() {
        assertThat(render().property("NodeRole", "ManagedPolicyArns"))
                .isEqualTo(List.of(
                        Map.of("Fn::Sub", "arn:${AWS::Partition}:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly"),
                        Map.of("Fn::Sub", "arn:${AWS::Partition}:iam::aws:policy/AmazonEKSWorkerNodePolicy")));
    }

    @Test
    void itDeliversTheClustersName() {
        assertThat(render().at("Outputs.ClusterName.Value")).isEqualTo(ref("Cluster"));
    }

    private Rendered render() {
        return plan.render(new ComputeStage());
    }
}
