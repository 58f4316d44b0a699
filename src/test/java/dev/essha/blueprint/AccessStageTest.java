package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.Cidr;
import dev.essha.plan.EdgePlan.Gateway;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessStageTest {

    private final StagePlans plan = new StagePlans();

    @Test
    void eachRangeOfThePlanMayConnect() {
        plan.allowedCidrs = List.of(Cidr.parse("203.0.113.0/24"), Cidr.parse("198.51.100.0/24"));
        Rendered stack = plan.render(new AccessStage());

        assertThat(stack.ids("AWS::EC2::SecurityGroupIngress"))
                .containsExactly("From198Dot51Dot100Dot0Slash24", "From203Dot0Dot113Dot0Slash24");
        assertThat(stack.property("From203Dot0Dot113Dot0Slash24", "CidrIp")).isEqualTo("203.0.113.0/24");
        assertThat(stack.property("From203Dot0Dot113Dot0Slash24", "FromPort")).isEqualTo(443);
        assertThat(stack.property("From203Dot0Dot113Dot0Slash24", "GroupId"))
                .isEqualTo(ref("LoadBalancerSecurityGroupId"));
    }

    /** Its rule is replaced by no other range that comes or goes. */
    @Test
    void aRangeKeepsItsNameWhateverStandsBesideIt() {
        plan.allowedCidrs = List.of(Cidr.parse("203.0.113.0/24"));
        Object alone = plan.render(new AccessStage()).at("Resources.From203Dot0Dot113Dot0Slash24");
        plan.allowedCidrs = List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("203.0.113.0/24"));

        assertThat(plan.render(new AccessStage()).at("Resources.From203Dot0Dot113Dot0Slash24"))
                .isEqualTo(alone);
    }

    @Test
    void behindAGatewayNobodyElseMay() {
        plan.gateway = Gateway.CLOUDFRONT;
        plan.allowedCidrs = List.of(Cidr.parse("198.51.100.0/24"));
        Rendered stack = plan.render(new AccessStage());

        assertThat(stack.ids("AWS::EC2::SecurityGroupIngress")).containsExactly("FromGateway");
        assertThat(stack.property("FromGateway", "SourcePrefixListId")).isEqualTo(ref("CloudFrontPrefixListId"));
        assertThat(stack.property("FromGateway", "CidrIp")).isNull();
        assertThat(stack.stack().lookups()).containsExactly(Lookup.CLOUDFRONT_PREFIX_LIST_ID);
    }
}
