package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;

/**
 * Log groups made before the services that write into them. A service that finds none makes one itself, which is kept
 * for ever and encrypted with AWS's key.
 */
final class LogGroups {

    private LogGroups() {}

    /** @param days a retention that CloudWatch Logs offers */
    static ResourceRef add(StackDraft stack, String logicalId, String name, int days) {
        return stack.add(Resource.of(logicalId, "AWS::Logs::LogGroup")
                .with("LogGroupName", name)
                .with("KmsKeyId", stack.input(Output.KEY_ARN))
                .with("RetentionInDays", days));
    }
}
