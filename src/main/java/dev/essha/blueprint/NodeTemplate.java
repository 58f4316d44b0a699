package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Tags;
import dev.essha.blueprint.cfn.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a node is started. The instance type stands here and not in the node groups: a change makes a new version of the
 * template, and the groups exchange their nodes one by one instead of being replaced with their auto scaling groups.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html">Launch templates of managed
 *     nodes</a>
 */
final class NodeTemplate {

    private NodeTemplate() {}

    static ResourceRef add(StackDraft stack, ResourceRef cluster) {
        return stack.add(Resource.of("NodeTemplate", "AWS::EC2::LaunchTemplate")
                .with(
                        "LaunchTemplateData",
                        Fields.of("InstanceType", stack.plan().compute().instanceType())
                                .with("BlockDeviceMappings", Value.list(rootVolume(stack)))
                                .with("MetadataOptions", metadata())
                                .with("NetworkInterfaces", Value.list(networkInterface(stack, cluster)))
                                .with("TagSpecifications", tags(stack))));
    }

    private static Fields rootVolume(StackDraft stack) {
        return Fields.of("DeviceName", "/dev/xvda")
                .with(
                        "Ebs",
                        Fields.of("VolumeType", "gp3")
                                .with("VolumeSize", stack.plan().compute().diskGiB())
                                .with("Encrypted", true)
                                .with("KmsKeyId", stack.input(Output.KEY_ARN))
                                .with("DeleteOnTermination", true));
    }

    /** One hop: the node's own credentials stay out of reach of pods, which have theirs from EKS Pod Identity. */
    private static Fields metadata() {
        return Fields.of("HttpEndpoint", "enabled")
                .with("HttpTokens", "required")
                .with("HttpPutResponseHopLimit", 1);
    }

    /** EKS adds the cluster's own group only where a template names none; nodes and control plane talk through it. */
    private static Fields networkInterface(StackDraft stack, ResourceRef cluster) {
        return Fields.of("DeviceIndex", 0)
                .with("AssociatePublicIpAddress", false)
                .with("DeleteOnTermination", true)
                .with(
                        "Groups",
                        Value.list(stack.input(Output.NODE_SECURITY_GROUP), cluster.att("ClusterSecurityGroupId")));
    }

    /**
     * A stack's tags reach the template and the group, but not what they start. The version is left out: a changed launch
     * template replaces every node.
     */
    private static List<Fields> tags(StackDraft stack) {
        SortedMap<String, String> tags = new TreeMap<>(StackTags.of(stack.plan(), StageId.COMPUTE));
        tags.remove(StackTags.VERSION);
        tags.putIfAbsent("Name", stack.names().cluster() + "-node");
        return Stream.of("instance", "network-interface", "volume")
                .map(type -> Fields.of("ResourceType", type).with("Tags", Tags.of(tags)))
                .toList();
    }
}
