package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.PolicyDocument;
import dev.essha.blueprint.cfn.Pseudo;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.ServicePrincipal;
import dev.essha.blueprint.cfn.Statement;
import java.util.function.Function;

/**
 * What all database servers of a deployment share.
 *
 * @param subnets the private ones of every zone: RDS may put a new standby into any
 * @param parameters the engine's settings
 * @param monitoring role of the metrics of the operating system
 */
record DatabaseSurroundings(ResourceRef subnets, ResourceRef parameters, ResourceRef monitoring) {

    /** @param parameters adds the group that fits the servers */
    static DatabaseSurroundings add(StackDraft stack, Function<StackDraft, ResourceRef> parameters) {
        return new DatabaseSurroundings(subnetGroup(stack), parameters.apply(stack), monitoringRole(stack));
    }

    private static ResourceRef subnetGroup(StackDraft stack) {
        return stack.add(Resource.of("SubnetGroup", "AWS::RDS::DBSubnetGroup")
                .with("DBSubnetGroupDescription", "The private subnets of every zone")
                .with("SubnetIds", stack.input(Output.PRIVATE_SUBNET_IDS)));
    }

    private static ResourceRef monitoringRole(StackDraft stack) {
        Statement trust = Statement.allow("Trust")
                .to(ServicePrincipal.RDS_MONITORING)
                .actions("sts:AssumeRole")
                .when("StringEquals", Fields.of("aws:SourceAccount", Pseudo.ACCOUNT_ID));
        Resource role = Roles.role(
                "MonitoringRole",
                "Enhanced Monitoring writes metrics of the database's operating system",
                PolicyDocument.of(trust));
        return stack.add(Roles.withManaged(role, "service-role/AmazonRDSEnhancedMonitoringRole"));
    }
}
