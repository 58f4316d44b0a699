package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.att;
import static dev.essha.blueprint.Rendered.ref;
import static dev.essha.blueprint.Rendered.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.Cidr;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A load balancer in each zone, and the name that they share. */
class ZonalEdgeTest {

    private final StagePlans plan = new StagePlans();

    @BeforeEach
    void perZone() {
        plan.loadBalancing = LoadBalancing.PER_ZONE;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        0, A, ess-acme-a
        1, B, ess-acme-b
        2, C, ess-acme-c
        """)
    void eachZoneHasItsOwnInItsPublicSubnet(int position, String letter, String name) {
        Rendered stack = render();

        assertThat(stack.property("LoadBalancer" + letter, "Name")).isEqualTo(name);
        assertThat(stack.property("LoadBalancer" + letter, "Scheme")).isEqualTo("internet-facing");
        assertThat(stack.property("LoadBalancer" + letter, "Subnets"))
                .isEqualTo(List.of(select(position, "PublicSubnetIds")));
        assertThat(stack.property("Listener" + letter, "LoadBalancerArn")).isEqualTo(ref("LoadBalancer" + letter));
        assertThat(stack.property("Listener" + letter, "DefaultActions.0.TargetGroupArn"))
                .isEqualTo(ref("Nodes" + letter));
        assertThat(stack.property("Listener" + letter, "Certificates.0.CertificateArn"))
                .isEqualTo(ref("Certificate"));
    }

    @Test
    void aLoadBalancerIsAsHealthyAsItsZone() {
        assertThat(render().attributes("LoadBalancerA", "LoadBalancerAttributes"))
                .containsEntry("load_balancing.cross_zone.enabled", "false")
                .containsEntry("deletion_protection.enabled", "true");
    }

    @Test
    void aFourthZoneAddsAndChangesNothing() {
        Map<String, Object> three = resources();
        plan.zones = 4;

        assertThat(resources())
                .containsAllEntriesOf(three)
                .hasSize(three.size() + 5)
                .containsKeys("LoadBalancerD", "NodesD", "ListenerD", "HealthCheckD", "RecordD");
    }

    @Test
    void theyShareTheTrafficByWeightedRecordsOfOneName() {
        Rendered stack = render();

        assertThat(stack.ids("AWS::Route53::RecordSet")).containsExactly("RecordA", "RecordB", "RecordC");
        assertThat(stack.property("RecordB", "Name")).isEqualTo("origin.ess.example.com");
        assertThat(stack.property("RecordB", "Type")).isEqualTo("A");
        assertThat(stack.property("RecordB", "SetIdentifier")).isEqualTo("eu-central-1b");
        assertThat(stack.property("RecordB", "Weight")).isEqualTo(1);
        assertThat(stack.property("RecordB", "AliasTarget"))
                .isEqualTo(Map.of(
                        "DNSName", att("LoadBalancerB", "DNSName"),
                        "HostedZoneId", att("LoadBalancerB", "CanonicalHostedZoneID"),
                        "EvaluateTargetHealth", true));
    }

    @Test
    void eachRecordIsCheckedFromTheInternet() {
        Rendered stack = render();

        assertThat(stack.property("RecordC", "HealthCheckId")).isEqualTo(att("HealthCheckC", "HealthCheckId"));
        assertThat(stack.property("HealthCheckC", "HealthCheckConfig"))
                .isEqualTo(Map.of(
                        "Type", "TCP",
                        "FullyQualifiedDomainName", att("LoadBalancerC", "DNSName"),
                        "Port", 443,
                        "RequestInterval", 10,
                        "FailureThreshold", 3));
    }

    /** They would fail for all zones, and hide which one is ill. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        PER_ZONE, NONE,       198.51.100.0/24
        PER_ZONE, CLOUDFRONT, 0.0.0.0/0
        FRONTED,  NONE,       0.0.0.0/0
        """)
    void whereCheckersMayNotConnectOrNobodyAsksTheRecordsThereIsNoCheck(
            LoadBalancing loadBalancing, Gateway gateway, String allowed) {
        plan.loadBalancing = loadBalancing;
        plan.gateway = gateway;
        plan.allowedCidrs = List.of(Cidr.parse(allowed));

        assertThat(render().ids("AWS::Route53::HealthCheck")).isEmpty();
        assertThat(render().ids("AWS::Route53::RecordSet")).hasSize(3);
        assertThat(render().property("RecordA", "HealthCheckId")).isNull();
    }

    @Test
    void behindAnAcceleratorStandTheSameLoadBalancers() {
        Map<String, Object> perZone = resources();
        plan.loadBalancing = LoadBalancing.FRONTED;
        Map<String, Object> fronted = resources();

        assertThat(fronted).containsKeys("RecordA", "RecordB", "RecordC");
        fronted.keySet().removeIf(id -> id.startsWith("Record"));
        assertThat(perZone).containsAllEntriesOf(fronted);
    }

    @Test
    void whereDnsIsElsewhereAnAcceleratorNeedsNoRecordsHere() {
        plan.loadBalancing = LoadBalancing.FRONTED;
        plan.dns = DomainPlan.Dns.ELSEWHERE;

        assertThat(render().ids("AWS::Route53::RecordSet")).isEmpty();
        assertThat(render().stack().lookups()).isEmpty();
    }

    @Test
    void itDeliversOneOfEachForEachZone() {
        Rendered stack = render();

        assertThat(stack.at("Outputs.LoadBalancerNames.Value"))
                .isEqualTo(Map.of(
                        "Fn::Join",
                        List.of(
                                ",",
                                List.of(
                                        att("LoadBalancerA", "DNSName"),
                                        att("LoadBalancerB", "DNSName"),
                                        att("LoadBalancerC", "DNSName")))));
        assertThat(stack.at("Outputs.TargetGroupArns.Value"))
                .isEqualTo(Map.of("Fn::Join", List.of(",", List.of(ref("NodesA"), ref("NodesB"), ref("NodesC")))));
    }

    private Map<String, Object> resources() {
        Map<String, Object> resources = new TreeMap<>();
        ((Map<?, ?>) render().at("Resources")).forEach((id, resource) -> resources.put(id.toString(), resource));
        return resources;
    }

    private Rendered render() {
        return plan.render(new EdgeStage());
    }
}
