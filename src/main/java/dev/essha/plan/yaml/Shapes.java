package dev.essha.plan.yaml;

import dev.essha.plan.AccountId;
import dev.essha.plan.Cidr;
import dev.essha.plan.DeploymentName;
import dev.essha.plan.DomainName;
import dev.essha.plan.Limits;
import dev.essha.plan.RegionName;
import dev.essha.plan.SubnetId;
import dev.essha.plan.VpcId;
import dev.essha.plan.ZoneName;

/** The shapes of the plan's value types. */
final class Shapes {

    static final Shape<Boolean> TOGGLE = new Toggle();
    static final Shape<AccountId> ACCOUNT = Text.of(AccountId::new, AccountId.SYNTAX, "123456789012");
    static final Shape<DeploymentName> NAME = Text.of(DeploymentName::new, DeploymentName.SYNTAX, "demo");
    static final Shape<RegionName> REGION = Text.of(RegionName::new, RegionName.SYNTAX, "eu-central-1");
    static final Shape<ZoneName> ZONE = Text.of(ZoneName::new, ZoneName.SYNTAX, "eu-central-1a");
    static final Shape<Cidr> CIDR = Text.of(Cidr::parse, Cidr.SYNTAX, "10.40.0.0/16");
    static final Shape<VpcId> VPC_ID = Text.of(VpcId::new, VpcId.SYNTAX, "vpc-0123456789abcdef0");
    static final Shape<SubnetId> SUBNET_ID = Text.of(SubnetId::new, SubnetId.SYNTAX, "subnet-0123456789abcdef0");
    static final Shape<DomainName> DOMAIN =
            new Text<>(DomainName::new, DomainName::value, s -> s.put("format", "idn-hostname"), "", "ess.example.com");

    /** The days that CloudWatch Logs can keep something. */
    static final Shape<Integer> LOG_DAYS = Whole.oneOf(Limits.LOG_DAYS);

    private Shapes() {}
}
