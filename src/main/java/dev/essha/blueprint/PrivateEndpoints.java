package dev.essha.blueprint;

import dev.essha.blueprint.NetworkStage.Site;
import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.PolicyDocument;
import dev.essha.blueprint.cfn.Pseudo;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.blueprint.cfn.Statement;
import dev.essha.blueprint.cfn.Value;
import dev.essha.plan.InterfaceEndpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the cluster reaches AWS where nothing leads out: an interface of each service in each zone. With private DNS the
 * services' usual names lead there, so nobody has to be told.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html">Private clusters</a>
 */
final class PrivateEndpoints {

    private PrivateEndpoints() {}

    static void add(StackDraft stack, Site site, ResourceRef nodes) {
        ResourceRef group = SecurityGroups.addForEndpoints(stack, site.vpc(), nodes);
        InterfaceEndpoint.in(stack.plan().region()).forEach(e -> endpoint(stack, site, group, e));
    }

    private static void endpoint(StackDraft stack, Site site, ResourceRef group, InterfaceEndpoint endpoint) {
        String service = endpoint.prefix(stack.plan().region()) + "${AWS::Region}." + endpoint.service();
        stack.add(Resource.of(logicalId(endpoint), "AWS::EC2::VPCEndpoint")
                .with("VpcEndpointType", "Interface")
                .with("ServiceName", Value.sub(service))
                .with("VpcId", site.vpc())
                .with("SubnetIds", site.privateSubnets())
                .with("SecurityGroupIds", Value.list(group.att("GroupId")))
                .with("PrivateDnsEnabled", true)
                .when(
                        takesPolicies(endpoint),
                        r -> r.with("PolicyDocument", policy(endpoint).value()))
                .with("Tags", NetworkStage.named(stack, endpoint.service().replace('.', '-'))));
    }

    /** {@code ECR_API}: EcrApiEndpoint. */
    private static String logicalId(InterfaceEndpoint endpoint) {
        return Arrays.stream(endpoint.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", "", "Endpoint"));
    }

    /** Services that know no policies refuse every one; EKS says of its own API, not of Pod Identity's, that it does. */
    private static boolean takesPolicies(InterfaceEndpoint endpoint) {
        return endpoint != InterfaceEndpoint.EKS_AUTH;
    }

    /** Nobody signs in with another account's credentials and carries something away. */
    private static PolicyDocument policy(InterfaceEndpoint endpoint) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.allow("OwnAccount")
                .toAnyone()
                .actions("*")
                .onAll()
                .when("StringEquals", Fields.of("aws:PrincipalAccount", Pseudo.ACCOUNT_ID)));
        if (endpoint == InterfaceEndpoint.STS) {
            statements.add(signInOfServiceAccounts());
        }
        return new PolicyDocument(statements);
    }

    /** Whoever asks for a role by a token has no account yet. */
    private static Statement signInOfServiceAccounts() {
        return Statement.allow("OwnRoles")
                .toAnyone()
                .actions("sts:AssumeRoleWithWebIdentity")
                .on(Value.sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*"));
    }
}
