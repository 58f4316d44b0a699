package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.att;
import static dev.essha.blueprint.Rendered.ref;
import static dev.essha.blueprint.Rendered.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.Cidr;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.RegionName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GatewayStageTest {

    private static final String CONFIG = "DistributionConfig.";

    private final StagePlans plan = new StagePlans();

    @Test
    void onlyAPlanWithAGatewayHasIt() {
        assertThat(new GatewayStage().isIn(plan.plan())).isFalse();

        plan.gateway = Gateway.CLOUDFRONT;
        assertThat(new GatewayStage().isIn(plan.plan())).isTrue();
    }

    @Test
    void itStandsWhereCloudFrontTakesCertificatesFrom() {
        assertThat(render().stack().region()).isEqualTo(new RegionName("us-east-1"));
        assertThat(distribution("ViewerCertificate.AcmCertificateArn")).isEqualTo(ref("Certificate"));
    }

    @Test
    void itWaitsForTheNodesBehindTheLoadBalancersThatItTurnsTo() {
        assertThat(new GatewayStage().after(plan.plan())).containsExactlyInAnyOrder(StageId.EDGE, StageId.NODES);
    }

    @Test
    void itAnswersForTheDomainAndAllNamesUnderIt() {
        assertThat(distribution("Aliases")).isEqualTo(List.of("ess.example.com", "*.ess.example.com"));
    }

    @Test
    void bothSidesSpeakTlsOnly() {
        assertThat(distribution("DefaultCacheBehavior.ViewerProtocolPolicy")).isEqualTo("https-only");
        assertThat(distribution("ViewerCertificate.MinimumProtocolVersion")).isEqualTo("TLSv1.2_2021");
        assertThat(distribution("Origins.0.CustomOriginConfig.OriginProtocolPolicy"))
                .isEqualTo("https-only");
        assertThat(distribution("Origins.0.CustomOriginConfig.OriginSSLProtocols"))
                .isEqualTo(List.of("TLSv1.2"));
    }

    @Test
    void itPassesEverythingOnAndKeepsNothing() {
        assertThat(distribution("DefaultCacheBehavior.AllowedMethods"))
                .isEqualTo(List.of("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"));
        assertThat(distribution("DefaultCacheBehavior.CachePolicyId"))
                .isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
        assertThat(distribution("DefaultCacheBehavior.OriginRequestPolicyId"))
                .isEqualTo("216adef6-5c7f-47e4-b989-5492eafa07d3");
        assertThat(distribution("DefaultCacheBehavior.Compress")).isEqualTo(false);
    }

    @Test
    void itTurnsToTheLoadBalancerOrToTheNameThatThoseOfTheZonesShare() {
        assertThat(distribution("Origins.0.DomainName")).isEqualTo(select(0, "LoadBalancerNames"));

        plan.loadBalancing = LoadBalancing.PER_ZONE;
        assertThat(distribution("Origins.0.DomainName")).isEqualTo("origin.ess.example.com");
        assertThat(render().at("Parameters.LoadBalancerNames")).isNull();
    }

    @Test
    void whereDnsIsElsewhereAPersonAddsTheProof() {
        plan.dns = DomainPlan.Dns.ELSEWHERE;

        assertThat(render().property("Certificate", "DomainValidationOptions")).isNull();
        assertThat(render().stack().lookups()).isEmpty();
    }

    @Test
    void everybodyMayComeUnlessARuleTurnsThemAway() {
        assertThat(render().property("WebAcl", "DefaultAction")).isEqualTo(Map.of("Allow", Map.of()));
        assertThat(rules())
                .extracting(r -> r.get("Name"))
                .containsExactly("requests-per-client", "ip-reputation", "known-bad-inputs", "common");
        assertThat(render().ids("AWS::WAFv2::IPSet")).isEmpty();
        assertThat(distribution("IPV6Enabled")).isEqualTo(true);
    }

    @Test
    void whereRangesAreNamedEverybodyElseIsTurnedAwayAndTheAttacksOfTheNamedOnes() {
        plan.allowedCidrs = List.of(Cidr.parse("203.0.113.0/24"), Cidr.parse("198.51.100.0/24"));

        assertThat(render().property("WebAcl", "DefaultAction")).isEqualTo(Map.of("Block", Map.of()));
        assertThat(rules())
                .extracting(r -> r.get("Name"))
                .containsExactly("requests-per-client", "ip-reputation", "known-bad-inputs", "common", "clients");
        assertThat(rules().getLast())
                .containsEntry("Action", Map.of("Allow", Map.of()))
                .containsEntry("Statement", Map.of("IPSetReferenceStatement", Map.of("Arn", att("Clients", "Arn"))));
        assertThat(render().property("Clients", "Addresses")).isEqualTo(List.of("198.51.100.0/24", "203.0.113.0/24"));
        assertThat(distribution("IPV6Enabled")).isEqualTo(false);
    }

    @Test
    void whoAsksTooOftenIsToldSo() {
        assertThat(rules().getFirst())
                .containsEntry(
                        "Statement",
                        Map.of(
                                "RateBasedStatement",
                                Map.of("Limit", 10_000, "EvaluationWindowSec", 300, "AggregateKeyType", "IP")))
                .containsEntry("Action", Map.of("Block", Map.of("CustomResponse", Map.of("ResponseCode", 429))));
    }

    /** What a person stores is not judged, whatever it looks like, and neither are URLs in queries. */
    @Test
    void rulesThatWouldBreakSolidCountOnly() {
        assertThat(counted("common"))
                .contains(
                        "SizeRestrictions_BODY",
                        "CrossSiteScripting_BODY",
                        "GenericRFI_QUERYARGUMENTS",
                        "EC2MetaDataSSRF_QUERYARGUMENTS")
                .doesNotContain("UserAgent_BadBots_HEADER", "GenericLFI_URIPATH");
        assertThat(counted("known-bad-inputs"))
                .allMatch(r -> r.endsWith("_BODY"))
                .isNotEmpty();
        assertThat(counted("ip-reputation")).isEmpty();
    }

    @Test
    void itsLogKeepsWhatWasTurnedAwayAndNoTokens() {
        Rendered stack = render();

        assertThat(stack.property("WebAclLog", "LogGroupName")).isEqualTo("aws-waf-logs-ess-acme-eu-central-1");
        assertThat(stack.property("WebAclLog", "RetentionInDays")).isEqualTo(30);
        assertThat(stack.property("WebAclLogging", "ResourceArn")).isEqualTo(att("WebAcl", "Arn"));
        assertThat(stack.property("WebAclLogging", "LogDestinationConfigs.0"))
                .isEqualTo(Map.of(
                        "Fn::Sub",
                        "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${WebAclLog}"));
        assertThat(stack.property("WebAclLogging", "RedactedFields"))
                .isEqualTo(List.of(
                        Map.of("SingleHeader", Map.of("Name", "authorization")),
                        Map.of("SingleHeader", Map.of("Name", "cookie")),
                        Map.of("SingleHeader", Map.of("Name", "dpop")),
                        Map.of("QueryString", Map.of())));
        assertThat(stack.property("WebAclLogging", "LoggingFilter.DefaultBehavior"))
                .isEqualTo("DROP");
    }

    @Test
    void noSampleShowsAToken() {
        assertThat(rules())
                .extracting(r -> r.get("VisibilityConfig").toString())
                .allMatch(v -> v.contains("SampledRequestsEnabled=false"));
        assertThat(render().property("WebAcl", "VisibilityConfig.SampledRequestsEnabled"))
                .isEqualTo(false);
    }

    @Test
    void itDeliversItselfAndItsWebAcl() {
        Rendered stack = render();

        assertThat(stack.at("Outputs.GatewayId.Value")).isEqualTo(ref("Distribution"));
        assertThat(stack.at("Outputs.GatewayName.Value")).isEqualTo(att("Distribution", "DomainName"));
        assertThat(stack.at("Outputs.WebAclArn.Value")).isEqualTo(att("WebAcl", "Arn"));
        assertThat(distribution("WebACLId")).isEqualTo(att("WebAcl", "Arn"));
    }

    private Rendered render() {
        plan.gateway = Gateway.CLOUDFRONT;
        return plan.render(new GatewayStage());
    }

    private Object distribution(String path) {
        return render().property("Distribution", CONFIG + path);
    }

    private List<Map<String, Object>> rules() {
        return maps(render().property("WebAcl", "Rules")).toList();
    }

    private List<String> counted(String rule) {
        Map<String, Object> group = rules().stream()
                .filter(r -> r.get("Name").equals(rule))
                .findFirst()
                .orElseThrow();
        Map<?, ?> statement = (Map<?, ?>) ((Map<?, ?>) group.get("Statement")).get("ManagedRuleGroupStatement");
        return maps(Objects.requireNonNullElse(statement.get("RuleActionOverrides"), List.of()))
                .filter(o -> o.get("ActionToUse").equals(Map.of("Count", Map.of())))
                .map(o -> (String) o.get("Name"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> maps(Object list) {
        return ((List<?>) list).stream().map(o -> (Map<String, Object>) o);
    }
}
