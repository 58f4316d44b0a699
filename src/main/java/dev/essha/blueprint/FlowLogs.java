package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.PolicyDocument;
import dev.essha.blueprint.cfn.Pseudo;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.ServicePrincipal;
import dev.essha.blueprint.cfn.Statement;
import java.util.List;

/**
 * The record of who talked to whom in the VPC.
 *
 * <p>CloudWatch Logs encrypts it with AWS's key, not with the deployment's: that key is made at the same time, in a stack
 * that must outlive this one, and the records hold addresses and ports, no content.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html">Role for publishing flow logs</a>
 */
final class FlowLogs {

    private FlowLogs() {}

    static void add(StackDraft stack, ResourceRef vpc) {
        ResourceRef group = stack.add(Resource.of("FlowLogGroup", "AWS::Logs::LogGroup")
                .with("LogGroupName", "/" + stack.names().prefix() + "/flow-logs")
                .with("RetentionInDays", stack.plan().network().flowLogDays()));
        Resource role = Roles.role("FlowLogRole", "Flow logs are written to CloudWatch Logs", trust());
        ResourceRef writer = stack.add(Roles.withPolicy(role, "FlowLogs", writing(group)));
        stack.add(Resource.of("FlowLog", "AWS::EC2::FlowLog")
                .with("ResourceType", "VPC")
                .with("ResourceId", vpc.ref())
                .with("TrafficType", "ALL")
                .with("LogDestinationType", "cloud-watch-logs")
                .with("LogGroupName", group.ref())
                .with("DeliverLogsPermissionArn", writer.att("Arn"))
                .with("Tags", NetworkStage.named(stack, "flow-logs")));
    }

    /** Only on behalf of this account, lest another's flow logs are led here. */
    private static PolicyDocument trust() {
        return PolicyDocument.of(Statement.allow("FlowLogs")
                .to(ServicePrincipal.FLOW_LOGS)
                .actions("sts:AssumeRole")
                .when("StringEquals", Fields.of("aws:SourceAccount", Pseudo.ACCOUNT_ID)));
    }

    private static List<Statement> writing(ResourceRef group) {
        return List.of(
                Statement.allow("Write")
                        .actions("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
                        .on(group.att("Arn")),
                Statement.allow("Find").actions("logs:DescribeLogGroups").onAll());
    }
}
