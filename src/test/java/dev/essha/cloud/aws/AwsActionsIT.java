package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.essha.cloud.Actions;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.CloudException;
import dev.essha.cloud.CloudFailure;
import dev.essha.emulator.Emulator;
import dev.essha.inventory.Data;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.RegionName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

class AwsActionsIT {

    private static final String CLUSTER = "ess-demo";

    private static Cloud cloud;
    private static AwsClients clients;
    private static Actions actions;
    private static String vpc;

    @BeforeAll
    static void open() {
        Emulator emulator = Emulator.shared().reset();
        cloud = emulator.open("eu-central-1");
        clients = new AwsClients(emulator.settings(new RegionName("eu-central-1")));
        actions = cloud.actions();
        vpc = clients.ec2().createVpc(r -> r.cidrBlock("10.91.0.0/16")).vpc().vpcId();
    }

    @AfterAll
    static void close() {
        clients.close();
        cloud.close();
    }

    @Test
    void tagsComeAndGoBesideThoseThatAreThere() {
        String subnet = subnet("10.91.0.0/24");
        actions.tag(List.of(vpc, subnet), new TreeMap<>(Map.of("Name", "theirs")));

        actions.tag(List.of(vpc, subnet), new TreeMap<>(Map.of("ess-ha:used-by/demo", "true")));

        assertThat(tags()).containsEntry("Name", "theirs").containsEntry("ess-ha:used-by/demo", "true");
        actions.untag(List.of(vpc, subnet, "subnet-00000000000000000"), List.of("ess-ha:used-by/demo"));
        actions.untag(List.of(vpc, subnet), List.of("ess-ha:used-by/demo"));
        assertThat(tags()).containsEntry("Name", "theirs").doesNotContainKey("ess-ha:used-by/demo");
    }

    @Test
    void onlyWhatOthersMadeAndLeftIsFound() {
        List<String> left = List.of(
                group("k8s-traffic", Map.of("elbv2.k8s.aws/cluster", CLUSTER, "elbv2.k8s.aws/resource", "backend-sg")),
                group("k8s-elb", Map.of("kubernetes.io/cluster/" + CLUSTER, "owned")),
                group("GlobalAccelerator", Map.of("AWSServiceName", "GlobalAccelerator")),
                group("eks-cluster-sg", Map.of("aws:eks:cluster-name", CLUSTER)));
        group("another-clusters", Map.of("elbv2.k8s.aws/cluster", "other"));
        group("shared", Map.of("kubernetes.io/cluster/" + CLUSTER, "shared"));
        group("ours", Map.of("elbv2.k8s.aws/cluster", CLUSTER, "ess-ha:deployment", "demo"));
        group("a-stacks", Map.of("elbv2.k8s.aws/cluster", CLUSTER, "aws:cloudformation:stack-id", "arn:stack"));
        group("nobodys", Map.of());
        String used = group("used", Map.of("elbv2.k8s.aws/cluster", CLUSTER));
        clients.ec2()
                .createNetworkInterface(r -> r.subnetId(subnet("10.91.1.0/24")).groups(used));

        assertThat(actions.securityGroupsLeftByOthers(CLUSTER, vpc))
                .containsExactlyInAnyOrderElementsOf(left)
                .isSorted();
        left.forEach(actions::deleteSecurityGroup);
        assertThat(actions.securityGroupsLeftByOthers(CLUSTER, vpc)).isEmpty();
    }

    @Test
    void theGroupOfAClusterThatStandsIsNotLeft() {
        clients.eks()
                .createCluster(r -> r.name("standing")
                        .roleArn("arn:aws:iam::" + Emulator.ACCOUNT + ":role/standing")
                        .resourcesVpcConfig(
                                c -> c.subnetIds(subnet("10.91.2.0/24"), subnet("10.91.3.0/24", "eu-central-1b"))));
        group("eks-cluster-sg-standing", Map.of("aws:eks:cluster-name", "standing"));
        String controllers = group("k8s-standing", Map.of("elbv2.k8s.aws/cluster", "standing"));

        assertThat(actions.securityGroupsLeftByOthers("standing", vpc)).containsExactly(controllers);
    }

    @Test
    void aGroupGoesWithTheRulesThatLeadToIt() {
        String leaving = group("leaving", Map.of());
        String staying = group("staying", Map.of());
        String peer = group("peer", Map.of());
        clients.ec2()
                .authorizeSecurityGroupIngress(
                        r -> r.groupId(staying).ipPermissions(from(443, leaving), from(443, peer)));
        clients.ec2().authorizeSecurityGroupEgress(r -> r.groupId(staying).ipPermissions(from(8443, leaving)));

        actions.deleteSecurityGroup(leaving);
        actions.deleteSecurityGroup(leaving);

        assertThat(cloud.lookups().securityGroups(vpc))
                .noneMatch(group -> group.id().equals(leaving))
                .filteredOn(group -> group.id().equals(staying))
                .singleElement()
                .satisfies(group -> assertThat(group.ingress())
                        .singleElement()
                        .satisfies(rule -> assertThat(rule.peer()).isEqualTo(peer)));
    }

    @Test
    void aGroupThatSomethingStillUsesIsAConflict() {
        String used = group("still-used", Map.of());
        Emulator.shared()
                .control()
                .failCall("ec2", "DeleteSecurityGroup", 400, "DependencyViolation", "it has a dependent object");

        CloudFailure failure = catchThrowableOfType(CloudException.class, () -> actions.deleteSecurityGroup(used))
                .failure();

        assertThat(failure)
                .isEqualTo(new CloudFailure.Conflict("ec2:DeleteSecurityGroup", "it has a dependent object"));
        Emulator.shared().control().clearFaults();
    }

    @Test
    void aSnapshotOfAClusterIsFoundByTheClusterAndByItsTag() {
        clients.rds()
                .createDBSubnetGroup(r -> r.dbSubnetGroupName("ess-snap")
                        .dbSubnetGroupDescription("ess-snap")
                        .subnetIds(
                                subnet("10.91.10.0/24"),
                                subnet("10.91.11.0/24", "eu-central-1b"),
                                subnet("10.91.12.0/24", "eu-central-1c")));
        clients.rds()
                .createDBCluster(r -> r.dbClusterIdentifier("ess-snap")
                        .engine("postgres")
                        .dbClusterInstanceClass("db.m6gd.large")
                        .allocatedStorage(100)
                        .storageType("gp3")
                        .dbSubnetGroupName("ess-snap")
                        .masterUsername("ess")
                        .manageMasterUserPassword(true)
                        .deletionProtection(true));
        snapshot("ess-snap-ours", "snap");
        clients.rds()
                .createDBClusterSnapshot(
                        r -> r.dbClusterIdentifier("ess-snap").dbClusterSnapshotIdentifier("ess-snap-theirs"));
        actions.allowDatabaseClusterDeletion("ess-snap");
        clients.rds().deleteDBCluster(r -> r.dbClusterIdentifier("ess-snap").skipFinalSnapshot(true));

        assertThat(actions.databaseClusterSnapshots("ess-snap")).containsExactly("ess-snap-ours");
        assertThat(cloud.lookups().keptData(new DeploymentName("snap")))
                .extracting(Data.Kept::kind, Data.Kept::id)
                .containsExactly(tuple(Data.Kept.Kind.DATABASE_CLUSTER_SNAPSHOT, "ess-snap-ours"));

        actions.deleteDatabaseClusterSnapshot("ess-snap-ours");
        actions.deleteDatabaseClusterSnapshot("ess-snap-ours");
        assertThat(actions.databaseClusterSnapshots("ess-snap")).isEmpty();
        assertThat(cloud.lookups().keptData(new DeploymentName("snap"))).isEmpty();
    }

    @Test
    void aLogGroupIsFoundByItsWholeNameAndRemovedOnce() {
        clients.logs().createLogGroup(r -> r.logGroupName("/aws/eks/ess-demo/cluster"));
        clients.logs().createLogGroup(r -> r.logGroupName("/aws/eks/ess-demo/cluster-of-another"));

        assertThat(actions.logGroups(List.of("/aws/eks/ess-demo/cluster", "/aws/eks/ess-demo", "/aws/eks/other")))
                .containsExactly("/aws/eks/ess-demo/cluster");
        actions.deleteLogGroup("/aws/eks/ess-demo/cluster");
        actions.deleteLogGroup("/aws/eks/ess-demo/cluster");
        assertThat(actions.logGroups(List.of("/aws/eks/ess-demo/cluster"))).isEmpty();
    }

    private static Map<String, String> tags() {
        return cloud.lookups().vpc(vpc).orElseThrow().tags();
    }

    private static void snapshot(String name, String deployment) {
        clients.rds()
                .createDBClusterSnapshot(r -> r.dbClusterIdentifier("ess-snap")
                        .dbClusterSnapshotIdentifier(name)
                        .tags(software.amazon.awssdk.services.rds.model.Tag.builder()
                                .key("ess-ha:deployment")
                                .value(deployment)
                                .build()));
    }

    private static String subnet(String cidr) {
        return subnet(cidr, "eu-central-1a");
    }

    private static String subnet(String cidr, String zone) {
        return clients.ec2()
                .createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr).availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    private static String group(String name, Map<String, String> tags) {
        TagSpecification specification = TagSpecification.builder()
                .resourceType(ResourceType.SECURITY_GROUP)
                .tags(tags.entrySet().stream()
                        .map(e -> Tag.builder()
                                .key(e.getKey())
                                .value(e.getValue())
                                .build())
                        .toList())
                .build();
        return clients.ec2()
                .createSecurityGroup(r -> {
                    r.groupName(name).description(name).vpcId(vpc);
                    if (!tags.isEmpty()) {
                        r.tagSpecifications(specification);
                    }
                })
                .groupId();
    }

    private static IpPermission from(int port, String peer) {
        return IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .userIdGroupPairs(UserIdGroupPair.builder().groupId(peer).build())
                .build();
    }
}
