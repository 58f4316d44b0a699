package dev.essha.blueprint;

import static dev.essha.blueprint.cfn.Resource.Policy.RETAIN;
import static dev.essha.blueprint.cfn.Resource.Policy.RETAIN_EXCEPT_ON_CREATE;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.PolicyDocument;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Statement;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.StoragePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * The bucket that keeps resource content (R10).
 *
 * <p>It outlives its stack, as it holds what people stored. CloudFormation makes up its name: a bucket that was kept must
 * not stand in the way of the next installation under the same name.
 */
final class StorageStage implements StageTemplate.OfStack {

    @Override
    public StageId id() {
        return StageId.STORAGE;
    }

    @Override
    public void describe(StackDraft stack) {
        ResourceRef bucket = bucket(stack);
        onlyTls(stack, bucket);
        stack.deliver(Output.BUCKET_NAME, bucket.ref());
    }

    private static ResourceRef bucket(StackDraft stack) {
        StoragePlan plan = stack.plan().storage();
        return stack.add(Resource.of("Bucket", "AWS::S3::Bucket")
                .stateful(RETAIN_EXCEPT_ON_CREATE, RETAIN)
                .with("VersioningConfiguration", Fields.of("Status", "Enabled"))
                .with("BucketEncryption", encryption(stack))
                .with("PublicAccessBlockConfiguration", noPublicAccess())
                .with("OwnershipControls", ownership())
                .with("LifecycleConfiguration", Fields.of("Rules", rules(plan))));
    }

    /** The bucket key spares most calls to KMS, which are paid for and limited. */
    private static Fields encryption(StackDraft stack) {
        Fields byKey = Fields.of("SSEAlgorithm", "aws:kms").with("KMSMasterKeyID", stack.input(Output.KEY_ARN));
        Fields rule = Fields.of("BucketKeyEnabled", true).with("ServerSideEncryptionByDefault", byKey);
        return Fields.of("ServerSideEncryptionConfiguration", Value.list(rule));
    }

    private static Fields noPublicAccess() {
        return Fields.of("BlockPublicAcls", true)
                .with("BlockPublicPolicy", true)
                .with("IgnorePublicAcls", true)
                .with("RestrictPublicBuckets", true);
    }

    /** No access lists: policies alone say who may do what. */
    private static Fields ownership() {
        return Fields.of("Rules", Value.list(Fields.of("ObjectOwnership", "BucketOwnerEnforced")));
    }

    private static List<Value> rules(StoragePlan plan) {
        List<Value> rules = new ArrayList<>();
        rules.add(rule("expire-noncurrent")
                .with("NoncurrentVersionExpiration", Fields.of("NoncurrentDays", plan.noncurrentDays()))
                .with("ExpiredObjectDeleteMarker", true));
        rules.add(rule("abort-uploads")
                .with("AbortIncompleteMultipartUpload", Fields.of("DaysAfterInitiation", plan.abortUploadDays())));
        if (plan.archiveColdObjects()) {
            Fields tiering = Fields.of("StorageClass", "INTELLIGENT_TIERING").with("TransitionInDays", 0);
            rules.add(rule("intelligent-tiering").with("Transitions", Value.list(tiering)));
        }
        return rules;
    }

    private static Fields rule(String id) {
        return Fields.of("Id", id).with("Status", "Enabled");
    }

    /** Stays with the bucket: what a destroy leaves must not begin to answer over plain HTTP. */
    private static void onlyTls(StackDraft stack, ResourceRef bucket) {
        PolicyDocument policy = PolicyDocument.of(
                deny("NoPlainHttp", bucket).when("Bool", Fields.of("aws:SecureTransport", "false")),
                deny("NoOldTls", bucket).when("NumericLessThan", Fields.of("s3:TlsVersion", "1.2")));
        stack.add(Resource.of("BucketPolicy", "AWS::S3::BucketPolicy")
                .sharesFate(RETAIN_EXCEPT_ON_CREATE, RETAIN)
                .with("Bucket", bucket.ref())
                .with("PolicyDocument", policy.value()));
    }

    private static Statement deny(String sid, ResourceRef bucket) {
        return Statement.deny(sid)
                .toAnyone()
                .actions("s3:*")
                .on(bucket.att("Arn"), Value.sub("{}/*", bucket.att("Arn")));
    }
}
