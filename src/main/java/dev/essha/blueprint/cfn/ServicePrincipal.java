package dev.essha.blueprint.cfn;

/**
 * AWS services that policies speak of. Their names stand here and nowhere else: they look like host names, and are not,
 * in that most are the same in every partition. Those that differ in China carry the partition's own DNS suffix.
 *
 * @see <a href="https://github.com/hashicorp/terraform-provider-aws/pull/47141">EC2 in China</a>: EKS refuses a role for
 *     nodes that trusts another name
 * @see <a href="https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/region-info/lib/default.ts">The others</a>
 */
public enum ServicePrincipal {
    EC2("ec2.${AWS::URLSuffix}"),
    EKS("eks.amazonaws.com"),
    /** EKS Pod Identity. */
    EKS_PODS("pods.eks.amazonaws.com"),
    /** Where it encrypts, CloudWatch Logs acts as the service of one region. */
    LOGS("logs.${AWS::Region}.${AWS::URLSuffix}"),
    FLOW_LOGS("vpc-flow-logs.amazonaws.com"),
    /** RDS Enhanced Monitoring. */
    RDS_MONITORING("monitoring.rds.amazonaws.com");

    private final String name;

    ServicePrincipal(String name) {
        this.name = name;
    }

    /** As policies spell it. */
    public String text() {
        return name;
    }

    Value value() {
        return name.contains("$") ? Value.sub(name) : Value.text(name);
    }
}
