package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Arns;
import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.PolicyDocument;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.Statement;
import dev.essha.blueprint.cfn.Value;
import java.util.Arrays;
import java.util.List;

/**
 * Roles without names of their own: a name left over by a failed attempt would block the next, and no two deployments
 * could share it.
 */
final class Roles {

    private Roles() {}

    static Resource role(String logicalId, String description, PolicyDocument trust) {
        return Resource.of(logicalId, "AWS::IAM::Role")
                .with("Description", description)
                .with("AssumeRolePolicyDocument", trust.value());
    }

    /** @param names of policies that AWS keeps, with their paths */
    static Resource withManaged(Resource role, String... names) {
        List<Value> arns = Arrays.stream(names).map(Arns::managedPolicy).toList();
        return role.with("ManagedPolicyArns", arns);
    }

    static Resource withPolicy(Resource role, String name, List<Statement> statements) {
        Fields policy = Fields.of("PolicyName", name).with("PolicyDocument", new PolicyDocument(statements).value());
        return role.with("Policies", Value.list(policy));
    }
}
