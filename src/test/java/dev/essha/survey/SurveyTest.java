package dev.essha.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Output;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.checklist.ExamplePlan;
import dev.essha.cloud.StackResource;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.inventory.Compute;
import dev.essha.inventory.Data;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Observed;
import dev.essha.inventory.Observed.Seen;
import dev.essha.inventory.Observed.Unseen;
import dev.essha.inventory.Offer;
import dev.essha.inventory.Preparation;
import dev.essha.inventory.Why;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.RegionName;
import dev.essha.plan.ResourceNames;
import dev.essha.plan.ValidPlan;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final Plan plan = ExamplePlan.inRoute53();
    private final AccountDouble account = new AccountDouble();
    private final Survey survey = new Survey(() -> "r4nd0m");

    @Test
    void idsComeFromTheOutputsOfTheStacks() {
        install();

        survey.take(blueprint(), account, NOON);

        assertThat(account.asked)
                .contains(
                        "vpc value-of-VpcId",
                        "subnets value-of-VpcId",
                        "kafka value-of-KafkaClusterArn",
                        "bucket value-of-BucketName",
                        "key value-of-KeyArn",
                        "certificate value-of-CertificateArn",
                        "cluster value-of-ClusterName",
                        "repositories ess-demo/");
    }

    @Test
    void theDomainARandomNameAndTheLoadBalancersAreLookedUp() {
        install();
        account.answers.put("loadBalancers", List.of(balancer("lb.example.net")));

        survey.take(blueprint(), account, NOON);

        assertThat(account.asked)
                .contains(
                        "CNAME ess.example.com",
                        "A ess.example.com",
                        "CNAME r4nd0m.ess.example.com",
                        "A r4nd0m.ess.example.com",
                        "A lb.example.net");
    }

    @Test
    void nodesAreThoseOfTheNodeGroupsScalingGroups() {
        install();
        account.answers.put(
                "nodeGroups",
                List.of(new Compute.NodeGroup("n", "ACTIVE", "t", 1, 1, 1, List.of(), List.of("asg-a", "asg-b"))));

        survey.take(blueprint(), account, NOON);

        assertThat(account.asked).contains("nodes [asg-a, asg-b]", "scalingGroups [asg-a, asg-b]");
    }

    @Test
    void aStageThatIsNotInstalledIsTheReason() {
        install();
        account.stacks.remove("ess-demo-messaging");

        Inventory inventory = survey.take(blueprint(), account, NOON);

        assertThat(reason(inventory.kafka())).isEqualTo(Why.of(Why.Kind.NOT_INSTALLED, StageId.MESSAGING.named()));
        assertThat(value(inventory.stacks())).doesNotContainKey("messaging").containsKey("network");
    }

    @Test
    void whatIsFoundByItsNameIsNotMissedBeforeItsStageIsInstalled() {
        install();
        account.stacks.remove("ess-demo-security");
        account.stacks.remove("ess-demo-registry");

        Inventory inventory = survey.take(blueprint(), account, NOON);

        assertThat(reason(inventory.secrets())).isEqualTo(Why.of(Why.Kind.NOT_INSTALLED, StageId.SECURITY.named()));
        assertThat(reason(inventory.repositories()))
                .isEqualTo(Why.of(Why.Kind.NOT_INSTALLED, StageId.REGISTRY.named()));
    }

    @Test
    void aStackThatDoesNotDeliverIsTheReason() {
        install();
        account.stacks.put("ess-demo-compute", stack("ess-demo-compute", StackStatus.CREATE_FAILED, Map.of()));

        Inventory inventory = survey.take(blueprint(), account, NOON);

        assertThat(reason(inventory.nodes()))
                .isEqualTo(Why.of(Why.Kind.NO_OUTPUT, StageId.COMPUTE.named(), "CREATE_FAILED", "ClusterName"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        subnets,    subnets
        kafka,      kafka
        secrets,    secrets
        nodeGroups, nodes
        lookUp,     lookups
        records,    records
        resources,  stackResources
        find,       vpc
        """)
    void aMissingPermissionIsTheReason(String call, String part) throws ReflectiveOperationException {
        install();
        account.answers.put("publicHostedZones", List.of("Z1"));
        account.denied.add(call);

        Inventory inventory = survey.take(blueprint(), account, NOON);

        Observed<?> seen = (Observed<?>) Inventory.class.getMethod(part).invoke(inventory);
        assertThat(reason(seen)).isEqualTo(Why.of(Why.Kind.DENIED, "test:Allow-" + call));
    }

    @Test
    void aClusterAndADatabaseOfOneNameAreBothSeen() {
        install();
        account.resources.put(
                "id-of-ess-demo-database",
                List.of(new StackResource("A", "ess-demo", "AWS::RDS::DBInstance", "CREATE_COMPLETE")));
        account.resources.put(
                "id-of-ess-demo-compute",
                List.of(new StackResource("B", "ess-demo", "AWS::EKS::Cluster", "CREATE_COMPLETE")));

        assertThat(value(survey.take(blueprint(), account, NOON).stackResources()))
                .containsOnlyKeys("AWS::RDS::DBInstance", "AWS::EKS::Cluster");
    }

    @Test
    void recordsOfADomainServedElsewhereAreNotAskedFor() {
        Inventory inventory = survey.take(blueprint(ExamplePlan.elsewhere()), account, NOON);

        assertThat(reason(inventory.records())).isEqualTo(Why.of(Why.Kind.DNS_ELSEWHERE));
        assertThat(account.asked).noneMatch(a -> a.startsWith("publicHostedZone"));
    }

    @Test
    void ofTwoZonesOfOneNameNoneIsTakenUnlessThePlanNamesIt() {
        account.answers.put("publicHostedZones", List.of("Z1", "Z2"));
        Plan named = ExamplePlan.with(new DomainPlan(plan.domain().name(), DomainPlan.Dns.ROUTE53, Optional.of("Z2")));

        Inventory open = survey.take(blueprint(), account, NOON);
        Inventory chosen = survey.take(blueprint(named), account, NOON);

        assertThat(reason(open.records())).isEqualTo(Why.of(Why.Kind.SEVERAL_ZONES, "Z1, Z2"));
        assertThat(value(chosen.records())).isEmpty();
        assertThat(account.asked).contains("records Z2").doesNotContain("records Z1");
    }

    @Test
    void secretsOfADeploymentWithALongerNameAreLeftOut() {
        install();
        account.answers.put(
                "secrets",
                Stream.of("ess-demo/database/webid", "AmazonMSK_ess-demo", "AmazonMSK_ess-demo2")
                        .map(n -> new Data.Secret(n, "arn", "", true))
                        .toList());

        Inventory inventory = survey.take(blueprint(), account, NOON);

        assertThat(value(inventory.secrets()))
                .extracting(Data.Secret::name)
                .containsExactly("ess-demo/database/webid", "AmazonMSK_ess-demo");
    }

    @Test
    void preflightCountsWhatStandsAndNamesForeignStacks() {
        install();
        account.stacks.put("ess-demo-database", foreign("ess-demo-database", Map.of()));
        account.resources.put(
                "id-of-ess-demo-network",
                List.of(
                        new StackResource("A", "eipalloc-1", "AWS::EC2::EIP", "CREATE_COMPLETE"),
                        new StackResource("B", "eipalloc-2", "AWS::EC2::EIP", "CREATE_COMPLETE"),
                        new StackResource("C", "", "AWS::EC2::EIP", "CREATE_IN_PROGRESS")));

        Preparation found = Preflight.take(blueprint(), account, NOON);

        assertThat(value(found.standing())).containsEntry("AWS::EC2::EIP", 2L);
        assertThat(value(found.foreignStacks())).containsExactly("ess-demo-database");
        assertThat(value(found.stacks()))
                .containsEntry("network", "CREATE_COMPLETE")
                .doesNotContainKey("database");
        assertThat(found.quotas()).hasSize(Offer.Limit.values().length);
    }

    @Test
    void preflightAsksForNoNameThatMayNotExistYet() {
        account.answers.put(
                "hostedZones",
                List.of(
                        new Offer.HostedZone("Z1", "example.com", false, List.of("ns1")),
                        new Offer.HostedZone("Z2", "ess.example.com", true, List.of())));

        Preflight.take(blueprint(), account, NOON);
        Preflight.take(blueprint(ExamplePlan.elsewhere()), account, NOON);

        assertThat(account.asked)
                .contains("NS example.com")
                .noneMatch(a -> a.endsWith(" ess.example.com") && !a.startsWith("hostedZones"));
    }

    /** The port gives a stack that awaits review the tags that its change sets want for it. */
    @Test
    void aStackThatAwaitsReviewIsForeignUnlessItsChangeSetsAreOurs() {
        account.stacks.put("ess-demo-network", inReview(Map.of(ResourceNames.DEPLOYMENT_TAG, "demo")));
        assertThat(value(Preflight.take(blueprint(), account, NOON).foreignStacks()))
                .isEmpty();

        account.stacks.put("ess-demo-network", inReview(Map.of()));
        assertThat(value(Preflight.take(blueprint(), account, NOON).foreignStacks()))
                .containsExactly("ess-demo-network");
    }

    private static StackView inReview(Map<String, String> tags) {
        return new StackView("ess-demo-network", "id", StackStatus.REVIEW_IN_PROGRESS, "", Map.of(), tags, false, NOON);
    }

    @Test
    void theStacksOfSomebodyElseAreNotLookedInto() {
        install();
        account.stacks.put("ess-demo-network", foreign("ess-demo-network", Map.of("VpcId", "vpc-foreign")));

        Inventory inventory = survey.take(blueprint(), account, NOON);

        assertThat(reason(inventory.vpc())).isEqualTo(Why.of(Why.Kind.NOT_INSTALLED, StageId.NETWORK.named()));
        assertThat(value(inventory.stacks())).doesNotContainKey("network");
        assertThat(account.asked).doesNotContain("vpc vpc-foreign", "resources id-of-ess-demo-network");
    }

    @Test
    void aLimitOfAnotherRegionIsNotAskedForWithoutNeed() {
        Preparation found = Preflight.take(blueprint(), account, NOON);

        assertThat(found.quotas().get(Offer.Limit.DISTRIBUTIONS)).isInstanceOf(Seen.class);
        assertThat(account.asked).noneMatch(asked -> asked.contains("DISTRIBUTIONS"));
    }

    @Test
    void preflightNamesThePermissionThatIsMissing() {
        account.denied.add("permissions");
        account.denied.add("zones");

        Preparation found = Preflight.take(blueprint(), account, NOON);

        assertThat(reason(found.permissions())).isEqualTo(Why.of(Why.Kind.DENIED, "test:Allow-permissions"));
        assertThat(reason(found.zones())).isEqualTo(Why.of(Why.Kind.DENIED, "test:Allow-zones"));
        assertThat(found.hostedZones()).isInstanceOf(Seen.class);
        assertThat(account.asked).contains("hostedZones " + new DomainName("ess.example.com"));
    }

    private void install() {
        for (Stage stage : blueprint().stages()) {
            String name = ((Work.Stack) stage.work()).name();
            Map<String, String> outputs = new HashMap<>();
            Stream.of(Output.values())
                    .filter(o -> o.producer() == stage.id())
                    .forEach(o -> outputs.put(o.key(), "value-of-" + o.key()));
            account.stacks.put(name, stack(name, StackStatus.CREATE_COMPLETE, outputs));
        }
    }

    private static StackView stack(String name, StackStatus status, Map<String, String> outputs) {
        Map<String, String> tags = Map.of(ResourceNames.DEPLOYMENT_TAG, "demo");
        return new StackView(name, "id-of-" + name, status, "", outputs, tags, false, NOON);
    }

    private static StackView foreign(String name, Map<String, String> outputs) {
        Map<String, String> tags = Map.of(ResourceNames.DEPLOYMENT_TAG, "another");
        return new StackView(name, "id-of-" + name, StackStatus.CREATE_COMPLETE, "", outputs, tags, false, NOON);
    }

    private static Edge.LoadBalancer balancer(String dnsName) {
        return new Edge.LoadBalancer(
                "arn", "ess-demo", dnsName, "internet-facing", "network", "active", "v", List.of(), true, List.of());
    }

    private Blueprint blueprint() {
        return blueprint(plan);
    }

    private static Blueprint blueprint(Plan plan) {
        ResourceNames names = new ResourceNames(plan.name());
        List<Stage> stages = Stream.of(
                        StageId.NETWORK,
                        StageId.SECURITY,
                        StageId.REGISTRY,
                        StageId.STORAGE,
                        StageId.DATABASE,
                        StageId.MESSAGING,
                        StageId.COMPUTE,
                        StageId.EDGE)
                .map(id -> new Stage(id, new TreeSet<>(), stack(names.stack(id.label()))))
                .toList();
        return new Blueprint(ValidPlan.of(plan), stages);
    }

    private static Work.Stack stack(String name) {
        return new Work.Stack(
                new RegionName("eu-central-1"),
                name,
                "",
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                List.of(),
                false,
                new TreeSet<>());
    }

    private static Why reason(Observed<?> part) {
        assertThat(part).isInstanceOf(Unseen.class);
        return ((Unseen<?>) part).reason();
    }

    private static <T> T value(Observed<T> part) {
        assertThat(part).isInstanceOf(Seen.class);
        return ((Seen<T>) part).value();
    }
}
