package dev.essha.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.inventory.DnsAnswer.Status;
import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import dev.essha.plan.DomainPlan.Dns;
import dev.essha.plan.EdgePlan.Gateway;
import dev.essha.plan.EdgePlan.LoadBalancing;
import dev.essha.plan.NetworkPlan;
import dev.essha.plan.Plan;
import dev.essha.plan.VpcId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has to be so about the domain, and what is in front of it, before anything is touched. */
class DomainPreflightTest {

    private final Prospect prospect = new Prospect();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ROUTE53   | example.com     | true  | PASS | the domain is the apex of the hosted zone Z1 of example.com, where a CNAME is not allowed; the plan has domain.apex: true
        ROUTE53   | example.com     | false | FAIL | the domain is the apex of the hosted zone Z1 of example.com, where a CNAME is not allowed; the plan has domain.apex: false
        ROUTE53   | ess.example.com | true  | FAIL | the domain is below the apex of the hosted zone Z1 of example.com; the plan has domain.apex: true
        ROUTE53   | ess.example.com | false | PASS | the domain is below the apex of the hosted zone Z1 of example.com; the plan has domain.apex: false
        ELSEWHERE | example.com     | true  | PASS | the domain is the apex of the DNS zone example.com, where a CNAME is not allowed; the plan has domain.apex: true
        ELSEWHERE | example.com     | false | FAIL | the domain is the apex of the DNS zone example.com, where a CNAME is not allowed; the plan has domain.apex: false
        ELSEWHERE | ess.example.com | true  | FAIL | the domain is below the apex of the DNS zone example.com; the plan has domain.apex: true
        """)
    void thePlanKnowsWhetherTheDomainIsTheTopOfItsZone(
            Dns dns, String domain, boolean apex, Verdict verdict, String evidence) {
        Finding finding = finding(domain(dns, domain, apex), "preflight-domain");

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.evidence()).contains(evidence);
        assertThat(finding.remedy())
                .satisfiesAnyOf(r -> assertThat(r).isEmpty(), r -> assertThat(r).contains("domain.apex"));
    }

    /** The private one of the same name is not where the public records go. */
    @Test
    void publicAndPrivateZonesAreToldApart() {
        assertThat(prospect.hostedZones).anyMatch(z -> z.isPrivate() && z.name().equals("ess.example.com."));

        assertThat(finding(domain(Dns.ROUTE53, "ess.example.com", false), "preflight-domain")
                        .evidence()
                        .getFirst())
                .contains("Z1")
                .doesNotContain("Z9");
    }

    @Test
    void aDomainThatIsAZoneOfItsOwnElsewhereIsServed() {
        prospect.serve("ess.example.com", Status.FOUND, "ns1.example.net");

        assertThat(finding(domain(Dns.ELSEWHERE, "ess.example.com", true), "preflight-domain")
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # existing VPC, standing, verdict
        false,          false,    PASS
        true,           false,    UNKNOWN
        true,           true,     PASS
        """)
    void aPrivateZoneOfTheNameMayStandInTheWayInAnExistingVpc(boolean existing, boolean standing, Verdict verdict) {
        Plan plan = FrontPlans.perZone();
        if (standing) {
            prospect.standing.put("AWS::Route53::HostedZone", 1L);
        }

        Finding finding = finding(existing ? inExistingVpc(plan) : plan, "preflight-private-zone");

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.evidence().getFirst().contains("Z9")).isEqualTo(existing);
    }

    @Test
    void noPrivateZoneOfTheNameIsNoObstacle() {
        prospect.hostedZones.removeIf(z -> z.isPrivate());

        assertThat(finding(inExistingVpc(FrontPlans.perZone()), "preflight-private-zone")
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        NONE,       ,            PASS
        CLOUDFRONT, ,            FAIL
        CLOUDFRONT, pl-3b927c52, PASS
        """)
    void aGatewayNeedsAwssListOfItsAddresses(Gateway gateway, String prefixList, Verdict verdict) {
        prospect.cloudFrontPrefixList = Optional.ofNullable(prefixList);
        Plan plan = FrontPlans.plan(LoadBalancing.SINGLE, gateway, FrontPlans.EVERYBODY, Dns.ROUTE53, false, false);

        assertThat(finding(plan, "preflight-gateway").verdict()).isEqualTo(verdict);
    }

    private static Plan domain(Dns dns, String name, boolean apex) {
        return ExamplePlan.with(new DomainPlan(new DomainName(name), dns, Optional.empty(), apex, false));
    }

    private static Plan inExistingVpc(Plan p) {
        NetworkPlan n = p.network();
        NetworkPlan existing = new NetworkPlan(
                Optional.of(new VpcId("vpc-0123456789abcdef0")), n.vpcCidr(), n.zones(), n.egress(), n.flowLogDays());
        return new Plan(
                p.name(),
                p.account(),
                p.region(),
                p.tags(),
                p.ess(),
                existing,
                p.domain(),
                p.edge(),
                p.database(),
                p.messaging(),
                p.storage(),
                p.compute(),
                p.registry());
    }

    private Finding finding(Plan plan, String id) {
        return PreflightChecks.judge(plan, prospect.preparation()).stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
