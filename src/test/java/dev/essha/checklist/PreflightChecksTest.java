package dev.essha.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Offer;
import dev.essha.inventory.Why;
import dev.essha.plan.DatabasePlan;
import dev.essha.plan.DatabasePlan.Sharing;
import dev.essha.plan.DatabasePlan.Topology;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EssPlan;
import dev.essha.plan.InstanceSize;
import dev.essha.plan.NetworkPlan.Egress;
import dev.essha.plan.Plan;
import dev.essha.plan.PlanChange;
import dev.essha.wording.Labels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightChecksTest {

    private final Plan plan = ExamplePlan.inRoute53();

    @Test
    void anAccountThatIsReadyPassesEveryCheck() {
        assertThat(PreflightChecks.judge(plan, new Prospect().preparation()))
                .allSatisfy(f ->
                        assertThat(f.verdict()).as(f.id() + " " + f.evidence()).isEqualTo(Verdict.PASS))
                .allSatisfy(f -> assertThat(f.requirement()).isEqualTo("preflight"));
    }

    record Obstacle(String what, Consumer<Prospect> change, String red) {
        @Override
        public String toString() {
            return what + " -> " + red;
        }
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void anObstacleTurnsExactlyItsFindingRed(Obstacle obstacle) {
        Prospect prospect = new Prospect();
        obstacle.change().accept(prospect);

        assertThat(PreflightChecks.judge(plan, prospect.preparation()))
                .filteredOn(f -> f.verdict() != Verdict.PASS)
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.id()).isEqualTo(obstacle.red());
                    assertThat(f.verdict()).isEqualTo(Verdict.FAIL);
                    assertThat(f.remedy()).isNotBlank();
                });
    }

    static Stream<Obstacle> obstacles() {
        return Stream.of(
                new Obstacle("another account", p -> p.account = "999988887777", "preflight-account"),
                new Obstacle("another region", p -> p.region = "us-east-1", "preflight-region"),
                new Obstacle("a zone that is impaired", Prospect::impairZone, "preflight-zones"),
                new Obstacle("a zone without the type", p -> p.nodeZones.remove("eu-central-1c"), "preflight-nodes"),
                new Obstacle(
                        "a zone without the class", p -> p.databaseZones.remove("eu-central-1a"), "preflight-database"),
                new Obstacle("an old Kafka", p -> p.kafkaVersions.remove("3.9.x"), "preflight-kafka"),
                new Obstacle("an old Kubernetes", p -> p.kubernetesVersions.remove("1.33"), "preflight-kubernetes"),
                new Obstacle("no hosted zone", p -> p.hostedZones.clear(), "preflight-domain"),
                new Obstacle("two hosted zones of one name", Prospect::doubleZone, "preflight-domain"),
                new Obstacle(
                        "a zone that public DNS leads past",
                        p -> p.serve("example.com", Status.FOUND, "ns.elsewhere.example"),
                        "preflight-domain"),
                new Obstacle(
                        "a zone that nobody delegates to",
                        p -> p.serve("example.com", Status.NO_SUCH_NAME),
                        "preflight-domain"),
                new Obstacle(
                        "an old Kafka that failed to come up",
                        p -> {
                            p.kafkaVersions.clear();
                            p.stacks.put("messaging", "CREATE_FAILED");
                        },
                        "preflight-kafka"),
                new Obstacle("a foreign stack", p -> p.foreignStacks.add("ess-demo-network"), "preflight-names"),
                new Obstacle(
                        "a permission that is missing",
                        p -> p.permissions =
                                new Offer.Permissions(List.of("kafka:CreateCluster"), List.of("iam:PassRole")),
                        "preflight-permissions"),
                new Obstacle("no VPC left", p -> p.use(Offer.Limit.VPCS, 5), "preflight-quota-vpcs"),
                new Obstacle(
                        "two addresses left", p -> p.use(Offer.Limit.ELASTIC_IPS, 3), "preflight-quota-elastic-ips"),
                new Obstacle(
                        "a zone full of NAT gateways",
                        p -> p.use(Offer.Limit.NAT_GATEWAYS, 5),
                        "preflight-quota-nat-gateways"),
                new Obstacle(
                        "few vCPUs left",
                        p -> p.use(Offer.Limit.STANDARD_VCPUS, 53),
                        "preflight-quota-standard-vcpus"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zones",
                "nodeZones",
                "databaseZones",
                "kafka",
                "kubernetes",
                "hostedZones",
                "standing",
                "foreignStacks",
                "permissions"
            })
    void whatCannotBeSeenIsUnknownAndNamesThePermission(String part) {
        assertThat(PreflightChecks.judge(plan, new Prospect().hide(part).preparation()))
                .filteredOn(f -> f.verdict() != Verdict.PASS)
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.UNKNOWN))
                .allSatisfy(f -> assertThat(f.evidence()).containsExactly("missing permission test:" + part));
    }

    @Test
    void whatTheDeploymentAlreadyHasIsNotNeededAgain() {
        Prospect prospect = new Prospect();
        Stream.of(Offer.Limit.values()).forEach(l -> prospect.use(l, 64));
        prospect.standing.putAll(Map.of(
                "AWS::EC2::VPC", 1L,
                "AWS::EC2::InternetGateway", 1L,
                "AWS::EC2::EIP", 3L,
                "AWS::EC2::NatGateway", 3L,
                "AWS::ElasticLoadBalancingV2::LoadBalancer", 1L,
                "AWS::RDS::DBInstance", 1L,
                "AWS::EKS::Cluster", 1L,
                "AWS::EKS::Nodegroup", 3L));

        assertThat(PreflightChecks.judge(plan, prospect.preparation()))
                .extracting(Finding::verdict)
                .containsOnly(Verdict.PASS);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        MULTI_AZ_INSTANCE, SHARED,      0, 0, 1
        MULTI_AZ_INSTANCE, PER_SERVICE, 0, 0, 7
        MULTI_AZ_INSTANCE, PER_SERVICE, 5, 0, 2
        MULTI_AZ_CLUSTER,  SHARED,      0, 0, 3
        MULTI_AZ_CLUSTER,  SHARED,      1, 0, 3
        MULTI_AZ_CLUSTER,  SHARED,      0, 1, 0
        MULTI_AZ_CLUSTER,  PER_SERVICE, 0, 5, 6
        """)
    void theMembersOfClustersCountAsInstances(
            Topology topology, Sharing sharing, long instances, long clusters, long more) {
        Prospect prospect = new Prospect();
        prospect.standing.put("AWS::RDS::DBInstance", instances);
        prospect.standing.put("AWS::RDS::DBCluster", clusters);

        assertThat(finding(ExamplePlan.withDatabase(topology, sharing), prospect, "preflight-quota-databases")
                        .evidence())
                .containsExactly("DB instances (L-7B6409FD): 5 allowed, 0 used, " + more + " more needed");
    }

    @Test
    void aClusterThatCannotBeOrderedIsTold() {
        Prospect prospect = new Prospect();
        prospect.databaseZones.clear();
        prospect.stacks.put("database", "CREATE_COMPLETE");
        prospect.standing.put("AWS::RDS::DBInstance", 1L);
        Plan clusters = ExamplePlan.withDatabase(Topology.MULTI_AZ_CLUSTER, Sharing.SHARED);

        Finding database = finding(clusters, prospect, "preflight-database");

        assertThat(database.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(database.title()).contains("Multi-AZ cluster");
        assertThat(database.evidence())
                .containsExactly("PostgreSQL 17.6 on db.m6gd.large can be ordered as a Multi-AZ cluster in none");
        assertThat(database.remedy()).contains("local disks", "multi-az-instance");
    }

    @Test
    void whatAPolicyMayAllowForTheRightResourceIsUnknownAndNamed() {
        Prospect prospect = new Prospect();
        prospect.permissions = new Offer.Permissions(List.of(), List.of("iam:PassRole"));

        Finding permissions = finding(plan, prospect, "preflight-permissions");

        assertThat(permissions.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(permissions.evidence()).singleElement().asString().endsWith(": iam:PassRole");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        shape,      limit,                  standing,                    count, needed
        small,      DATABASES,              AWS::RDS::DBInstance,        0,     1
        small,      NETWORK_LOAD_BALANCERS, AWS::RDS::DBInstance,        0,     1
        large,      DATABASES,              AWS::RDS::DBCluster,         0,     24
        large,      DATABASES,              AWS::RDS::DBCluster,         7,     3
        large,      DATABASE_CLUSTERS,      AWS::RDS::DBCluster,         0,     8
        large,      DATABASE_CLUSTERS,      AWS::RDS::DBCluster,         5,     3
        large,      NETWORK_LOAD_BALANCERS, AWS::RDS::DBCluster,         0,     4
        large,      DISTRIBUTIONS,          AWS::RDS::DBCluster,         0,     1
        large,      NAT_GATEWAYS,           AWS::EC2::NatGateway,        2,     1
        """)
    void whatAShapeNeedsOfALimitIsCounted(String shape, Offer.Limit limit, String standing, long count, long needed) {
        Prospect prospect = new Prospect();
        prospect.standing.put(standing, count);
        Plan chosen = shape.equals("small") ? plan : largest(plan);

        assertThat(finding(chosen, prospect, "preflight-quota-" + label(limit)).evidence())
                .singleElement()
                .asString()
                .endsWith(needed + " more needed");
    }

    @ParameterizedTest
    @EnumSource(
            value = Offer.Limit.class,
            names = {"DATABASE_CLUSTERS", "DISTRIBUTIONS"})
    void aLimitThatNothingCountsInIsNotHeldAgainstThePlan(Offer.Limit limit) {
        Prospect prospect = new Prospect();
        prospect.quotas.put(limit, new Observed.Unseen<>("test:quota", Why.of(Why.Kind.DENIED, "test:quota")));

        assertThat(finding(plan, prospect, "preflight-quota-" + label(limit)))
                .returns(Verdict.PASS, Finding::verdict)
                .satisfies(f -> assertThat(f.evidence())
                        .containsExactly("nothing that counts is needed (" + limit.title() + ")"));
    }

    /** A database cluster for each of eight services, a load balancer in each zone and inside, CloudFront. */
    private static Plan largest(Plan plan) {
        DatabasePlan database = plan.database();
        return new Plan(
                plan.name(),
                plan.account(),
                plan.region(),
                plan.tags(),
                new EssPlan(true, true, true),
                plan.network(),
                new DomainPlan(plan.domain().name(), plan.domain().dns(), Optional.empty(), false, true),
                new EdgePlan(
                        EdgePlan.LoadBalancing.PER_ZONE,
                        EdgePlan.Gateway.CLOUDFRONT,
                        plan.edge().allowedCidrs(),
                        plan.edge().tlsPolicy(),
                        plan.edge().nodePort()),
                new DatabasePlan(
                        DatabasePlan.Topology.MULTI_AZ_CLUSTER,
                        DatabasePlan.Sharing.PER_SERVICE,
                        database.engineVersion(),
                        database.instanceClass(),
                        database.storageGiB(),
                        database.maxStorageGiB(),
                        database.backupDays(),
                        database.deletionProtection()),
                plan.messaging(),
                plan.storage(),
                plan.compute(),
                plan.registry());
    }

    private static String label(Offer.Limit limit) {
        return Labels.of(limit);
    }

    @Test
    void aQuotaSaysItsCodeAndItsNumbers() {
        Prospect prospect = new Prospect();
        prospect.use(Offer.Limit.ELASTIC_IPS, 4);
        prospect.standing.put("AWS::EC2::EIP", 1L);

        assertThat(finding(plan, prospect, "preflight-quota-elastic-ips").evidence())
                .containsExactly("EC2-VPC Elastic IPs (L-0263D0A3): 5 allowed, 4 used, 2 more needed");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        # A regional NAT gateway is one, a zone's own are three.
        egress,       network,         gateways, needed
        REGIONAL_NAT, CREATE_COMPLETE, 3,        3
        REGIONAL_NAT, CREATE_COMPLETE, 1,        0
        NAT_PER_ZONE, UPDATE_COMPLETE, 1,        3
        NAT_PER_ZONE, CREATE_FAILED,   1,        0
        NAT_PER_ZONE, UPDATE_COMPLETE, 3,        0
        """)
    void theAddressesOfAnotherWayOutAreReleasedOnlyAfterTheChange(
            Egress egress, String network, long gateways, long needed) {
        Prospect prospect = new Prospect();
        prospect.use(Offer.Limit.ELASTIC_IPS, 3);
        prospect.stacks.put("network", network);
        prospect.standing.putAll(Map.of("AWS::EC2::EIP", 3L, "AWS::EC2::NatGateway", gateways));

        Finding addresses = finding(PlanChange.egress(plan, egress), prospect, "preflight-quota-elastic-ips");

        assertThat(addresses.verdict()).isEqualTo(needed == 0 ? Verdict.PASS : Verdict.FAIL);
        assertThat(addresses.evidence())
                .containsExactly("EC2-VPC Elastic IPs (L-0263D0A3): 5 allowed, 3 used, " + needed + " more needed");
    }

    @Test
    void aDomainAtTheTopOfItsZoneCannotTakeACname() {
        Plan apex = ExamplePlan.with(new DomainPlan(new DomainName("example.com"), Dns.ROUTE53, Optional.empty()));

        Finding domain = finding(apex, new Prospect(), "preflight-domain");

        assertThat(domain.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(domain.evidence().getFirst()).contains("apex of the hosted zone Z1");
    }

    @Test
    void theZoneThatThePlanNamesIsTheOne() {
        Prospect prospect = new Prospect();
        prospect.doubleZone();
        Plan named =
                ExamplePlan.with(new DomainPlan(new DomainName("ess.example.com"), Dns.ROUTE53, Optional.of("Z2")));
        prospect.serve("example.com", Status.FOUND, "ns-2.example.net");

        Finding domain = finding(named, prospect, "preflight-domain");

        assertThat(domain.verdict()).isEqualTo(Verdict.PASS);
        assertThat(domain.evidence().getFirst()).contains("Z2");
    }

    @Test
    void nameServersThatDifferAreShownSideBySide() {
        Prospect prospect = new Prospect();
        prospect.serve("example.com", Status.FOUND, "ns.elsewhere.example");

        assertThat(finding(plan, prospect, "preflight-domain").evidence())
                .contains("name servers in public DNS: ns.elsewhere.example; of the zone: ns-1.example.net");
    }

    @Test
    void aZoneThatNobodyAnswersForIsUnknown() {
        Prospect prospect = new Prospect();
        prospect.serve("example.com", Status.FAILED);

        assertThat(finding(plan, prospect, "preflight-domain").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aVersionThatLeftTheOfferIsNoObstacleToWhatStands() {
        Prospect prospect = new Prospect();
        prospect.databaseZones.clear();
        prospect.kafkaVersions.clear();
        prospect.kubernetesVersions.clear();
        prospect.standing.put("AWS::RDS::DBInstance", 1L);
        prospect.stacks.putAll(Map.of(
                "database", "CREATE_COMPLETE", "messaging", "UPDATE_COMPLETE", "compute", "UPDATE_ROLLBACK_COMPLETE"));

        assertThat(PreflightChecks.judge(plan, prospect.preparation()))
                .extracting(Finding::verdict)
                .containsOnly(Verdict.PASS);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # parent,        its parent,   verdict
        FOUND,           FOUND,        PASS
        NO_DATA,         FOUND,        PASS
        NO_SUCH_NAME,    NO_SUCH_NAME, FAIL
        NO_SUCH_NAME,    FAILED,       UNKNOWN
        """)
    void elsewhereTheDomainHasToBeBelowAZoneThatIsServed(Status parent, Status above, Verdict verdict) {
        Prospect prospect = new Prospect();
        prospect.lookups.clear();
        prospect.serve("team.example.com", parent, "ns1.example.net");
        prospect.serve("example.com", above, "ns1.example.net");
        DomainName below = new DomainName("ess.team.example.com");

        assertThat(finding(
                                ExamplePlan.with(new DomainPlan(below, Dns.ELSEWHERE, Optional.empty())),
                                prospect,
                                "preflight-domain")
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void elsewhereADomainAtTheTopOfItsZoneCannotTakeACname() {
        Plan apex = ExamplePlan.with(new DomainPlan(new DomainName("example.com"), Dns.ELSEWHERE, Optional.empty()));

        assertThat(finding(apex, new Prospect(), "preflight-domain").verdict()).isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        m7g.xlarge,   4
        c7i.2xlarge,  8
        r8g.48xlarge, 192
        t3.large,     2
        """)
    void theSizeOfATypeTellsItsVirtualCpus(String type, long cpus) {
        assertThat(InstanceSize.virtualCpus(type)).hasValue(cpus);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m7g.medium", "c7g.metal", "x"})
    void aSizeThatVariesByFamilyTellsNothing(String type) {
        assertThat(InstanceSize.virtualCpus(type)).isEmpty();
    }

    @Test
    void everyLimitHasACheck() {
        assertThat(PreflightChecks.CHECKS.stream().filter(c -> c.id().startsWith("preflight-quota-")))
                .extracting(Check::id)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Offer.Limit.values())
                        .map(l -> "preflight-quota-" + label(l))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Finding finding(Plan plan, Prospect prospect, String id) {
        return PreflightChecks.judge(plan, prospect.preparation()).stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
