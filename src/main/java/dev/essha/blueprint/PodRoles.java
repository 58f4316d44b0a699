package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.PolicyDocument;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.ServicePrincipal;
import dev.essha.blueprint.cfn.Statement;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.MessagingPlan.Authentication;
import java.util.ArrayList;
import java.util.List;

/**
 * The roles of the deployment's pods, each for one service account of this cluster. No pod may read the database's master
 * secret: it belongs to whoever makes the logical databases.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html">Trust policies of EKS Pod Identity</a>
 */
final class PodRoles {

    private PodRoles() {}

    static void add(StackDraft stack, ResourceRef cluster) {
        boolean kafkaByRole = stack.plan().messaging().authentication() == Authentication.IAM;
        List<Statement> kafka = kafkaByRole ? PodPolicies.kafka(stack) : List.of();

        List<Statement> storage = new ArrayList<>(PodPolicies.bucket(stack));
        storage.addAll(kafka);
        add(stack, cluster, ServiceAccount.STORAGE, "Storage", storage);
        add(stack, cluster, ServiceAccount.SECRETS, "Secrets", PodPolicies.secrets(stack));
        if (kafkaByRole) {
            add(stack, cluster, ServiceAccount.SERVICES, "Services", kafka);
        }
    }

    /** EKS says with every session which cluster, namespace and account it is for. */
    static PolicyDocument trust(StackDraft stack, ServiceAccount account) {
        Value cluster = Value.sub("arn:${AWS::Partition}:eks:${AWS::Region}:${AWS::AccountId}:cluster/"
                + stack.names().cluster());
        return PolicyDocument.of(Statement.allow("Trust")
                .to(ServicePrincipal.EKS_PODS)
                .actions("sts:AssumeRole", "sts:TagSession")
                .when(
                        "StringEquals",
                        Fields.of("aws:RequestTag/eks-cluster-arn", cluster)
                                .with("aws:RequestTag/kubernetes-namespace", account.namespace())
                                .with("aws:RequestTag/kubernetes-service-account", account.account())));
    }

    private static void add(
            StackDraft stack, ResourceRef cluster, ServiceAccount account, String name, List<Statement> may) {
        Resource role = Roles.role(
                name + "Role", "For pods of " + account.namespace() + "/" + account.account(), trust(stack, account));
        ResourceRef added = stack.add(Roles.withPolicy(role, name, may));
        stack.add(Resource.of(name + "Identity", "AWS::EKS::PodIdentityAssociation")
                .with("ClusterName", cluster.ref())
                .with("Namespace", account.namespace())
                .with("ServiceAccount", account.account())
                .with("RoleArn", added.att("Arn")));
    }
}
