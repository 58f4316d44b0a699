package dev.essha.blueprint;

import dev.essha.blueprint.cfn.Fields;
import dev.essha.blueprint.cfn.Reference;
import dev.essha.blueprint.cfn.Resource;
import dev.essha.blueprint.cfn.ResourceRef;
import dev.essha.plan.EssService;
import dev.essha.plan.MessagingPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * The deployment's key and the passwords made for it (R13). ESS reads them only while containers start.
 *
 * <p>Passwords are made by Secrets Manager and never leave the account: neither template nor installer sees them. They
 * have no punctuation, so that they need no escape in a URL, in a properties file or in a shell.
 */
final class SecurityStage implements StageTemplate.OfStack {

    private static final int PASSWORD_LENGTH = 32;

    @Override
    public StageId id() {
        return StageId.SECURITY;
    }

    @Override
    public void describe(StackDraft stack) {
        ResourceRef key = DeploymentKey.add(stack);
        stack.deliver(Output.KEY_ARN, key.att("Arn"));
        stack.deliver(Output.DATABASE_SECRET_ARNS, databaseSecrets(stack, key));
        if (stack.plan().messaging().authentication() == MessagingPlan.Authentication.SCRAM) {
            stack.deliver(Output.KAFKA_SECRET_ARN, kafkaSecret(stack, key).ref());
        }
    }

    private static List<Reference> databaseSecrets(StackDraft stack, ResourceRef key) {
        List<Reference> secrets = new ArrayList<>();
        for (EssService service : stack.plan().ess().servicesWithDatabase()) {
            secrets.add(databaseSecret(stack, key, service).ref());
        }
        return secrets;
    }

    private static ResourceRef databaseSecret(StackDraft stack, ResourceRef key, EssService service) {
        String database = service.databaseName();
        String known = "{\"dbname\": \"" + database + "\", \"username\": \"" + database + "\"}";
        return stack.add(secret("DatabaseSecret" + LogicalIds.camelCase(service.label()), key)
                .with("Name", stack.names().databaseSecret(service))
                .with("Description", "Owner of the database " + database)
                .with("GenerateSecretString", password(known)));
    }

    /**
     * MSK accepts only a secret that is encrypted with a customer's key.
     *
     * @see <a href="https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-limitations.html">Limitations</a>
     */
    private static ResourceRef kafkaSecret(StackDraft stack, ResourceRef key) {
        return stack.add(secret("KafkaSecret", key)
                .with("Name", stack.names().kafkaSecret())
                .with("Description", "Kafka user of ESS")
                .with("GenerateSecretString", password("{\"username\": \"ess\"}")));
    }

    /**
     * Goes with its stack: the next installation makes new passwords. A secret that is replaced is kept: databases and
     * brokers know its password until somebody tells them the new one, and it is written down nowhere else.
     */
    private static Resource secret(String logicalId, ResourceRef key) {
        return Resource.of(logicalId, "AWS::SecretsManager::Secret")
                .stateful(Resource.Policy.DELETE, Resource.Policy.RETAIN)
                .with("KmsKeyId", key.att("Arn"));
    }

    private static Fields password(String known) {
        return Fields.of("SecretStringTemplate", known)
                .with("GenerateStringKey", "password")
                .with("PasswordLength", PASSWORD_LENGTH)
                .with("ExcludePunctuation", true);
    }
}
