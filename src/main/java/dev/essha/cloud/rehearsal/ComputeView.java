package dev.essha.cloud.rehearsal;

import dev.essha.inventory.Compute;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What EKS, EC2 Auto Scaling and ECR would tell. */
final class ComputeView {

    private final AccountSnapshot account;

    ComputeView(AccountSnapshot account) {
        this.account = account;
    }

    Optional<Compute.Cluster> cluster(String name) {
        return account.find("AWS::EKS::Cluster", name).map(this::cluster);
    }

    List<Compute.NodeGroup> nodeGroups(String clusterName) {
        return groups(clusterName)
                .map(this::nodeGroup)
                .sorted(Comparator.comparing(Compute.NodeGroup::name))
                .toList();
    }

    List<Compute.Addon> addons(String clusterName) {
        return account.all("AWS::EKS::Addon").stream()
                .filter(a -> a.properties().text("ClusterName").equals(clusterName))
                .map(ComputeView::addon)
                .sorted(Comparator.comparing(Compute.Addon::name))
                .toList();
    }

    List<Compute.Node> nodes(List<String> autoScalingGroups) {
        return allNodes().stream()
                .filter(n -> autoScalingGroups.contains(n.autoScalingGroup()))
                .toList();
    }

    /** The instances of every node group that stands, in order of id. */
    List<Compute.Node> allNodes() {
        return account.ready("AWS::EKS::Nodegroup").stream()
                .flatMap(this::nodesOf)
                .sorted(Comparator.comparing(Compute.Node::instanceId))
                .toList();
    }

    List<Compute.ScalingGroup> scalingGroups(List<String> names) {
        return account.ready("AWS::EKS::Nodegroup").stream()
                .map(this::autoScalingGroup)
                .filter(names::contains)
                .sorted()
                .map(g -> new Compute.ScalingGroup(
                        g, List.copyOf(account.attachments().getOrDefault(g, Collections.emptySortedSet()))))
                .toList();
    }

    /** The auto scaling groups of a cluster's node groups, in order of name. */
    List<String> autoScalingGroups(String clusterName) {
        return groups(clusterName)
                .filter(Live::ready)
                .map(this::autoScalingGroup)
                .sorted()
                .toList();
    }

    List<Compute.Repository> repositories(String namePrefix) {
        return account.ready("AWS::ECR::Repository").stream()
                .filter(r -> r.physicalId().startsWith(namePrefix))
                .map(this::repository)
                .sorted(Comparator.comparing(Compute.Repository::name))
                .toList();
    }

    /** What an instance of a node group is: its own setting, or that of its launch template. */
    String instanceType(Live group) {
        return group.properties().texts("InstanceTypes").stream()
                .findFirst()
                .orElseGet(() -> account.find(
                                "AWS::EC2::LaunchTemplate", group.properties().text("LaunchTemplate.Id"))
                        .map(t -> t.properties().text("LaunchTemplateData.InstanceType"))
                        .orElse(""));
    }

    private Stream<Live> groups(String clusterName) {
        return account.all("AWS::EKS::Nodegroup").stream()
                .filter(g -> g.properties().text("ClusterName").equals(clusterName));
    }

    private String autoScalingGroup(Live group) {
        return "eks-" + group.attribute("NodegroupName") + "-" + Hash.uuid(group.seed());
    }

    private Stream<Compute.Node> nodesOf(Live group) {
        List<String> subnets = group.properties().texts("Subnets");
        int desired = subnets.isEmpty() ? 0 : group.properties().number("ScalingConfig.DesiredSize");
        return IntStream.range(0, desired).mapToObj(i -> {
            String subnet = subnets.get(i % subnets.size());
            String id = "i-" + Hash.of(group.seed(), "node", i).substring(0, 17);
            return new Compute.Node(id, account.zone(subnet), subnet, autoScalingGroup(group), "running");
        });
    }

    private Compute.Cluster cluster(Live cluster) {
        Properties properties = cluster.properties();
        List<String> subnets = properties.texts("ResourcesVpcConfig.SubnetIds");
        return new Compute.Cluster(
                cluster.physicalId(),
                cluster.attribute("Arn"),
                cluster.ready() ? "ACTIVE" : "CREATING",
                properties.text("Version"),
                account.vpcOf(subnets),
                subnets,
                properties.at("ResourcesVpcConfig.EndpointPublicAccess").isEmpty()
                        || properties.flag("ResourcesVpcConfig.EndpointPublicAccess"),
                properties.texts("ResourcesVpcConfig.PublicAccessCidrs"),
                properties.objects("EncryptionConfig").stream()
                        .anyMatch(c -> c.texts("Resources").contains("secrets")),
                properties.objects("Logging.ClusterLogging.EnabledTypes").stream()
                        .map(t -> t.text("Type"))
                        .sorted()
                        .toList());
    }

    private Compute.NodeGroup nodeGroup(Live group) {
        Properties scaling =
                group.properties().at("ScalingConfig").map(Properties::of).orElse(Properties.NONE);
        return new Compute.NodeGroup(
                group.attribute("NodegroupName"),
                group.ready() ? "ACTIVE" : "CREATING",
                instanceType(group),
                scaling.number("MinSize"),
                scaling.number("DesiredSize"),
                scaling.number("MaxSize"),
                group.properties().texts("Subnets"),
                group.ready() ? List.of(autoScalingGroup(group)) : List.of());
    }

    private static Compute.Addon addon(Live addon) {
        String version = addon.properties().text("AddonVersion");
        return new Compute.Addon(
                addon.properties().text("AddonName"),
                version.isEmpty() ? "default" : version,
                addon.ready() ? "ACTIVE" : "CREATING");
    }

    private Compute.Repository repository(Live repository) {
        Properties properties = repository.properties();
        String encryption = properties.text("EncryptionConfiguration.EncryptionType");
        return new Compute.Repository(
                repository.physicalId(),
                repository.attribute("RepositoryUri"),
                properties.flag("ImageScanningConfiguration.ScanOnPush"),
                properties.text("ImageTagMutability").equals("IMMUTABLE"),
                encryption.isEmpty() ? "AES256" : encryption,
                properties.objects("RepositoryPolicyText.Statement").stream().anyMatch(ComputeView::letsEverybodyIn),
                Properties.of(properties.at(RehearsedImages.IMAGES).orElse(Map.of()))
                        .values()
                        .size());
    }

    private static boolean letsEverybodyIn(Properties statement) {
        boolean everybody = statement.text("Principal").equals("*")
                || statement.texts("Principal.AWS").contains("*");
        return everybody
                && statement.text("Effect").equals("Allow")
                && statement.at("Condition").isEmpty();
    }
}
