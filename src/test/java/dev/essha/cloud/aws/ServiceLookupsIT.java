package dev.essha.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.cloud.Actions;
import dev.essha.cloud.Cloud;
import dev.essha.cloud.Lookups;
import dev.essha.emulator.Emulator;
import dev.essha.inventory.Compute;
import dev.essha.inventory.DnsAnswer;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Offer;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DomainName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServiceLookupsIT {

    private static final String NAME = "ess-demo-service";

    private static Cloud cloud;
    private static Lookups lookups;
    private static Actions actions;
    private static Map<String, String> made;

    @BeforeAll
    static void bringUp() {
        cloud = Emulator.shared().reset().open("eu-central-1");
        lookups = cloud.lookups();
        actions = cloud.actions();
        made = new TestStacks(cloud.stacks()).bringUp(NAME, "service.yaml").outputs();
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    @Test
    void theLoadBalancerIsSeenWithItsListener() {
        assertThat(lookups.loadBalancers(made.get("VpcId"))).singleElement().satisfies(lb -> {
            assertThat(lb.arn()).isEqualTo(made.get("Balancer"));
            assertThat(lb.dnsName()).isEqualTo(made.get("Dns"));
            assertThat(lb.scheme()).isEqualTo("internet-facing");
            assertThat(lb.kind()).isEqualTo("network");
            assertThat(lb.state()).isEqualTo("active");
            assertThat(lb.zones()).containsExactly("eu-central-1a", "eu-central-1b");
            assertThat(lb.crossZone()).isTrue();
            assertThat(lb.listeners())
                    .containsExactly(new Edge.Listener(
                            443,
                            "TLS",
                            "ELBSecurityPolicy-TLS13-1-2-2021-06",
                            List.of(made.get("Certificate")),
                            List.of(made.get("Targets"))));
        });
    }

    @Test
    void theLoadBalancerWearsItsSecurityGroup() {
        assertThat(lookups.securityGroupsOfLoadBalancers(made.get("VpcId")))
                .isEqualTo(Map.of(made.get("Balancer"), List.of(made.get("BalancerGroup"))));
        assertThat(lookups.securityGroupsOfLoadBalancers("vpc-00000000000000000"))
                .isEmpty();
    }

    @Test
    void aCertificateOfAnotherRegionIsAskedThere() {
        try (Cloud elsewhere = Emulator.shared().open("us-east-1")) {
            assertThat(elsewhere.lookups().certificate(made.get("Certificate"))).isPresent();
            assertThat(elsewhere.actions().certificateValidation(made.get("Certificate")))
                    .isEmpty();
        }
    }

    @Test
    void theCertificateIsIssuedForTheDomainAndItsWildcard() {
        Edge.Certificate certificate =
                lookups.certificate(made.get("Certificate")).orElseThrow();

        assertThat(certificate.status()).isEqualTo("ISSUED");
        assertThat(certificate.names()).containsExactly("*.ess.example.com", "ess.example.com");
        assertThat(actions.certificateValidation(made.get("Certificate"))).isEmpty();
    }

    @Test
    void theZoneIsFoundAboveTheDomain() {
        assertThat(lookups.publicHostedZones("a.b.ess.example.com")).containsExactly(made.get("Zone"));
        assertThat(lookups.publicHostedZones("example.org")).isEmpty();
        assertThat(cloud.offers().hostedZones(new DomainName("ess.example.com")))
                .singleElement()
                .satisfies(zone -> {
                    assertThat(zone.id()).isEqualTo(made.get("Zone"));
                    assertThat(zone.name()).isEqualTo("example.com");
                    assertThat(zone.isPrivate()).isFalse();
                    assertThat(zone.nameServers()).isNotEmpty().isSorted();
                });
    }

    @Test
    void recordsAreSeenAndTheWildcardIsAnAsterisk() {
        assertThat(lookups.records(made.get("Zone"), List.of("ess.example.com", "*.ess.example.com")))
                .containsExactly(
                        new Edge.HostedRecord("*.ess.example.com", "A", List.of(), made.get("Dns")),
                        new Edge.HostedRecord("ess.example.com", "CNAME", List.of(made.get("Dns")), ""));
    }

    @Test
    void everybodySeesTheRecords() {
        DnsAnswer answer = cloud.resolver().lookUp("ess.example.com", "CNAME");
        assertThat(answer.values()).containsExactly(made.get("Dns"));
        assertThat(cloud.resolver().lookUp("some.ess.example.com", "A").status())
                .isEqualTo(DnsAnswer.Status.FOUND);
        assertThat(cloud.resolver().lookUp("other.example.com", "A").status()).isEqualTo(DnsAnswer.Status.NO_SUCH_NAME);
    }

    @Test
    void theClusterIsSeenWithItsNodes() {
        Compute.Cluster cluster = lookups.cluster(NAME).orElseThrow();
        assertThat(cluster.status()).isEqualTo("ACTIVE");
        assertThat(cluster.version()).isEqualTo("1.33");
        assertThat(cluster.publicApi()).isFalse();
        assertThat(cluster.logTypes()).containsExactly("api", "audit");

        Compute.NodeGroup group = lookups.nodeGroups(NAME).getFirst();
        assertThat(group.desiredSize()).isEqualTo(2);
        assertThat(group.instanceType()).isEqualTo("m7g.xlarge");
        assertThat(lookups.nodes(group.autoScalingGroups()))
                .hasSize(2)
                .allSatisfy(node -> assertThat(node.zone()).isEqualTo("eu-central-1a"));
        assertThat(lookups.addons(NAME)).extracting(Compute.Addon::name).containsExactly("eks-pod-identity-agent");
    }

    @Test
    void whatDoesNotExistIsAnEmptyAnswer() {
        assertThat(lookups.cluster("nothing")).isEmpty();
        assertThat(lookups.addons("nothing")).isEmpty();
        assertThat(lookups.nodes(List.of())).isEmpty();
        assertThat(lookups.certificate(made.get("Certificate").replaceAll("[^/]+$", "nothing")))
                .isEmpty();
    }

    @Test
    void nodesArePutBehindTheLoadBalancerOnce() {
        List<String> groups = actions.autoScalingGroups(NAME);

        actions.attachTargetGroups(groups.getFirst(), List.of(made.get("Targets")));
        actions.attachTargetGroups(groups.getFirst(), List.of(made.get("Targets")));

        assertThat(lookups.scalingGroups(groups))
                .containsExactly(new Compute.ScalingGroup(groups.getFirst(), List.of(made.get("Targets"))));
        assertThat(lookups.targetGroups(made.get("VpcId")))
                .singleElement()
                .satisfies(group -> assertThat(group.targets()).hasSize(2));
    }

    @Test
    void nodesAreTakenOutFromBehindTheLoadBalancerOnce() {
        String group = actions.autoScalingGroups(NAME).getFirst();
        actions.attachTargetGroups(group, List.of(made.get("Targets")));
        String never = made.get("Targets").replaceAll("[^/]+$", "0000000000000000");

        actions.detachTargetGroups(group, List.of(made.get("Targets"), never));
        actions.detachTargetGroups(group, List.of(made.get("Targets")));
        actions.detachTargetGroups("nothing", List.of(made.get("Targets")));

        assertThat(lookups.scalingGroups(List.of(group))).containsExactly(new Compute.ScalingGroup(group, List.of()));
    }

    @Test
    void theRepositoryIsPrivate() {
        assertThat(lookups.repositories(NAME + "/")).singleElement().satisfies(repository -> {
            assertThat(repository.name()).isEqualTo(NAME + "/images");
            assertThat(repository.scanOnPush()).isTrue();
            assertThat(repository.immutableTags()).isTrue();
            assertThat(repository.encryption()).isEqualTo("AES256");
            assertThat(repository.publicPolicy()).isFalse();
            assertThat(repository.images()).isZero();
        });
    }

    @Test
    void loadBalancersOfTheStackAreNotTheClusters() {
        assertThat(actions.loadBalancersMadeByCluster(NAME, made.get("VpcId"))).isEmpty();
        assertThat(actions.unusedInterfaces(made.get("VpcId"))).isEmpty();
    }

    @Test
    void theAccountIsTheOneSignedInTo() {
        assertThat(cloud.identity().account().value()).isEqualTo(Emulator.ACCOUNT);
        assertThat(cloud.identity().partition()).isEqualTo("aws");
    }

    @Test
    void theRegionOffersWhatADeploymentNeeds() {
        assertThat(cloud.offers().zones())
                .extracting(Offer.Zone::name)
                .contains("eu-central-1a", "eu-central-1b", "eu-central-1c")
                .isSorted();
        assertThat(cloud.offers().zonesOffering("m5.xlarge")).contains("eu-central-1a");
        assertThat(cloud.offers().zonesOfferingDatabase("16", "db.t4g.medium", DatabasePlan.Topology.MULTI_AZ_INSTANCE))
                .contains("eu-central-1a", "eu-central-1b", "eu-central-1c");
        assertThat(cloud.offers().zonesOfferingDatabase("16", "db.t4g.medium", DatabasePlan.Topology.MULTI_AZ_CLUSTER))
                .isEmpty();
        assertThat(cloud.offers().zonesOfferingDatabase("16", "db.m6gd.large", DatabasePlan.Topology.MULTI_AZ_CLUSTER))
                .contains("eu-central-1a", "eu-central-1b", "eu-central-1c");
        assertThat(cloud.offers().kafkaVersions()).contains("3.8.x");
        assertThat(cloud.offers().kubernetesVersions()).contains("1.33");
    }

    @Test
    void whatAPolicyRefusesIsDenied() {
        List<String> asked = List.of("ec2:CreateVpc", "kafka:CreateCluster", "iam:CreateRole");
        assertThat(cloud.offers().permissions(asked)).isEqualTo(Offer.Permissions.ALL);

        Emulator.shared().control().denyActions(List.of("kafka:*", "iam:CreateRole"));
        try {
            assertThat(cloud.offers().permissions(asked))
                    .isEqualTo(new Offer.Permissions(List.of("kafka:CreateCluster", "iam:CreateRole"), List.of()));
        } finally {
            Emulator.shared().control().clearFaults();
        }
    }

    @Test
    void limitsAreComparedWithWhatIsUsed() {
        assertThat(cloud.offers().quota(Offer.Limit.KUBERNETES_CLUSTERS)).hasValueSatisfying(quota -> {
            assertThat(quota.allowed()).isEqualTo(100);
            assertThat(quota.used()).isEqualTo(1);
        });
        for (Offer.Limit limit : Offer.Limit.values()) {
            assertThat(cloud.offers().quota(limit)).as(limit.title()).isPresent();
        }
    }

    @Test
    void aPartitionWithoutAGlobalServiceHasNoLimitOfIt() {
        try (Cloud elsewhere = Emulator.shared().open("us-gov-west-1")) {
            assertThat(elsewhere.offers().quota(Offer.Limit.DISTRIBUTIONS)).isEmpty();
        }
    }
}
