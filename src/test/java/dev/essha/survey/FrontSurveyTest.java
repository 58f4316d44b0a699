package dev.essha.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.blueprint.Blueprint;
import dev.essha.blueprint.Output;
import dev.essha.blueprint.Stage;
import dev.essha.blueprint.StageId;
import dev.essha.blueprint.Work;
import dev.essha.checklist.ExamplePlan;
import dev.essha.cloud.StackStatus;
import dev.essha.cloud.StackView;
import dev.essha.inventory.Edge;
import dev.essha.inventory.Inventory;
import dev.essha.inventory.Observed.Seen;
import dev.essha.inventory.Observed.Unseen;
import dev.essha.inventory.Why;
import dev.essha.plan.Cidr;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
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

/** What is looked at before the load balancers, shape by shape. */
class FrontSurveyTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final AccountDouble account = new AccountDouble();

    @Test
    void whatThePlanDoesNotHaveIsNotAskedFor() {
        Inventory inventory = survey(plan(LoadBalancing.SINGLE, Gateway.NONE, false));

        assertThat(inventory.front().accelerator())
                .isInstanceOfSatisfying(
                        Seen.class, seen -> assertThat(seen.value()).isEqualTo(Optional.empty()));
        assertThat(account.asked)
                .noneMatch(a -> a.startsWith("accelerator")
                        || a.startsWith("distribution")
                        || a.startsWith("webAcl")
                        || a.startsWith("cloudFrontPrefixList")
                        || a.startsWith("privateZone"));
    }

    @Test
    void anAcceleratorAndItsNameAreLookedUp() {
        survey(plan(LoadBalancing.FRONTED, Gateway.NONE, false));

        assertThat(account.asked).contains("accelerator value-of-AcceleratorArn", "A value-of-AcceleratorName");
    }

    @Test
    void aGatewayIsLookedAtWithItsWebAclItsCertificateAndItsAddresses() {
        account.answers.put("distribution", Optional.of(distribution("arn:certificate")));
        account.answers.put("cloudFrontPrefixList", Optional.of("pl-1"));
        Inventory inventory = survey(plan(LoadBalancing.SINGLE, Gateway.CLOUDFRONT, false));

        assertThat(account.asked)
                .contains(
                        "distribution value-of-GatewayId",
                        "webAcl value-of-WebAclArn",
                        "certificate arn:certificate",
                        "A value-of-GatewayName");
        assertThat(inventory.front().gatewayAddresses())
                .isEqualTo(new Seen<>(Optional.of("pl-1"), "ec2:DescribeManagedPrefixLists"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        SINGLE,   2
        PER_ZONE, 3
        """)
    void theRecordsOfTheZonesAreReadWhereThereAreSome(LoadBalancing shape, int names) {
        account.answers.put("publicHostedZones", List.of("Z1"));
        account.answers.put(
                "records",
                List.of(
                        record("eu-central-1b", "check-2"),
                        record("eu-central-1a", "check-1"),
                        record("eu-central-1c", "")));

        survey(plan(shape, Gateway.NONE, false));

        assertThat(NamePart.owners(plan(shape, Gateway.NONE, false))).hasSize(names);
        assertThat(account.asked).contains("records Z1", "healthChecks [check-1, check-2]");
    }

    @Test
    void thePrivateZoneIsThatOfTheDnsStage() {
        survey(plan(LoadBalancing.SINGLE, Gateway.NONE, true));

        assertThat(account.asked).contains("privateZone value-of-PrivateZoneId");
    }

    @Test
    void aMissingPermissionIsTheReason() {
        account.denied.add("webAcl");
        Inventory inventory = survey(plan(LoadBalancing.SINGLE, Gateway.CLOUDFRONT, false));

        assertThat(inventory.front().webAcl())
                .isEqualTo(new Unseen<>(
                        "wafv2:GetWebACL, wafv2:GetLoggingConfiguration",
                        Why.of(Why.Kind.DENIED, "test:Allow-webAcl")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        true,  true
        false, false
        """)
    void preflightAsksForTheDomainItselfOnlyWhereItIsSaidToBeAZone(boolean apex, boolean asked) {
        DomainPlan domain =
                new DomainPlan(new DomainName("ess.example.com"), Dns.ELSEWHERE, Optional.empty(), apex, false);
        Plan plan = ExamplePlan.with(domain);

        Preflight.take(blueprint(plan), account, NOON);

        assertThat(account.asked.contains("NS ess.example.com")).isEqualTo(asked);
        assertThat(account.asked).contains("NS example.com");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        PER_ZONE, NONE,       false, route53:CreateHealthCheck
        FRONTED,  NONE,       false, globalaccelerator:CreateAccelerator
        SINGLE,   CLOUDFRONT, false, cloudfront:CreateDistribution
        SINGLE,   NONE,       true,  route53:CreateHostedZone
        """)
    void preflightAsksForTheRightsThatAShapeNeeds(LoadBalancing shape, Gateway gateway, boolean inside, String action) {
        assertThat(InstallActions.of(plan(shape, gateway, inside))).contains(action);
        assertThat(InstallActions.of(plan(LoadBalancing.SINGLE, Gateway.NONE, false)))
                .doesNotContain(action);
    }

    private Inventory survey(Plan plan) {
        Blueprint blueprint = blueprint(plan);
        blueprint.stages().forEach(stage -> install((Work.Stack) stage.work(), stage.id()));
        return new Survey(() -> "r4nd0m").take(blueprint, account, NOON);
    }

    private void install(Work.Stack stack, StageId id) {
        Map<String, String> outputs = new HashMap<>();
        Stream.of(Output.values())
                .filter(o -> o.producer() == id)
                .forEach(o -> outputs.put(o.key(), "value-of-" + o.key()));
        Map<String, String> tags = Map.of(ResourceNames.DEPLOYMENT_TAG, "demo");
        account.stacks.put(
                stack.name(),
                new StackView(stack.name(), stack.name(), StackStatus.CREATE_COMPLETE, "", outputs, tags, false, NOON));
    }

    private static Plan plan(LoadBalancing shape, Gateway gateway, boolean inside) {
        return ExamplePlan.with(
                new DomainPlan(new DomainName("ess.example.com"), Dns.ROUTE53, Optional.empty(), false, inside),
                new EdgePlan(shape, gateway, List.of(Cidr.ANYWHERE), "ELBSecurityPolicy-TLS13-1-2-2021-06", 30443));
    }

    private static Blueprint blueprint(Plan plan) {
        List<Stage> stages = Stream.of(StageId.NETWORK, StageId.EDGE, StageId.ACCELERATOR, StageId.GATEWAY, StageId.DNS)
                .map(id -> new Stage(id, new TreeSet<>(), stack("ess-demo-" + id.label())))
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

    private static Edge.HostedRecord record(String zone, String check) {
        return new Edge.HostedRecord("origin.ess.example.com", "A", List.of(), "lb", zone, Optional.of(1L), check);
    }

    private static Edge.Distribution distribution(String certificate) {
        return new Edge.Distribution(
                "E1",
                "d.cloudfront.net",
                true,
                "Deployed",
                List.of(),
                List.of(),
                "https-only",
                "https-only",
                List.of(),
                true,
                "",
                certificate,
                "TLSv1.2_2021");
    }
}
