package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Reference;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import java.util.ArrayList;
import java.util.List;

/**
 * The owner's own registry, from which all images are pulled (R14). It is needed only while containers start (R15).
 *
 * <p>Its repositories are not kept when the stack is deleted: images can be copied again from where they came, and a
 * repository that stayed behind would stand in the way of the next installation. But nothing starts without them, so they
 * are not lost by a mere change of the plan.
 */
final class RegistryStage implements StageTemplate.OfStack {

    @Override
    public StageId id() {
        return StageId.REGISTRY;
    }

    @Override
    public void describe(StackDraft stack) {
        List<Reference> uris = new ArrayList<>();
        for (String image : stack.plan().registry().repositories()) {
            uris.add(repository(stack, image).att("RepositoryUri"));
        }
        stack.deliver(Output.REPOSITORY_URIS, uris);
    }

    private static ResourceRef repository(StackDraft stack, String image) {
        Fields encryption = Fields.of("EncryptionType", "KMS").with("KmsKey", stack.input(Output.KEY_ARN));
        return stack.add(Resource.of("Repository" + LogicalIds.camelCase(image), "AWS::ECR::Repository")
                .stateful(Resource.Policy.DELETE, Resource.Policy.DELETE)
                .with("RepositoryName", stack.names().repository(image))
                .with("ImageTagMutability", "IMMUTABLE")
                .with("ImageScanningConfiguration", Fields.of("ScanOnPush", true))
                .with("EncryptionConfiguration", encryption)
                .with("LifecyclePolicy", Fields.of("LifecyclePolicyText", keep(stack)))
                .with("EmptyOnDelete", true));
    }

    /** @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html">Lifecycle policies</a> */
    private static String keep(StackDraft stack) {
        return """
            {"rules":[{"rulePriority":1,"description":"Keep the newest images","selection":\
            {"tagStatus":"any","countType":"imageCountMoreThan","countNumber":%d},"action":{"type":"expire"}}]}\
            """.formatted(stack.plan().registry().keepImages());
    }
}
