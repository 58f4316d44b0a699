package dev.essha.blueprint.cfn;

/**
 * AWS services that policies speak of. Their names stand here and nowhere else: they look like host names, and are not,
 * in that most are the same in every partition.
 */
public enum ServicePrincipal {
    EC2("ec2.amazonaws.com"),
    EKS("eks.amazonaws.com"),
    /** EKS Pod Identity. */
    EKS_PODS("pods.eks.amazonaws.com"),
    /** Where it encrypts, CloudWatch Logs acts as the service of one region. */
    LOGS("logs.${AWS::Region}.amazonaws.com"),
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
