package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.ref;
import static dev.essha.blueprint.Rendered.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.DomainName;
import dev.essha.plan.DomainPlan;
import java.util.List;
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
        Rendered stack = plan.render(new DnsStage());

        assertThat(stack.property(logicalId, "Name")).isEqualTo(name);
        assertThat(stack.property(logicalId, "Type")).isEqualTo("CNAME");
        assertThat(stack.property(logicalId, "TTL")).isEqualTo("300");
        assertThat(stack.property(logicalId, "ResourceRecords")).isEqualTo(List.of(select(0, "LoadBalancerNames")));
        assertThat(stack.property(logicalId, "HostedZoneId")).isEqualTo(ref("HostedZoneId"));
    }

    @Test
    void theHostedZoneIsLookedUpOnlyWhereThePlanLeavesItOpen() {
        assertThat(plan.render(new DnsStage()).stack().lookups()).containsExactly(Lookup.HOSTED_ZONE_ID);

        plan.hostedZoneId = Optional.of("Z0123456789ABCDEFGHIJ");
        assertThat(plan.render(new DnsStage()).stack().lookups()).isEmpty();
        assertThat(plan.render(new DnsStage()).property("DomainRecord", "HostedZoneId"))
                .isEqualTo("Z0123456789ABCDEFGHIJ");
    }

    @Test
    void whereDnsIsElsewhereThereIsNoStackButRecordsToAnnounce() {
        plan.dns = DomainPlan.Dns.ELSEWHERE;

        assertThat(new DnsStage().work(plan.plan()))
                .isEqualTo(
                        new Work.AnnounceRecords(new DomainName("ess.example.com"), false, Output.LOAD_BALANCER_NAMES));
    }
}
