package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.att;
import static dev.essha.blueprint.Rendered.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.DomainPlan;
import dev.essha.plan.EdgePlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeStageTest {

    private final StagePlans plan = new StagePlans();

    @Test
    void oneLoadBalancerStandsInThePublicSubnetsOfAllZones() {
        Rendered stack = render();

        assertThat(stack.ids("AWS::ElasticLoadBalancingV2::LoadBalancer")).containsExactly("LoadBalancer");
        assertThat(stack.property("LoadBalancer", "Type")).isEqualTo("network");
        assertThat(stack.property("LoadBalancer", "Scheme")).isEqualTo("internet-facing");
        assertThat(stack.property("LoadBalancer", "Subnets")).isEqualTo(ref("PublicSubnetIds"));
        assertThat(stack.property("LoadBalancer", "SecurityGroups"))
                .isEqualTo(List.of(ref("LoadBalancerSecurityGroupId")));
    }

    @Test
    void aZoneWithoutHealthyNodesIsServedByTheOthers() {
        assertThat(render().attributes("LoadBalancer", "LoadBalancerAttributes"))
                .containsEntry("load_balancing.cross_zone.enabled", "true")
                .containsEntry("zonal_shift.config.enabled", "true");
        assertThat(render().attributes("Nodes", "TargetGroupAttributes"))
                .containsEntry("target_group_health.dns_failover.minimum_healthy_targets.count", "1");
    }

    @Test
    void itsDeletionProtectionFollowsThePlan() {
        assertThat(render().attributes("LoadBalancer", "LoadBalancerAttributes"))
                .containsEntry("deletion_protection.enabled", "true");

        plan.deletionProtection = false;
        assertThat(render().attributes("LoadBalancer", "LoadBalancerAttributes"))
                .containsEntry("deletion_protection.enabled", "false");
    }

    @Test
    void clientsComeByTlsWithThePlansPolicyAndNothingElseListens() {
        Rendered stack = render();

        assertThat(stack.ids("AWS::ElasticLoadBalancingV2::Listener")).containsExactly("Listener");
        assertThat(stack.property("Listener", "Port")).isEqualTo(443);
        assertThat(stack.property("Listener", "Protocol")).isEqualTo("TLS");
        assertThat(stack.property("Listener", "SslPolicy")).isEqualTo("ELBSecurityPolicy-TLS13-1-2-2021-06");
        assertThat(stack.property("Listener", "Certificates.0.CertificateArn")).isEqualTo(ref("Certificate"));
    }

    @Test
    void nodesAreReachedByTlsAtTheNodePortAndAddedLater() {
        Rendered stack = render();

        assertThat(stack.property("Nodes", "Protocol")).isEqualTo("TLS");
        assertThat(stack.property("Nodes", "Port")).isEqualTo(30443);
        assertThat(stack.property("Nodes", "TargetType")).isEqualTo("instance");
        assertThat(stack.property("Nodes", "Targets")).isNull();
        assertThat(stack.attributes("Nodes", "TargetGroupAttributes"))
                .containsEntry("preserve_client_ip.enabled", "true")
                .containsEntry("stickiness.enabled", "false");
    }

    @Test
    void aNewTargetGroupCanStandBesideTheOldOne() {
        assertThat(render().property("Nodes", "Name")).isNull();
    }

    @Test
    void theCertificateIsForTheDomainAndItsWildcard() {
        assertThat(render().property("Certificate", "DomainName")).isEqualTo("ess.example.com");
        assertThat(render().property("Certificate", "SubjectAlternativeNames")).isEqualTo(List.of("*.ess.example.com"));
        assertThat(render().property("Certificate", "ValidationMethod")).isEqualTo("DNS");
    }

    @Test
    void theProofIsWrittenIntoTheHostedZoneThatIsLookedUp() {
        Rendered stack = render();

        assertThat(stack.property("Certificate", "DomainValidationOptions"))
                .isEqualTo(List.of(Map.of("DomainName", "ess.example.com", "HostedZoneId", ref("HostedZoneId"))));
        assertThat(stack.at("Parameters.HostedZoneId.Type")).isEqualTo("AWS::Route53::HostedZone::Id");
        assertThat(stack.stack().lookups()).containsExactly(Lookup.HOSTED_ZONE_ID);
    }

    @Test
    void aHostedZoneOfThePlanIsTakenAsItIs() {
        plan.hostedZoneId = Optional.of("Z0123456789ABCDEFGHIJ");
        Rendered stack = render();

        assertThat(stack.property("Certificate", "DomainValidationOptions.0.HostedZoneId"))
                .isEqualTo("Z0123456789ABCDEFGHIJ");
        assertThat(stack.at("Parameters.HostedZoneId")).isNull();
        assertThat(stack.stack().lookups()).isEmpty();
    }

    @Test
    void whereDnsIsElsewhereAPersonAddsTheProof() {
        plan.dns = DomainPlan.Dns.ELSEWHERE;

        assertThat(render().property("Certificate", "DomainValidationOptions")).isNull();
        assertThat(render().stack().lookups()).isEmpty();
    }

    @Test
    void itDeliversNamesTargetGroupsAndCertificate() {
        Rendered stack = render();

        assertThat(stack.at("Outputs.LoadBalancerNames.Value"))
                .isEqualTo(Map.of("Fn::Join", List.of(",", List.of(att("LoadBalancer", "DNSName")))));
        assertThat(stack.at("Outputs.LoadBalancerArns.Value"))
                .isEqualTo(Map.of("Fn::Join", List.of(",", List.of(ref("LoadBalancer")))));
        assertThat(stack.at("Outputs.LoadBalancerZoneId.Value"))
                .isEqualTo(att("LoadBalancer", "CanonicalHostedZoneID"));
        assertThat(stack.at("Outputs.TargetGroupArns.Value"))
                .isEqualTo(Map.of("Fn::Join", List.of(",", List.of(ref("Nodes")))));
        assertThat(stack.at("Outputs.CertificateArn.Value")).isEqualTo(ref("Certificate"));
    }

    @Test
    void withoutAPrivateZoneNothingBalancesInside() {
        assertThat(render().at("Parameters.InternalSecurityGroupId")).isNull();
        assertThat(render().at("Outputs.InternalLoadBalancerName")).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        SINGLE,   ess-acme-vpc
        PER_ZONE, ess-acme-vpz
        FRONTED,  ess-acme-vpz
        """)
    void aPrivateZoneHasALoadBalancerInThePrivateSubnets(EdgePlan.LoadBalancing shape, String name) {
        plan.privateZone = true;
        plan.loadBalancing = shape;
        Rendered stack = render();

        assertThat(stack.property("InternalLoadBalancer", "Name")).isEqualTo(name);
        assertThat(stack.property("InternalLoadBalancer", "Scheme")).isEqualTo("internal");
        assertThat(stack.property("InternalLoadBalancer", "Subnets")).isEqualTo(ref("PrivateSubnetIds"));
        assertThat(stack.property("InternalLoadBalancer", "SecurityGroups"))
                .isEqualTo(List.of(ref("InternalSecurityGroupId")));
        assertThat(stack.attributes("InternalLoadBalancer", "LoadBalancerAttributes"))
                .containsEntry("load_balancing.cross_zone.enabled", "true");
        assertThat(stack.property("InternalListener", "Certificates.0.CertificateArn"))
                .isEqualTo(ref("Certificate"));
        assertThat(stack.at("Outputs.InternalLoadBalancerName.Value"))
                .isEqualTo(att("InternalLoadBalancer", "DNSName"));
        assertThat(stack.at("Outputs.TargetGroupArns.Value").toString()).contains("InternalNodes");
        assertThat(stack.at("Outputs.LoadBalancerNames.Value").toString()).doesNotContain("Internal");
    }

    /** Otherwise a node that is led to itself would not answer. */
    @Test
    void insideNodesDoNotSeeWhoAsks() {
        plan.privateZone = true;

        assertThat(render().attributes("InternalNodes", "TargetGroupAttributes"))
                .containsEntry("preserve_client_ip.enabled", "false");
    }

    private Rendered render() {
        return plan.render(new EdgeStage());
    }
}
