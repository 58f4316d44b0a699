package dev.essha.blueprint;

import static dev.essha.blueprint.cfn.Resource.Policy.RETAIN;
import static dev.essha.blueprint.cfn.Resource.Policy.RETAIN_EXCEPT_ON_CREATE;

import dev.essha.blueprint.cfn.Arns;
import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.PolicyDocument;
import dev.essha.blueprint.cfn.Pseudo;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.ServicePrincipal;
import dev.essha.blueprint.cfn.Statement;
import dev.essha.blueprint.cfn.Value;

/**
 * The key that everything at rest is encrypted with.
 *
 * <p>It outlives its stack: the final snapshots and the retained bucket are unreadable without it. Destroying
 * the deployment with its data schedules its deletion, too.
 *
 * <p>RDS, MSK, S3, EKS, ECR and Secrets Manager use the key on behalf of whoever asks them, by the account's own policies
 * and by grants, and need no statement. CloudWatch Logs and EC2 Auto Scaling act for themselves, and do.
 */
final class DeploymentKey {

    private DeploymentKey() {}

    static ResourceRef add(StackDraft stack) {
        ResourceRef key = stack.add(Resource.of("Key", "AWS::KMS::Key")
                .stateful(RETAIN_EXCEPT_ON_CREATE, RETAIN)
                .with("Description", "Data at rest of " + stack.names().prefix())
                .with("EnableKeyRotation", true)
                .with("PendingWindowInDays", 30)
                .with("KeyPolicy", policy(stack).value()));
        stack.add(Resource.of("KeyAlias", "AWS::KMS::Alias")
                .with("AliasName", stack.names().keyAlias())
                .with("TargetKeyId", key.ref()));
        return key;
    }

    private static PolicyDocument policy(StackDraft stack) {
        return PolicyDocument.of(account(), logs(stack), nodeVolumes(), nodeVolumeGrants());
    }

    /** Without it nobody could ever change the key again. */
    private static Statement account() {
        return Statement.allow("Account").toAws(Arns.account()).actions("kms:*").onAll();
    }

    /** @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html">Log groups</a> */
    private static Statement logs(StackDraft stack) {
        String groups = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:*";
        Value ofDeployment = Value.sub(groups + stack.names().prefix() + "*");
        return Statement.allow("Logs")
                .to(ServicePrincipal.LOGS)
                .actions("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*")
                .onAll()
                .when("ArnLike", Fields.of("kms:EncryptionContext:aws:logs:arn", ofDeployment));
    }

    /**
     * Auto scaling starts nodes, whose volumes are encrypted.
     *
     * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html">Key
     *     policy for encrypted volumes</a>
     */
    private static Statement nodeVolumes() {
        return autoScaling("NodeVolumes")
                .actions("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*")
                .when("StringEquals", callerIsHere())
                .when("ArnLike", callerIsAutoScaling());
    }

    private static Statement nodeVolumeGrants() {
        return autoScaling("NodeVolumeGrants")
                .actions("kms:CreateGrant")
                .when("StringEquals", callerIsHere())
                .when("ArnLike", callerIsAutoScaling())
                .when("Bool", Fields.of("kms:GrantIsForAWSResource", "true"));
    }

    /**
     * The role is named by a condition: in an account that never used auto scaling it does not exist yet, and KMS refuses
     * a policy whose principal does not exist.
     */
    private static Statement autoScaling(String sid) {
        return Statement.allow(sid).toAws(Value.text("*")).onAll();
    }

    private static Fields callerIsHere() {
        return Fields.of("kms:CallerAccount", Pseudo.ACCOUNT_ID);
    }

    private static Fields callerIsAutoScaling() {
        String role = "role/aws-service-role/autoscaling.*/AWSServiceRoleForAutoScaling";
        return Fields.of("aws:PrincipalArn", Value.sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:" + role));
    }
}
