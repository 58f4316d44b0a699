package dev.essha.blueprint;

import static dev.essha.blueprint.Rendered.att;
import static dev.essha.blueprint.Rendered.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.essha.plan.MessagingPlan.Authentication;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SecurityStageTest {

    private final StagePlans plan = new StagePlans();

    @Test
    void theKeyTurnsOverAndOutlivesItsStack() {
        Rendered stack = render();

        assertThat(stack.property("Key", "EnableKeyRotation")).isEqualTo(true);
        assertThat(stack.at("Resources.Key.DeletionPolicy")).isEqualTo("RetainExceptOnCreate");
        assertThat(stack.at("Resources.Key.UpdateReplacePolicy")).isEqualTo("Retain");
        assertThat(stack.property("KeyAlias", "AliasName")).isEqualTo("alias/ess-acme");
    }

    @Test
    void everyoneInTheKeysPolicyIsTheAccountOrBoundByAConditionOnIt() {
        List<?> statements = (List<?>) render().property("Key", "KeyPolicy.Statement");

        assertThat(statements).hasSize(4).first().asString().contains("${AWS::AccountId}:root");
        assertThat(statements.subList(1, 4))
                .allSatisfy(s ->
                        assertThat(((Map<?, ?>) s).get("Condition")).asString().contains("AWS::AccountId"));
    }

    @Test
    void everyServiceHasASecretOfItsOwnUnderTheDeploymentsKey() {
        Rendered stack = render();
        List<String> secrets = stack.ids("AWS::SecretsManager::Secret");

        assertThat(secrets)
                .containsExactly(
                        "DatabaseSecretAccessGrant",
                        "DatabaseSecretAuthorization",
                        "DatabaseSecretNotification",
                        "DatabaseSecretOpenid",
                        "DatabaseSecretProvision",
                        "DatabaseSecretStorage",
                        "DatabaseSecretWebid",
                        "KafkaSecret");
        assertThat(secrets)
                .allSatisfy(id -> assertThat(stack.property(id, "KmsKeyId")).isEqualTo(att("Key", "Arn")));
        assertThat(stack.property("DatabaseSecretAccessGrant", "GenerateSecretString.SecretStringTemplate"))
                .isEqualTo("{\"dbname\": \"ess_access_grant\", \"username\": \"ess_access_grant\"}");
        assertThat(stack.at("Outputs.DatabaseSecretArns.Value.Fn::Join.1"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(7)
                .startsWith(ref("DatabaseSecretAccessGrant"));
    }

    @Test
    void noPasswordStandsInTheTemplate() {
        Rendered stack = render();

        assertThat(stack.ids("AWS::SecretsManager::Secret")).allSatisfy(id -> {
            assertThat(stack.property(id, "SecretString")).isNull();
            assertThat(stack.property(id, "GenerateSecretString.GenerateStringKey"))
                    .isEqualTo("password");
        });
    }

    @Test
    void withoutScramThereIsNoKafkaUser() {
        plan.authentication = Authentication.IAM;

        assertThat(render().ids("AWS::SecretsManager::Secret")).hasSize(7).doesNotContain("KafkaSecret");
        assertThat(render().stack().outputs()).containsExactly(Output.KEY_ARN, Output.DATABASE_SECRET_ARNS);
    }

    private Rendered render() {
        return plan.render(new SecurityStage());
    }
}
