package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.ref;
import static dev.essha.blueprint.Rendered.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.Cidr;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsStageTest {

    private final StagePlans plan = new StagePlans();

    @ParameterizedTest
    @CsvSource(textBlock = """
        DomainRecord,   ess.example.com
        WildcardRecord, *.ess.example.com
        """)
    void theNameIsACnameOfTheLoadBalancer(String logicalId, String name) {
        Rendered stack = render();

        assertThat(stack.property(logicalId, "Name")).isEqualTo(name);
        assertThat(stack.property(logicalId, "Type")).isEqualTo("CNAME");
        assertThat(stack.property(logicalId, "TTL")).isEqualTo("300");
        assertThat(stack.property(logicalId, "ResourceRecords")).isEqualTo(List.of(select(0, "LoadBalancerNames")));
        assertThat(stack.property(logicalId, "HostedZoneId")).isEqualTo(ref("HostedZoneId"));
    }

    @Test
    void itLeadsToWhatStandsInFront() {
        plan.loadBalancing = LoadBalancing.PER_ZONE;
        assertThat(leadsTo("DomainRecord")).isEqualTo("origin.ess.example.com");

        plan.loadBalancing = LoadBalancing.FRONTED;
        assertThat(leadsTo("DomainRecord")).isEqualTo(ref("AcceleratorName"));

        plan.loadBalancing = LoadBalancing.PER_ZONE;
        plan.gateway = Gateway.CLOUDFRONT;
        assertThat(leadsTo("DomainRecord")).isEqualTo(ref("GatewayName"));
        assertThat(leadsTo("WildcardRecord")).isEqualTo(ref("GatewayName"));
    }

    @Test
    void anApexIsAnAliasOfTheLoadBalancer() {
        plan.apex = true;

        assertThat(alias())
                .isEqualTo(
                        Map.of("DNSName", select(0, "LoadBalancerNames"), "HostedZoneId", ref("LoadBalancerZoneId")));
        assertThat(render().property("DomainRecord", "Type")).isEqualTo("A");
        assertThat(render().property("DomainRecord", "TTL")).isNull();
        assertThat(render().property("WildcardRecord", "Type")).isEqualTo("CNAME");
    }

    @Test
    void anApexIsAnAliasOfWhateverStandsInFront() {
        plan.apex = true;
        plan.loadBalancing = LoadBalancing.PER_ZONE;
        assertThat(alias()).isEqualTo(Map.of("DNSName", "origin.ess.example.com", "HostedZoneId", ref("HostedZoneId")));

        plan.loadBalancing = LoadBalancing.FRONTED;
        assertThat(alias()).isEqualTo(Map.of("DNSName", ref("AcceleratorName"), "HostedZoneId", "Z2BJ6XQ5FK7U4H"));

        plan.loadBalancing = LoadBalancing.SINGLE;
        plan.gateway = Gateway.CLOUDFRONT;
        assertThat(alias()).isEqualTo(Map.of("DNSName", ref("GatewayName"), "HostedZoneId", "Z2FDTNDATAQYW2"));
    }

    @Test
    void anApexBehindAGatewayHasIpv6WhereTheGatewayHas() {
        plan.apex = true;
        assertThat(render().at("Resources.DomainRecordIpv6")).isNull();

        plan.gateway = Gateway.CLOUDFRONT;
        assertThat(render().property("DomainRecordIpv6", "Type")).isEqualTo("AAAA");

        plan.allowedCidrs = List.of(Cidr.parse("198.51.100.0/24"));
        assertThat(render().at("Resources.DomainRecordIpv6")).isNull();
    }

    @Test
    void thePrivateZoneAnswersInTheVpcWithTheLoadBalancerInside() {
        plan.privateZone = true;
        Rendered stack = render();

        assertThat(stack.property("PrivateZone", "Name")).isEqualTo("ess.example.com");
        assertThat(stack.property("PrivateZone", "VPCs"))
                .isEqualTo(List.of(Map.of("VPCId", ref("VpcId"), "VPCRegion", ref("AWS::Region"))));
        assertThat(stack.property("PrivateDomainRecord", "HostedZoneId")).isEqualTo(ref("PrivateZone"));
        assertThat(stack.property("PrivateDomainRecord", "AliasTarget"))
                .isEqualTo(
                        Map.of("DNSName", ref("InternalLoadBalancerName"), "HostedZoneId", ref("LoadBalancerZoneId")));
        assertThat(stack.property("PrivateWildcardRecord", "ResourceRecords"))
                .isEqualTo(List.of(ref("InternalLoadBalancerName")));
        assertThat(stack.property("DomainRecord", "HostedZoneId")).isEqualTo(ref("HostedZoneId"));
        assertThat(stack.at("Outputs.PrivateZoneId.Value")).isEqualTo(ref("PrivateZone"));
    }

    @Test
    void theHostedZoneIsLookedUpOnlyWhereThePlanLeavesItOpen() {
        assertThat(render().stack().lookups()).containsExactly(Lookup.HOSTED_ZONE_ID);

        plan.hostedZoneId = Optional.of("Z0123456789ABCDEFGHIJ");
        assertThat(render().stack().lookups()).isEmpty();
        assertThat(render().property("DomainRecord", "HostedZoneId")).isEqualTo("Z0123456789ABCDEFGHIJ");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        SINGLE,  NONE,       false, LOAD_BALANCER_NAMES
        SINGLE,  NONE,       true,  LOAD_BALANCER_NAMES
        FRONTED, NONE,       false, ACCELERATOR_NAME
        SINGLE,  CLOUDFRONT, false, GATEWAY_NAME
        """)
    void whereDnsIsElsewhereThereIsNoStackButRecordsToAnnounce(
            LoadBalancing loadBalancing, Gateway gateway, boolean apex, Output target) {
        plan.dns = DomainPlan.Dns.ELSEWHERE;
        plan.loadBalancing = loadBalancing;
        plan.gateway = gateway;
        plan.apex = apex;

        assertThat(new DnsStage().work(plan.plan()))
                .isEqualTo(new Work.AnnounceRecords(new DomainName("ess.example.com"), apex, target));
    }

    private Object leadsTo(String record) {
        return render().property(record, "ResourceRecords.0");
    }

    private Object alias() {
        return render().property("DomainRecord", "AliasTarget");
    }

    private Rendered render() {
        return plan.render(new DnsStage());
    }
}
